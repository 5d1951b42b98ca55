//! What may stand in `dj-optimistic`: commands that a browser takes back by itself. Runs none.

use super::{Js, Undoable};
use crate::rendered::show::{Bindable, Bound};

/// What `dj-optimistic` takes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be taken back",
    label = "not `Js::optimistic()`",
    note = "`dj-optimistic` takes what can be undone when the server has answered: begin the commands with \
            `Js::optimistic()`, which has only those (`show`, `hide`, `toggle`, classes, attributes, `set_text`)"
)]
pub trait Undo: Bindable {}

impl Undo for Js<Undoable> {}

impl<U: Undo + ?Sized> Undo for &U {}

impl<U: Undo> Undo for Option<U> {}

/// The value of `dj-optimistic`.
pub fn undo<U: Undo + ?Sized>(commands: &U) -> Bound<'_> {
    commands.bound()
}
