//! The doors: values that the author vouches for, each made by one name that a review can search for. Checks nothing.

use super::markup::{self, Closed};

/// An address that is followed as it is, whatever its scheme.
///
/// Addresses that come from data are refused unless their scheme is `http`, `https`, `mailto` or `tel`, since others can
/// run a program. One that the program itself makes may need another scheme:
///
/// ```
/// use liveview_runtime::rendered::trusted::TrustedUrl;
///
/// let latitude = 48.2;
/// let address = TrustedUrl::dangerously_from(format!("geo:{latitude},16.4"));
/// assert_eq!(address.as_str(), "geo:48.2,16.4");
/// ```
///
/// It counts alone (`href={address}`); as a part of a quoted value it is text like any other.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TrustedUrl(String);

impl TrustedUrl {
    /// Vouches for an address. Whoever writes this says that no text from outside decides its scheme.
    pub fn dangerously_from(address: impl Into<String>) -> Self {
        TrustedUrl(address.into())
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn into_string(self) -> String {
        self.0
    }
}

/// What `@html(…)` takes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no `TrustedHtml`",
    label = "not vouched for",
    note = "text stands in braces, `{{value}}`, and is escaped",
    note = "HTML that a sanitiser has been over is vouched for with `TrustedHtml::dangerously_from(html)`"
)]
pub trait Raw {
    /// The HTML, if any.
    fn html(&self) -> Option<&TrustedHtml>;
}

impl Raw for TrustedHtml {
    fn html(&self) -> Option<&TrustedHtml> {
        Some(self)
    }
}

#[diagnostic::do_not_recommend]
impl<R: Raw + ?Sized> Raw for &R {
    fn html(&self) -> Option<&TrustedHtml> {
        R::html(self)
    }
}

impl<R: Raw> Raw for Option<R> {
    fn html(&self) -> Option<&TrustedHtml> {
        self.as_ref()?.html()
    }
}

/// HTML that is shown as it is: `@html(html)`.
///
/// Whoever makes one says that everything in it may stand in the page: it comes from a program's own templates, or a
/// sanitiser has been over it. Text from outside stands in braces, `{text}`, and needs none of this.
///
/// ```
/// use liveview_runtime::rendered::trusted::TrustedHtml;
///
/// let html = TrustedHtml::dangerously_from("<p>one <b>two");
/// assert_eq!(html.as_str(), "<p>one <b>two</b></p>");
/// ```
///
/// It is written such that it stays where it is put: tags that are open are closed, those that close nothing go, and so
/// do scripts, forms and the tags of a document.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TrustedHtml(Closed);

impl TrustedHtml {
    /// Vouches for HTML. Whoever writes this says that no text from outside is in it as it came.
    pub fn dangerously_from(html: impl AsRef<str>) -> Self {
        TrustedHtml(markup::close(html.as_ref()))
    }

    /// The HTML, closed.
    pub fn as_str(&self) -> &str {
        &self.0.html
    }

    /// Whether it may stand in a paragraph.
    pub(super) fn is_inline(&self) -> bool {
        self.0.is_inline
    }
}
