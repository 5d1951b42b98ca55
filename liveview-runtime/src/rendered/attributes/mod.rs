//! Attributes as a value: what a caller adds to an element by `{..attributes}`. Holds them; writes none.

mod host;
mod names;
mod value;

use std::borrow::Cow;

use super::url;
pub use host::Host;
pub(crate) use names::holds_binding;
pub(super) use names::{Words, words};
pub use value::AttributeValue;
use value::Content;

/// Names with values, in order, each name once.
///
/// ```
/// use liveview_runtime::rendered::attributes::Attributes;
///
/// let row = 7;
/// let attributes = Attributes::new()
///     .set("data-row", row)
///     .set("class", "wide")
///     .set("aria-busy", false)
///     .set("title", None::<&str>);
/// assert_eq!(attributes.get("aria-busy"), Some("false"));
/// assert_eq!(attributes.iter().count(), 3);
/// ```
///
/// `{..attributes}` writes them to an element. What the element itself says wins, wherever it stands; only `class` is
/// joined, behind the element's own classes. Texts are borrowed where they can be, and nothing is allocated for none.
///
/// A name that would be code or could not be made safe (`onclick`, `style`, `srcdoc`, `dj-click` with a text) is left
/// out, and the log says so once. Addresses are guarded as in the template.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attributes<'a> {
    entries: Vec<(Cow<'a, str>, Content<'a>)>,
}

impl<'a> Attributes<'a> {
    /// None.
    pub const fn new() -> Self {
        Attributes {
            entries: Vec::new(),
        }
    }

    /// With this attribute: instead of an earlier one of the name, and without it where the value is `None` or `false`.
    #[must_use]
    pub fn set(
        mut self,
        name: impl Into<Cow<'a, str>>,
        value: impl Into<AttributeValue<'a>>,
    ) -> Self {
        self.insert(name, value);
        self
    }

    /// As [`set`](Attributes::set), in place.
    pub fn insert(&mut self, name: impl Into<Cow<'a, str>>, value: impl Into<AttributeValue<'a>>) {
        let (mut name, AttributeValue(content)) = (name.into(), value.into());
        if let Some(reason) = names::refusal(&name, &content) {
            names::report(&name, reason);
            return;
        }
        if name.eq_ignore_ascii_case("class") {
            name = "class".into();
        }
        self.entries
            .retain(|(known, _)| !known.eq_ignore_ascii_case(&name));
        let content = match content {
            Content::Absent => return,
            Content::Flag(flag) => match (words(&name), flag) {
                (Some(words), flag) => Content::Text(words.of(flag).into()),
                (None, true) => Content::Text("".into()),
                (None, false) => return,
            },
            content => content,
        };
        self.entries.push((name, content));
    }

    /// These and `others`: of one name, the other's value; of `class`, both.
    #[must_use]
    pub fn merged(mut self, others: &Attributes<'a>) -> Self {
        for (name, content) in &others.entries {
            let mut content = content.clone();
            if name.eq_ignore_ascii_case("class")
                && let Some(classes) = self.get("class")
            {
                content = Content::Text(format!("{classes} {}", content.text()).into());
            }
            self.insert(name.clone(), AttributeValue(content));
        }
        self
    }

    /// The value of this name; empty for one without a value.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.entries
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, content)| content.text())
    }

    /// Names and values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.entries
            .iter()
            .map(|(name, content)| (name.as_ref(), content.text()))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// What of these is written on this element.
    pub(super) fn on<'s>(
        &'s self,
        host: &'static Host,
    ) -> impl Iterator<Item = (&'s str, &'s str)> + Clone + use<'s, 'a> {
        // A submit before the script has loaded must not put the fields into the address.
        let is_bound = self.entries.iter().any(|(name, _)| names::is_submit(name));
        let must_be_posted = is_bound && host.is_unposted_form();
        let shows_fields = must_be_posted && self.get("method").is_none_or(names::shows_fields);
        let written = self.entries.iter().filter_map(move |(name, content)| {
            if shows_fields && name.eq_ignore_ascii_case("method") {
                names::report(name, "a form with `dj-submit` is posted");
                return None;
            }
            Some((name.as_ref(), host.value(name, content)?))
        });
        written.chain(shows_fields.then_some(("method", "post")))
    }
}

impl<'a, N: Into<Cow<'a, str>>, V: Into<AttributeValue<'a>>> Extend<(N, V)> for Attributes<'a> {
    fn extend<I: IntoIterator<Item = (N, V)>>(&mut self, attributes: I) {
        for (name, value) in attributes {
            self.insert(name, value);
        }
    }
}

impl<'a, N: Into<Cow<'a, str>>, V: Into<AttributeValue<'a>>> FromIterator<(N, V)>
    for Attributes<'a>
{
    fn from_iter<I: IntoIterator<Item = (N, V)>>(attributes: I) -> Self {
        let mut all = Attributes::new();
        all.extend(attributes);
        all
    }
}

/// A text as it may be set under this name, on whatever element: an address is guarded. Else why it may not be.
pub(crate) fn text_under<'v>(name: &str, text: &'v str) -> Result<&'v str, &'static str> {
    match names::refusal(name, &Content::Text(Cow::Borrowed(text))) {
        Some(reason) => Err(reason),
        None => Ok(url::address(name).map_or(text, |address| url::guard(address, text))),
    }
}

/// What `{..attributes}` takes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no set of attributes",
    label = "not `Attributes`",
    note = "`{{..attributes}}` takes `Attributes`, a reference to them, or an `Option` of either",
    note = "one attribute is written by its name: `title={{value}}`"
)]
pub trait Spread {
    /// The attributes, if any.
    fn attributes(&self) -> Option<&Attributes<'_>>;
}

impl Spread for Attributes<'_> {
    fn attributes(&self) -> Option<&Attributes<'_>> {
        Some(self)
    }
}

#[diagnostic::do_not_recommend]
impl<S: Spread + ?Sized> Spread for &S {
    fn attributes(&self) -> Option<&Attributes<'_>> {
        S::attributes(self)
    }
}

impl<S: Spread> Spread for Option<S> {
    fn attributes(&self) -> Option<&Attributes<'_>> {
        self.as_ref()?.attributes()
    }
}
