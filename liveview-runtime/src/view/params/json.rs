//! Pieces of JSON as texts, objects and lists, without a tree of values. Knows no parameter types.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::view::{EventError, Payload};

/// The text of a JSON string.
pub(super) fn string(json: &RawValue) -> Option<Cow<'_, str>> {
    let source = json.get();
    let inner = source.strip_prefix('"')?.strip_suffix('"')?;
    if !inner.contains('\\') {
        return Some(Cow::Borrowed(inner));
    }
    serde_json::from_str(source).ok().map(Cow::Owned)
}

/// A JSON string's text, or a number's or truth value's own spelling.
pub(super) fn scalar(json: &RawValue) -> Option<Cow<'_, str>> {
    match json.get().as_bytes().first() {
        Some(b'"') => string(json),
        Some(b'[' | b'{') | None => None,
        Some(_) => Some(Cow::Borrowed(json.get())),
    }
}

/// Writes a JSON string.
pub(super) fn write_string(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            control if control < ' ' => {
                out.push_str("\\u00");
                let code = control as u32;
                out.extend([code >> 4, code & 15].map(|digit| {
                    char::from_digit(digit, 16).expect("four bits are one hexadecimal digit")
                }));
            }
            plain => out.push(plain),
        }
    }
    out.push('"');
}

/// The fields of a JSON object, each as its own piece, in order.
pub struct Fields<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

/// Takes a JSON object apart.
pub fn object(json: &RawValue) -> Result<Fields<'_>, EventError> {
    serde_json::from_str(json.get())
        .map_err(|_| EventError::invalid(json.get(), "is not an object"))
}

impl<'a> Fields<'a> {
    /// The field of that name, decoded; an absent one is what an absent form field is.
    pub fn field<P>(
        &self,
        decode: fn(&RawValue) -> Result<P, EventError>,
        take: fn(&str, &mut Payload<'_>) -> Result<P, EventError>,
        name: &str,
    ) -> Result<P, EventError> {
        match self.0.iter().find(|(field, _)| field == name) {
            Some((_, json)) => decode(json).map_err(|error| error.within(name)),
            None => take(name, &mut Payload::default()),
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Fields<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(entry) = map.next_entry::<Name<'_>, &RawValue>()? {
            fields.push((entry.0.0, entry.1));
        }
        Ok(Fields(fields))
    }
}

/// The name of a field, borrowed unless it holds escapes.
struct Name<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Name<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = <&RawValue>::deserialize(deserializer)?;
        let name =
            string(json).ok_or_else(|| serde::de::Error::custom("a field without a name"))?;
        Ok(Name(name))
    }
}
