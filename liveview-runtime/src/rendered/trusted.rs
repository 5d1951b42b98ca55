//! The doors: values that the author vouches for, each made by one name that a review can search for. Checks nothing.

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
