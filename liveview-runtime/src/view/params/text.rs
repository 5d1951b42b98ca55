//! Texts and characters as parameters. Neither trims nor cuts what was sent.

use serde_json::value::RawValue;

use super::{EventParam, json};
use crate::view::{EventError, FieldKind, Payload};

impl EventParam for String {
    type Borrowed = str;

    const KIND: FieldKind = FieldKind::Text;

    fn take(name: &str, payload: &mut Payload<'_>) -> Result<Self, EventError> {
        let text = payload.text(name);
        text.map(str::to_owned)
            .ok_or_else(|| EventError::missing(name))
    }

    fn decode(json: &RawValue) -> Result<Self, EventError> {
        let text =
            json::string(json).ok_or_else(|| EventError::invalid(json.get(), "is not a text"))?;
        Ok(text.into_owned())
    }

    fn encode(value: &str, out: &mut String) {
        json::write_string(value, out);
    }
}

impl EventParam for char {
    type Borrowed = char;

    const KIND: FieldKind = FieldKind::Character;

    fn take(name: &str, payload: &mut Payload<'_>) -> Result<Self, EventError> {
        let text = payload
            .text(name)
            .ok_or_else(|| EventError::missing(name))?;
        character(text).map_err(|error| error.within(name))
    }

    fn decode(json: &RawValue) -> Result<Self, EventError> {
        let text = json::string(json)
            .ok_or_else(|| EventError::invalid(json.get(), "is not a character"))?;
        character(&text)
    }

    fn encode(value: &char, out: &mut String) {
        json::write_string(value.encode_utf8(&mut [0; 4]), out);
    }
}

fn character(text: &str) -> Result<char, EventError> {
    let mut characters = text.chars();
    match (characters.next(), characters.next()) {
        (Some(character), None) => Ok(character),
        _ => Err(EventError::invalid(text, "is not one character")),
    }
}
