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

/// A binding's text apart: its timing (`debounce` or `throttle`, and the milliseconds) and what it calls.
pub(crate) fn taken_apart(text: &str) -> (Option<(&'static str, &str)>, &str) {
    let timed = text.split_once(' ').and_then(|(timing, call)| {
        let (kind, time) = timing.split_once('=')?;
        let kind = ["debounce", "throttle"]
            .into_iter()
            .find(|one| *one == kind)?;
        Some((Some((kind, time)), call))
    });
    timed.unwrap_or((None, text))
}
