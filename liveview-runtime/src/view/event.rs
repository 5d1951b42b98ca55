//! The whitelist of a view's events, and why one was refused. Calls no handler.

use std::borrow::Cow;
use std::fmt;

use super::{FieldSpec, Payload, Secrets};

/// The events of a view: an enum whose variants can be called, and nothing else. Written by `#[derive(LiveEvent)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a set of events",
    label = "put `#[derive(LiveEvent)]` on the enum"
)]
pub trait LiveEvent: Sized + Send + 'static {
    /// What can be called.
    const EVENTS: &'static [EventSpec];

    /// The event of that name with what the payload says; an error says what is wrong with it.
    fn decode(name: &str, payload: &mut Payload<'_>) -> Result<Self, EventError>;
}

/// One event that can be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventSpec {
    /// Its name in a template.
    pub name: &'static str,
    /// Its parameters, in order.
    pub params: &'static [FieldSpec],
    /// Milliseconds of quiet before it is sent.
    pub debounce: Option<u32>,
    /// Milliseconds between two that are sent.
    pub throttle: Option<u32>,
}

/// Why an event was refused. What a client sent is shown escaped, cut short, and not at all where it may be secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EventError {
    /// No event of that name is offered.
    Unknown {
        /// The name, as the client sent it.
        event: String,
    },
    /// Nobody supplied this parameter.
    Missing {
        /// The parameter, inner ones behind dots.
        parameter: String,
    },
    /// What was supplied does not convert.
    Invalid {
        /// The parameter, inner ones behind dots.
        parameter: String,
        /// The value, as the client sent it, cut short; nothing where it may be secret.
        value: Option<String>,
        /// What is wrong with it: "is not a whole number".
        reason: Cow<'static, str>,
    },
    /// More call arguments than parameters.
    TooManyArguments {
        /// How many the event takes.
        expected: usize,
        /// How many there were.
        given: usize,
    },
}

impl EventError {
    /// No event of that name is offered.
    pub fn unknown(event: &str) -> Self {
        EventError::Unknown {
            event: shortened(event),
        }
    }

    /// Nobody supplied this parameter.
    pub fn missing(parameter: &str) -> Self {
        EventError::Missing {
            parameter: parameter.to_owned(),
        }
    }

    /// A value does not convert; [`EventError::within`] says whose.
    pub fn invalid(value: &str, reason: impl Into<Cow<'static, str>>) -> Self {
        EventError::Invalid {
            parameter: String::new(),
            value: quotable(value).then(|| shortened(value)),
            reason: reason.into(),
        }
    }

    /// The same error of the parameter as it is called elsewhere.
    pub(in crate::view) fn renamed(mut self, name: &str) -> Self {
        if let EventError::Missing { parameter } | EventError::Invalid { parameter, .. } = &mut self
        {
            name.clone_into(parameter);
        }
        self.hidden_if(Secrets::always_hide)
    }

    /// The same error, one parameter further out.
    pub fn within(mut self, outer: &str) -> Self {
        if let EventError::Missing { parameter } | EventError::Invalid { parameter, .. } = &mut self
        {
            let dot = if parameter.is_empty() { "" } else { "." };
            *parameter = format!("{outer}{dot}{parameter}");
        }
        self.hidden_if(Secrets::always_hide)
    }

    /// The same error, without its value where that is of a parameter whose values are not shown.
    pub fn hidden_by(self, secrets: &Secrets) -> Self {
        self.hidden_if(|parameter| secrets.hide(parameter))
    }

    pub(crate) fn hidden_if(mut self, hides: impl FnOnce(&str) -> bool) -> Self {
        if let EventError::Invalid {
            parameter, value, ..
        } = &mut self
            && hides(parameter)
        {
            *value = None;
        }
        self
    }
}

impl fmt::Display for EventError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EventError::Unknown { event } => write!(formatter, "no event {event:?} is offered"),
            EventError::Missing { parameter } => write!(formatter, "{parameter}: missing"),
            EventError::Invalid {
                parameter,
                value,
                reason,
            } => match value {
                Some(value) => write!(formatter, "{parameter}: {value:?} {reason}"),
                None => write!(formatter, "{parameter}: what was sent {reason}"),
            },
            EventError::TooManyArguments { expected, given } => {
                let are = if *expected == 1 { "is" } else { "are" };
                write!(
                    formatter,
                    "{given} arguments where {expected} {are} expected"
                )
            }
        }
    }
}

impl std::error::Error for EventError {}

/// What of a client's text is kept: enough to recognise it.
const SHOWN_CHARACTERS: usize = 64;

fn shortened(text: &str) -> String {
    match text.char_indices().nth(SHOWN_CHARACTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// JSON with names of its own in it may hold a secret under any of them.
fn quotable(text: &str) -> bool {
    !text.trim_start().starts_with(['[', '{'])
}
