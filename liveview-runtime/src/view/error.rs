//! What a handler may answer when it cannot: an error for the log, a sentence for the person. Reaches no client by itself.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;

/// What callbacks and handlers return.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a callback failed. Any error becomes one with `?`.
///
/// What it holds goes to the log. The person sees only what [`Error::visible`] was given.
pub struct Error {
    visible: Option<Cow<'static, str>>,
    cause: Option<Box<dyn StdError + Send + Sync>>,
}

impl Error {
    /// An error whose text the person may read.
    pub fn visible(text: impl Into<Cow<'static, str>>) -> Self {
        Error {
            visible: Some(text.into()),
            cause: None,
        }
    }

    /// An error for the log alone.
    pub fn new(cause: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Error {
            visible: None,
            cause: Some(cause.into()),
        }
    }

    /// Adds what the person may read to an error that stays in the log.
    pub fn with_visible(mut self, text: impl Into<Cow<'static, str>>) -> Self {
        self.visible = Some(text.into());
        self
    }

    /// What the person may read, if anything.
    pub fn visible_text(&self) -> Option<&str> {
        self.visible.as_deref()
    }
}

impl<E: StdError + Send + Sync + 'static> From<E> for Error {
    fn from(cause: E) -> Self {
        Error::new(cause)
    }
}

/// The text for the log: what the person reads, then each cause.
impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        if let Some(visible) = &self.visible {
            formatter.write_str(visible)?;
            separator = ": ";
        }
        let mut cause = self.cause.as_deref().map(|cause| cause as &dyn StdError);
        while let Some(error) = cause {
            write!(formatter, "{separator}{error}")?;
            separator = ": ";
            cause = error.source();
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

/// What a callback returned, as a result: a plain value is Ok.
#[diagnostic::on_unimplemented(
    message = "this returns `{Self}`, where `{T}` or a `Result` of it is expected",
    label = "return `{T}` or `liveview::Result<{T}>`"
)]
pub trait Outcome<T> {
    /// The result.
    fn into_result(self) -> Result<T>;
}

impl<T> Outcome<T> for T {
    fn into_result(self) -> Result<T> {
        Ok(self)
    }
}

impl<T, E: Into<Error>> Outcome<T> for std::result::Result<T, E> {
    fn into_result(self) -> Result<T> {
        self.map_err(Into::into)
    }
}
