//! The commands, one method each, and what can be said behind them. Writes no JSON but through `command`.

use std::fmt::Display;
use std::time::Duration;

use serde::Serialize;

use super::command::{Command, One, Place, Target, Transition, json, milliseconds, report};
use super::{Binding, Js};
use crate::rendered::attributes::{holds_binding, text_under};
use crate::rendered::binding::taken_apart;
use crate::rendered::url;

/// What can be taken back.
impl<Kind> Js<Kind> {
    /// Shows the target: [`with_transition`](Js::with_transition), [`lasting`](Js::lasting), [`display`](Js::display).
    #[must_use]
    pub fn show(self) -> Self {
        self.command("show", [])
    }

    /// Hides the target: [`with_transition`](Js::with_transition), [`lasting`](Js::lasting).
    #[must_use]
    pub fn hide(self) -> Self {
        self.command("hide", [])
    }

    /// Hides the target if it shows, or else shows it.
    #[must_use]
    pub fn toggle(self) -> Self {
        self.command("toggle", [])
    }

    /// Adds classes; with [`lasting`](Js::lasting) for so long.
    #[must_use]
    pub fn add_class(self, classes: &str) -> Self {
        self.command("add_class", [json(classes)])
    }

    /// Removes classes; with [`lasting`](Js::lasting) for so long.
    #[must_use]
    pub fn remove_class(self, classes: &str) -> Self {
        self.command("remove_class", [json(classes)])
    }

    /// Adds each class that is not there, and removes each that is; with [`lasting`](Js::lasting) for so long.
    #[must_use]
    pub fn toggle_class(self, classes: &str) -> Self {
        self.command("toggle_class", [json(classes)])
    }

    /// Sets an attribute. Addresses are guarded as in the template; what could be code is left out.
    #[must_use]
    #[track_caller]
    pub fn set_attr(self, name: &str, value: impl Display) -> Self {
        match text_under(name, &value.to_string()) {
            Ok(value) => self.command("set_attr", [json(name), json(value)]),
            Err(reason) => self.refused(name, reason),
        }
    }

    /// Removes an attribute.
    #[must_use]
    #[track_caller]
    pub fn remove_attr(self, name: &str) -> Self {
        match text_under(name, "") {
            Ok(_) => self.command("remove_attr", [json(name)]),
            Err(reason) => self.refused(name, reason),
        }
    }

    /// Sets an attribute to `off` where it is `on`, and else to `on`; without `off` it is removed.
    ///
    /// ```
    /// use liveview_runtime::view::Js;
    ///
    /// let both = Js::new().toggle_attr("aria-expanded", "true", Some("false")).toggle_attr("open", "", None);
    /// assert_eq!(
    ///     both.to_string(),
    ///     r#"[["toggle_attr",0,"aria-expanded","true","false"],["toggle_attr",0,"open",""]]"#
    /// );
    /// ```
    #[must_use]
    #[track_caller]
    pub fn toggle_attr(self, name: &str, on: &str, off: Option<&str>) -> Self {
        let values = [Some(on), off].into_iter().flatten();
        let values: Result<Vec<_>, _> = values.map(|value| text_under(name, value)).collect();
        match values {
            Ok(values) => {
                let values = values.into_iter().map(json);
                self.command("toggle_attr", [json(name)].into_iter().chain(values))
            }
            Err(reason) => self.refused(name, reason),
        }
    }

    /// Sets the text of the target, in place of all it holds.
    #[must_use]
    pub fn set_text(self, text: impl Display) -> Self {
        self.command("set_text", [json(&text.to_string())])
    }

    /// The target of the command before this: what the selector finds in the document.
    #[must_use]
    #[track_caller]
    pub fn to(self, selector: &str) -> Self {
        self.at(Target::Found(selector.to_owned()))
    }

    /// The target of the command before this: what the selector finds inside of the element.
    #[must_use]
    #[track_caller]
    pub fn inner(self, selector: &str) -> Self {
        self.at(Target::Inner(selector.to_owned()))
    }

    /// The target of the command before this: the nearest that the selector finds, from the element outwards.
    #[must_use]
    #[track_caller]
    pub fn closest(self, selector: &str) -> Self {
        self.at(Target::Closest(selector.to_owned()))
    }

    /// How long the command before this takes; of classes, when they are taken back.
    #[must_use]
    #[track_caller]
    pub fn lasting(self, time: Duration) -> Self {
        self.place(Place::Time, milliseconds(time))
    }

    /// The classes with which the target comes or goes.
    #[must_use]
    #[track_caller]
    pub fn with_transition(self, transition: impl Into<Transition>) -> Self {
        self.place(Place::Transition, transition.into().into_json())
    }

    /// The `display` with which the target is shown, where it is not the element's own.
    #[must_use]
    #[track_caller]
    pub fn display(self, display: &str) -> Self {
        self.place(Place::Display, json(display))
    }

    fn command(mut self, op: &'static str, arguments: impl IntoIterator<Item = String>) -> Self {
        let arguments = arguments.into_iter().collect();
        self.commands.push(Command::One(One::new(op, arguments)));
        self
    }

    #[track_caller]
    fn refused(mut self, what: &str, reason: &str) -> Self {
        report(what, reason);
        self.commands.push(Command::Refused);
        self
    }

    #[track_caller]
    fn at(mut self, target: Target) -> Self {
        match self.commands.last_mut() {
            Some(Command::One(one)) => one.at(target),
            Some(Command::Refused) => {}
            _ => report("a target", "no command stands before it"),
        }
        self
    }

    #[track_caller]
    fn place(mut self, place: Place, argument: String) -> Self {
        match self.commands.last_mut() {
            Some(Command::One(one)) => {
                let op = one.op;
                if !one.place(place, argument) {
                    report(op, "this is not said of this command");
                }
            }
            Some(Command::Refused) => {}
            _ => report("a setting", "no command stands before it"),
        }
        self
    }
}

/// What cannot be taken back.
impl Js {
    /// Plays a transition on the target: its classes come, and go after [`lasting`](Js::lasting).
    #[must_use]
    pub fn transition(self, transition: impl Into<Transition>) -> Self {
        self.command("transition", [transition.into().into_json()])
    }

    /// From now on, no update writes these attributes of the target; `data-*` stands for all that begin so.
    #[must_use]
    pub fn ignore_attrs(self, names: &[&str]) -> Self {
        self.command("ignore_attrs", [json(names)])
    }

    /// Gives the focus to the target.
    #[must_use]
    pub fn focus(self) -> Self {
        self.command("focus", [])
    }

    /// Gives the focus to the first in the target that takes it.
    #[must_use]
    pub fn focus_first(self) -> Self {
        self.command("focus_first", [])
    }

    /// Remembers the target, for [`pop_focus`](Js::pop_focus).
    #[must_use]
    pub fn push_focus(self) -> Self {
        self.command("push_focus", [])
    }

    /// Gives the focus to what was remembered last.
    #[must_use]
    pub fn pop_focus(self) -> Self {
        self.command("pop_focus", [])
    }

    /// Takes the focus away.
    #[must_use]
    pub fn blur(self) -> Self {
        self.command("blur", [])
    }

    /// Dispatches a DOM event at the target; it bubbles. [`detail`](Js::detail) says what it carries.
    #[must_use]
    pub fn dispatch(self, event: &str) -> Self {
        self.command("dispatch", [json(event)])
    }

    /// What the event or the app's own command before this carries.
    #[must_use]
    #[track_caller]
    pub fn detail(self, detail: &(impl Serialize + ?Sized)) -> Self {
        match serde_json::to_string(detail) {
            Ok(detail) => self.place(Place::Detail, detail),
            Err(error) => {
                report("a detail", &error.to_string());
                self
            }
        }
    }

    /// The event before this does not bubble.
    #[must_use]
    #[track_caller]
    pub fn without_bubbling(self) -> Self {
        self.place(Place::Bubbles, "0".to_owned())
    }

    /// Calls a handler, as the event attribute alone would: `push(TodosEvents::toggle(&todo.id))`. Commands that are
    /// given as a binding are run here.
    #[must_use]
    pub fn push(mut self, event: impl Into<Binding>) -> Self {
        let binding = event.into();
        let (timing, call) = taken_apart(binding.text());
        if let Some(commands) = written(call) {
            self.commands.extend(commands.map(Command::Written));
            return self;
        }
        let call = if call.starts_with('[') {
            call.to_owned()
        } else {
            json(call)
        };
        let mut push = One::new("push", vec![call]);
        if let Some((kind, time)) = timing {
            push.option(kind, time.to_owned());
        }
        self.commands.push(Command::One(push));
        self
    }

    /// What shows that it is loading until the handler before this has answered, in place of the element.
    #[must_use]
    #[track_caller]
    pub fn loading(self, selector: &str) -> Self {
        self.option("loading", json(selector))
    }

    /// The page's own bar shows until the handler before this has answered.
    #[must_use]
    #[track_caller]
    pub fn page_loading(self) -> Self {
        self.option("page", "1".to_owned())
    }

    /// Runs the commands, or calls the handler, that stand in an event attribute of the target.
    #[must_use]
    #[track_caller]
    pub fn exec(self, attribute: &str) -> Self {
        if holds_binding(attribute) {
            self.command("exec", [json(attribute)])
        } else {
            let reason = "only an event attribute holds commands: elsewhere they might be anyone's";
            self.refused(attribute, reason)
        }
    }

    /// Opens the target, a `<dialog>`, above the page.
    #[must_use]
    pub fn show_modal(self) -> Self {
        self.command("show_modal", [])
    }

    /// Closes the target, a `<dialog>`.
    #[must_use]
    pub fn close_modal(self) -> Self {
        self.command("close_modal", [])
    }

    /// Copies a text.
    #[must_use]
    pub fn copy(self, text: impl Display) -> Self {
        self.command("copy", [json(&text.to_string())])
    }

    /// Copies the text of the target, or the value of a field.
    #[must_use]
    pub fn copy_content(self) -> Self {
        self.command("copy", [])
    }

    /// Scrolls until the target is seen.
    #[must_use]
    pub fn scroll_into_view(self, block: Block) -> Self {
        self.command("scroll_into_view", [json(block.word())])
    }

    /// Goes to an address. One whose scheme could run code is left out.
    #[must_use]
    #[track_caller]
    pub fn navigate(self, address: &str) -> Self {
        if url::is_allowed(address) {
            self.command("navigate", [json(address)])
        } else {
            self.refused(
                address,
                "an address is http, https, mailto, tel, or relative",
            )
        }
    }

    /// The navigation before this takes the place of the page in the history.
    #[must_use]
    #[track_caller]
    pub fn replacing(self) -> Self {
        self.place(Place::Replaces, "1".to_owned())
    }

    /// A command that the app's own script has registered. [`detail`](Js::detail) says what it is given.
    #[must_use]
    pub fn ext(self, name: &str) -> Self {
        self.command("ext", [json(name)])
    }

    #[track_caller]
    fn option(mut self, name: &'static str, value: String) -> Self {
        match self.commands.last_mut() {
            Some(Command::One(one)) if one.op == "push" => one.option(name, value),
            Some(Command::Refused) => {}
            _ => report(name, "no `push` stands before it"),
        }
        self
    }
}

/// Where in its box a target shall stand when it is scrolled to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Block {
    /// At the top.
    Start,
    /// In the middle.
    Center,
    /// At the bottom.
    End,
    /// Wherever it is seen with the least scrolling.
    Nearest,
}

impl Block {
    const fn word(self) -> &'static str {
        match self {
            Block::Start => "start",
            Block::Center => "center",
            Block::End => "end",
            Block::Nearest => "nearest",
        }
    }
}

/// What a list of commands holds, if the text is one and not empty.
fn written(text: &str) -> Option<Option<String>> {
    let list = text.strip_prefix('[')?.strip_suffix(']')?;
    (list.is_empty() || list.starts_with('[')).then(|| (!list.is_empty()).then(|| list.to_owned()))
}
