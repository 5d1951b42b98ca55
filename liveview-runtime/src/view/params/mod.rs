//! How an event's parameters are read and written: one trait, and its meaning for plain values. Knows no handler.

pub mod choice;
mod collection;
mod json;
mod scalar;
mod text;

use std::borrow::{Borrow, Cow};

use serde_json::value::RawValue;

use super::{EventError, FieldKind, Payload};

pub use json::{Fields, object};

/// A value that an event can carry: plain values, `Option` and `Vec` of them, and what derives `EventParams`.
///
/// `encode` and `decode` are inverse; `take` reads what a browser says, where everything is a text.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a parameter of an event",
    label = "no browser can supply this",
    note = "put `#[derive(EventParams)]` on `{Self}`: a struct with the fields of a form, a newtype, or an enum of plain variants"
)]
pub trait EventParam: Sized + Send + 'static + Borrow<Self::Borrowed> {
    /// What a template lends to a binding: `str` for a `String`, itself for most.
    type Borrowed: ?Sized;

    /// Whether it may be absent.
    const OPTIONAL: bool = false;

    /// What it is read from, so that templates can be checked against it; nothing is checked for an unknown one.
    const KIND: FieldKind = FieldKind::Any;

    /// The same where it stands in a list. A struct hides its fields here, so that it may hold a list of itself.
    const ITEM: FieldKind = Self::KIND;

    /// Finds the parameter of that name in what the browser said. A struct finds its fields behind the name and a
    /// point; one that is a parameter itself has no name.
    fn take(name: &str, payload: &mut Payload<'_>) -> Result<Self, EventError>;

    /// Reads a call argument.
    fn decode(json: &RawValue) -> Result<Self, EventError>;

    /// Writes a call argument as JSON.
    fn encode(value: &Self::Borrowed, out: &mut String);
}

/// The next parameter of an event: the call argument at its place, else what the payload holds by its name.
pub fn argument<P: EventParam>(name: &str, payload: &mut Payload<'_>) -> Result<P, EventError> {
    match payload.next_argument() {
        Some(json) => P::decode(json).map_err(|error| error.within(name)),
        None if matches!(P::KIND, FieldKind::Fields(_)) => P::take("", payload),
        None => P::take(name, payload),
    }
}

/// The name of a struct's field, behind the struct's own.
pub fn inner(outer: &str, name: &'static str) -> Cow<'static, str> {
    match outer {
        "" => Cow::Borrowed(name),
        outer => Cow::Owned(format!("{outer}.{name}")),
    }
}

/// A field with a default, which it is where it is absent or empty.
pub fn or_default<P: EventParam + Default>(
    name: &str,
    payload: &mut Payload<'_>,
) -> Result<P, EventError> {
    <Option<P> as EventParam>::take(name, payload).map(Option::unwrap_or_default)
}

/// Refuses call arguments that no parameter has taken.
pub fn no_more_arguments(payload: &Payload<'_>) -> Result<(), EventError> {
    match payload.arguments_taken() {
        (taken, given) if taken < given => Err(EventError::TooManyArguments {
            expected: taken,
            given,
        }),
        _ => Ok(()),
    }
}
