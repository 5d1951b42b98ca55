//! What an event attribute says: a handler's name, with arguments. Plain data; knows no handler.

/// A handler to call, with arguments, as a value: `dj-click={binding}`.
///
/// Made by the functions of a view's events (`TodosEvents::toggle(&todo.id)`), so that name and types are right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    text: String,
}

impl Binding {
    /// A binding whose attribute is this text: a handler's name, or a JSON array of the name and the arguments.
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
