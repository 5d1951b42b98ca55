//! Numbers and truth values as parameters: read from a browser's texts as from JSON, out of range refused. Nothing is cut to fit.

use std::num::IntErrorKind;

use serde_json::value::RawValue;

use super::{EventParam, json};
use crate::view::{EventError, FieldKind, Payload};

/// Beyond this a browser's numbers lose their last digits, so such integers travel as texts.
const LARGEST_EXACT: u128 = (1 << 53) - 1;

macro_rules! integers {
    ($($integer:ident)*) => {$(
        impl EventParam for $integer {
            type Borrowed = $integer;

            const KIND: FieldKind = FieldKind::Integer {
                least: $integer::MIN as i128,
                most: $integer::MAX as u128,
            };

            fn take(name: &str, payload: &mut Payload<'_>) -> Result<Self, EventError> {
                from_payload(name, payload, Self::from_text)
            }

            fn decode(json: &RawValue) -> Result<Self, EventError> {
                from_json(json, "is not a whole number", Self::from_text)
            }

            fn encode(value: &Self, out: &mut String) {
                let exact = value.unsigned_abs_wide() <= LARGEST_EXACT;
                let quote = if exact { "" } else { "\"" };
                out.push_str(quote);
                out.push_str(itoa::Buffer::new().format(*value));
                out.push_str(quote);
            }
        }

        impl FromText for $integer {
            fn from_text(text: &str) -> Result<Self, EventError> {
                text.parse().map_err(|error: std::num::ParseIntError| match error.kind() {
                    IntErrorKind::PosOverflow => {
                        EventError::invalid(text, format!("is larger than {}", Self::MAX))
                    }
                    IntErrorKind::NegOverflow => {
                        EventError::invalid(text, format!("is smaller than {}", Self::MIN))
                    }
                    _ => EventError::invalid(text, "is not a whole number"),
                })
            }
        }
    )*};
}

macro_rules! magnitudes {
    ($($integer:ident: $magnitude:expr,)*) => {$(
        impl Magnitude for $integer {
            fn unsigned_abs_wide(self) -> u128 {
                let magnitude: fn($integer) -> u128 = $magnitude;
                magnitude(self)
            }
        }
    )*};
}

/// A value with one spelling as a text.
trait FromText: Sized {
    fn from_text(text: &str) -> Result<Self, EventError>;
}

/// How far from zero an integer is.
trait Magnitude {
    fn unsigned_abs_wide(self) -> u128;
}

integers! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

magnitudes! {
    u8: u128::from,
    u16: u128::from,
    u32: u128::from,
    u64: u128::from,
    u128: |value| value,
    usize: |value| value as u128,
    i8: |value| value.unsigned_abs().into(),
    i16: |value| value.unsigned_abs().into(),
    i32: |value| value.unsigned_abs().into(),
    i64: |value| value.unsigned_abs().into(),
    i128: i128::unsigned_abs,
    isize: |value| value.unsigned_abs() as u128,
}

macro_rules! floats {
    ($($float:ident)*) => {$(
        impl EventParam for $float {
            type Borrowed = $float;

            const KIND: FieldKind = FieldKind::Float;

            fn take(name: &str, payload: &mut Payload<'_>) -> Result<Self, EventError> {
                from_payload(name, payload, Self::from_text)
            }

            fn decode(json: &RawValue) -> Result<Self, EventError> {
                from_json(json, "is not a number", Self::from_text)
            }

            fn encode(value: &Self, out: &mut String) {
                // JSON has no word for what is not finite; `null` is refused when it comes back.
                match value.is_finite() {
                    true => out.push_str(zmij::Buffer::new().format_finite(*value)),
                    false => out.push_str("null"),
                }
            }
        }

        impl FromText for $float {
            fn from_text(text: &str) -> Result<Self, EventError> {
                // Rust also reads `inf` and `NaN`, and overflows to the former; neither is what a person meant.
                match text.parse::<$float>() {
                    Ok(value) if value.is_finite() => Ok(value),
                    _ => Err(EventError::invalid(text, "is not a number")),
                }
            }
        }
    )*};
}

floats! { f32 f64 }

/// Keys that an event names while they are held.
const HELD: [&str; 4] = ["ctrl", "alt", "shift", "meta"];

impl EventParam for bool {
    type Borrowed = bool;

    const KIND: FieldKind = FieldKind::Flag;

    /// A checkbox that is not ticked is absent from its form, a key that is not held from all; else absent is missing.
    fn take(name: &str, payload: &mut Payload<'_>) -> Result<Self, EventError> {
        match payload.text(name) {
            Some(text) => truth(text).map_err(|error| error.within(name)),
            None if payload.form.is_some() || HELD.contains(&name) => Ok(false),
            None => Err(EventError::missing(name)),
        }
    }

    fn decode(json: &RawValue) -> Result<Self, EventError> {
        from_json(json, "is neither true nor false", truth)
    }

    fn encode(value: &bool, out: &mut String) {
        out.push_str(if *value { "true" } else { "false" });
    }
}

fn truth(text: &str) -> Result<bool, EventError> {
    match text {
        "true" | "on" => Ok(true),
        "false" => Ok(false),
        _ => Err(EventError::invalid(text, "is neither true nor false")),
    }
}

fn from_payload<T>(
    name: &str,
    payload: &Payload<'_>,
    read: fn(&str) -> Result<T, EventError>,
) -> Result<T, EventError> {
    let text = payload
        .text(name)
        .ok_or_else(|| EventError::missing(name))?;
    read(text).map_err(|error| error.within(name))
}

fn from_json<T>(
    json: &RawValue,
    otherwise: &'static str,
    read: fn(&str) -> Result<T, EventError>,
) -> Result<T, EventError> {
    let text = json::scalar(json).ok_or_else(|| EventError::invalid(json.get(), otherwise))?;
    read(&text)
}
