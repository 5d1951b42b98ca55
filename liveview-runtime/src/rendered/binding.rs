//! What an event attribute says: a handler's name, with arguments. Plain data; knows no handler.

/// A handler to call, with arguments, as a value: `dj-click={binding}`.
///
/// Made by the functions of a view's events (`TodosEvents::toggle(&todo.id)`), so that name and types are right, and the
/// handler's timing goes with it wherever it is bound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    text: String,
}

impl Binding {
    /// A binding whose attribute is this text: a handler's name, or a JSON array of the name and the arguments; before
    /// either, `debounce=300 ` or `throttle=100 ` where the handler says when it is sent.
    #[doc(hidden)]
    pub fn from_text(text: String) -> Self {
        Binding { text }
    }

    /// The value of the attribute, unescaped.
    pub fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }
}

/// What a binding's text calls, without the timing in front of it.
#[cfg(feature = "testing")]
pub(crate) fn called(text: &str) -> &str {
    match text.split_once(' ') {
        Some((timing, call))
            if timing.starts_with("debounce=") || timing.starts_with("throttle=") =>
        {
            call
        }
        _ => text,
    }
}
