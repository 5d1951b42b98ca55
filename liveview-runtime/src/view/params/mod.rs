//! How an event's parameters are read and written: one trait, and its meaning for plain values. Knows no handler.

pub mod choice;
mod collection;
mod json;
mod scalar;
mod text;

use std::borrow::Borrow;

use serde_json::value::RawValue;

use super::{EventError, Payload};

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

    /// The names it is read by, where that is not its own.
    const FIELDS: Option<&'static [FieldSpec]> = None;

    /// Finds the parameter of that name in what the browser said.
    fn take(name: &str, payload: &mut Payload<'_>) -> Result<Self, EventError>;

    /// Reads a call argument.
    fn decode(json: &RawValue) -> Result<Self, EventError>;

    /// Writes a call argument as JSON.
    fn encode(value: &Self::Borrowed, out: &mut String);
}

/// One field of a struct that is read by the names of its fields.
#[derive(Debug, Clone, Copy)]
pub struct FieldSpec {
    /// Its name.
    pub name: &'static str,
    /// Whether it may be absent.
    pub optional: bool,
    /// The names it is read by, where it is a struct itself.
    pub fields: Option<&'static [FieldSpec]>,
}

/// The next parameter of an event: the call argument at its place, else what the payload holds by its name.
pub fn argument<P: EventParam>(name: &str, payload: &mut Payload<'_>) -> Result<P, EventError> {
    match payload.next_argument() {
        Some(json) => P::decode(json).map_err(|error| error.within(name)),
        None => P::take(name, payload),
    }
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
