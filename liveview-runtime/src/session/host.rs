//! A view behind one face, whatever its type: what a session's task can ask of it. Numbers no frame.

use std::pin::Pin;

use super::input::{Outcome, Picture, Rendering};
use crate::wire::decode::{EventFrame, RecoveredForm};

/// A callback of the view on its way.
pub type Callback<'h> = Pin<Box<dyn Future<Output = Outcome> + Send + 'h>>;

/// A mounted view with all that belongs to it; dropping it says goodbye to the view. Any method may panic: its author may.
pub trait Host: Send {
    /// Handles an event.
    fn handle<'h>(&'h mut self, event: &'h EventFrame) -> Callback<'h>;

    /// Handles a form that a returning page brings along, as the change it was.
    fn recover(&mut self, form: RecoveredForm<'static>) -> Callback<'_>;

    /// Handles the next message, if one is there.
    fn tell(&mut self) -> Callback<'_>;

    /// Renders, and remembers what the client shows then. Nothing, where nothing has to be said.
    fn render(&mut self, picture: &Picture) -> Option<Rendering>;

    /// Whether the view wants something done in the browser with the next picture.
    fn has_effects(&mut self) -> bool;

    /// What it shows, to be looked at by a test.
    #[cfg(feature = "testing")]
    fn rendered(&self) -> crate::rendered::Rendered;

    /// The bytes it is known to hold.
    fn held(&self) -> usize;
}
