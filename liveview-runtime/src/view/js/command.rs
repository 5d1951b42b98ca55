//! One command in its parts, and how it is written. Knows no method that makes one.

use std::panic::Location;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serde::Serialize;

/// One command, or what stands for some.
#[derive(Debug, Clone)]
pub(super) enum Command {
    One(One),
    /// Commands as they are written already, at least one, without the brackets around them.
    Written(String),
    /// It was left out. What is said behind it is said of nothing.
    Refused,
}

#[derive(Debug, Clone)]
pub(super) struct One {
    pub(super) op: &'static str,
    target: Target,
    /// JSON, each where the op has its place for it.
    arguments: Vec<String>,
    /// Names with JSON, written behind the arguments.
    options: Vec<(&'static str, String)>,
}

#[derive(Debug, Clone)]
pub(super) enum Target {
    Itself,
    Found(String),
    Inner(String),
    Closest(String),
}

/// Which classes an element has while it comes or goes: the same all the while (`"fade-in"`), or
/// `["during", "from", "to"]`, of which the last two change places after the first frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transition(String);

impl From<&str> for Transition {
    fn from(classes: &str) -> Self {
        Transition(json(classes))
    }
}

impl From<[&str; 3]> for Transition {
    fn from(classes: [&str; 3]) -> Self {
        Transition(json(&classes))
    }
}

impl Transition {
    pub(super) fn into_json(self) -> String {
        self.0
    }
}

/// What can be said of a command behind it, where its op has a place for it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    Transition,
    Time,
    Display,
    Detail,
    Bubbles,
    Replaces,
}

impl Place {
    fn of(self, op: &str) -> Option<usize> {
        match (self, op) {
            (Place::Transition, "show" | "hide" | "toggle") => Some(0),
            (Place::Time, "show" | "hide" | "toggle" | "transition") => Some(1),
            (Place::Time, "add_class" | "remove_class" | "toggle_class") => Some(1),
            (Place::Display, "show" | "toggle") => Some(2),
            (Place::Detail, "dispatch" | "ext") => Some(1),
            (Place::Bubbles, "dispatch") => Some(2),
            (Place::Replaces, "navigate") => Some(1),
            _ => None,
        }
    }
}

impl One {
    pub(super) fn new(op: &'static str, arguments: Vec<String>) -> Self {
        One {
            op,
            target: Target::Itself,
            arguments,
            options: Vec::new(),
        }
    }

    pub(super) fn at(&mut self, target: Target) {
        self.target = target;
    }

    /// Puts an argument where it belongs; says whether it belongs anywhere.
    pub(super) fn place(&mut self, place: Place, argument: String) -> bool {
        let Some(index) = place.of(self.op) else {
            return false;
        };
        // A 0 would be a detail of its own.
        let nothing = if matches!(place, Place::Bubbles) {
            "null"
        } else {
            "0"
        };
        while self.arguments.len() <= index {
            self.arguments.push(nothing.to_owned());
        }
        self.arguments[index] = argument;
        true
    }

    pub(super) fn option(&mut self, name: &'static str, value: String) {
        self.options.push((name, value));
    }

    fn write(&self, text: &mut String) {
        text.push_str("[\"");
        text.push_str(self.op);
        text.push_str("\",");
        self.target.write(text);
        for argument in &self.arguments {
            text.push(',');
            text.push_str(argument);
        }
        for (index, (name, value)) in self.options.iter().enumerate() {
            text.push_str(if index == 0 { ",{\"" } else { ",\"" });
            text.push_str(name);
            text.push_str("\":");
            text.push_str(value);
        }
        text.push_str(if self.options.is_empty() { "]" } else { "}]" });
    }
}

impl Target {
    fn write(&self, text: &mut String) {
        let (scope, selector) = match self {
            Target::Itself => return text.push('0'),
            Target::Found(selector) => return text.push_str(&json(selector)),
            Target::Inner(selector) => ("inner", selector),
            Target::Closest(selector) => ("closest", selector),
        };
        text.push_str(&json(&[scope, selector]));
    }
}

impl Command {
    pub(super) fn is_refused(&self) -> bool {
        matches!(self, Command::Refused)
    }

    pub(super) fn write(&self, text: &mut String) {
        match self {
            Command::One(one) => one.write(text),
            Command::Written(commands) => text.push_str(commands),
            Command::Refused => {}
        }
    }
}

/// Plain data as JSON.
pub(super) fn json<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).expect("texts and numbers are JSON")
}

pub(super) fn milliseconds(time: Duration) -> String {
    u64::try_from(time.as_millis())
        .unwrap_or(u64::MAX)
        .to_string()
}

/// Says that something was left out and where it was asked for: each time while developing, once in production.
#[cold]
#[track_caller]
pub(super) fn report(what: &str, reason: &str) {
    static LOGGED: AtomicBool = AtomicBool::new(false);
    let at = Location::caller();
    if cfg!(debug_assertions) || !LOGGED.swap(true, Ordering::Relaxed) {
        let what: String = what.chars().take(64).collect();
        tracing::warn!(%at, ?what, reason, "left a command out");
    }
}
