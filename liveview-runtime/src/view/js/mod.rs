//! `Js`: what a browser does by itself, as a list of commands that is built here and is data there. Runs none of them.
//!
//! A command is `[op, target, …arguments]`, a list of them the value of an event attribute or an effect of a handler. The
//! target is 0 for the element itself, a selector, or `["inner", selector]` and `["closest", selector]`.

mod command;
mod commands;
mod undoable;

use std::fmt;
use std::marker::PhantomData;

use super::Binding;
use crate::rendered::attributes::AttributeValue;
use crate::rendered::show::{Bindable, Bound};
use command::Command;

pub use command::Transition;
pub use commands::Block;
pub use undoable::{Undo, undo};

/// Commands for the browser, one after another: the value of an event attribute, or of [`push_command`].
///
/// ```
/// use std::time::Duration;
/// use liveview_runtime::view::Js;
///
/// let open = Js::new()
///     .show().to("#menu").with_transition("fade-in").lasting(Duration::from_millis(150))
///     .set_attr("aria-expanded", true)
///     .focus_first().to("#menu");
/// assert_eq!(
///     open.to_string(),
///     r##"[["show","#menu","fade-in",150],["set_attr",0,"aria-expanded","true"],["focus_first","#menu"]]"##
/// );
/// ```
///
/// What is said behind a command, `to`, `inner`, `closest`, `lasting`, is said of that command; without a target it is
/// for the element that bears the attribute, and for the root of the view where a handler pushes it.
///
/// Nothing in it is code: names, texts and selectors are data wherever they come from. What could become code or break
/// out (an attribute `onclick`, an address `javascript:…`) is left out, and the log says where it was asked for.
///
/// [`push_command`]: super::Context::push_command
pub struct Js<Kind = Any> {
    commands: Vec<Command>,
    kind: PhantomData<fn() -> Kind>,
}

/// Of [`Js`]: all commands.
#[derive(Debug, Clone, Copy)]
pub enum Any {}

/// Of [`Js`]: only commands that a browser can take back, for `dj-optimistic`.
#[derive(Debug, Clone, Copy)]
pub enum Undoable {}

impl Js {
    /// No commands yet.
    #[must_use]
    pub const fn new() -> Self {
        Self::none()
    }
}

impl Js<Undoable> {
    /// No commands yet, and none that could not be taken back: for `dj-optimistic`.
    ///
    /// ```
    /// use liveview_runtime::view::Js;
    ///
    /// let done = Js::optimistic().add_class("done").closest("li");
    /// assert_eq!(done.to_string(), r#"[["add_class",["closest","li"],"done"]]"#);
    /// ```
    ///
    /// ```compile_fail
    /// # use liveview_runtime::view::Js;
    /// Js::optimistic().navigate("/");
    /// ```
    #[must_use]
    pub const fn optimistic() -> Self {
        Self::none()
    }
}

impl<Kind> Js<Kind> {
    const fn none() -> Self {
        Js {
            commands: Vec::new(),
            kind: PhantomData,
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.commands.iter().all(Command::is_refused)
    }

    /// These, then `others`.
    #[must_use]
    pub fn then(mut self, others: Js<Kind>) -> Self {
        self.commands.extend(others.commands);
        self
    }

    fn text(&self) -> String {
        let mut text = String::from("[");
        for command in self.commands.iter().filter(|one| !one.is_refused()) {
            if text.len() > 1 {
                text.push(',');
            }
            command.write(&mut text);
        }
        text.push(']');
        text
    }
}

impl<Kind> Clone for Js<Kind> {
    fn clone(&self) -> Self {
        Js {
            commands: self.commands.clone(),
            kind: PhantomData,
        }
    }
}

impl<Kind> Default for Js<Kind> {
    fn default() -> Self {
        Self::none()
    }
}

impl<Kind> PartialEq for Js<Kind> {
    fn eq(&self, other: &Self) -> bool {
        self.text() == other.text()
    }
}

impl<Kind> Eq for Js<Kind> {}

/// The commands as JSON.
impl<Kind> fmt::Display for Js<Kind> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text())
    }
}

impl<Kind> fmt::Debug for Js<Kind> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Js({self})")
    }
}

impl From<Js<Undoable>> for Js {
    fn from(js: Js<Undoable>) -> Self {
        Js {
            commands: js.commands,
            kind: PhantomData,
        }
    }
}

impl<Kind> From<Js<Kind>> for Binding {
    fn from(js: Js<Kind>) -> Self {
        Binding::from_text(js.text())
    }
}

impl<Kind> From<Js<Kind>> for AttributeValue<'_> {
    fn from(js: Js<Kind>) -> Self {
        AttributeValue::from(Binding::from(js))
    }
}

impl<Kind> Bindable for Js<Kind> {
    fn bound(&self) -> Bound<'_> {
        Bound::to(self.text())
    }
}

#[cfg(test)]
mod tests;
