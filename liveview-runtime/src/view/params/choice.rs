//! One of several names as a parameter: what a plain enum is. Knows no enum.

use std::borrow::Cow;

use serde_json::value::RawValue;

use super::json;
use crate::view::{EventError, Payload};

/// The value whose name the payload holds.
pub fn take<T, const N: usize>(
    name: &str,
    payload: &Payload<'_>,
    choices: [(&str, T); N],
) -> Result<T, EventError> {
    let text = payload
        .text(name)
        .ok_or_else(|| EventError::missing(name))?;
    choose(text, choices).map_err(|error| error.within(name))
}

/// The value whose name a call argument is.
pub fn decode<T, const N: usize>(
    json: &RawValue,
    choices: [(&str, T); N],
) -> Result<T, EventError> {
    let text = json::scalar(json).unwrap_or(Cow::Borrowed(json.get()));
    choose(&text, choices)
}

/// Writes a name as a call argument.
pub fn encode(name: &str, out: &mut String) {
    json::write_string(name, out);
}

fn choose<T, const N: usize>(text: &str, choices: [(&str, T); N]) -> Result<T, EventError> {
    let names = choices.each_ref().map(|(name, _)| *name).join(", ");
    let mut choices = choices.into_iter();
    let chosen = choices.find(|(name, _)| *name == text);
    chosen
        .map(|(_, value)| value)
        .ok_or_else(|| EventError::invalid(text, format!("is none of {names}")))
}
