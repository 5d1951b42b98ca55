//! Reads a payload from its two pieces of JSON, bounded, without a tree of values. Looks nothing up.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;
use thiserror::Error;

use super::Payload;
use crate::wire::Bounds;

/// Why a payload was refused, with the bound it went over. Quotes nothing that a client sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PayloadError {
    /// Arguments and payload together are too long.
    #[error("the event carries more than {0} bytes")]
    TooLarge(usize),
    /// An argument nests too deeply.
    #[error("an argument of the event nests deeper than {0}")]
    TooDeep(usize),
    /// Too many arguments, fields or `dj-value-*`s.
    #[error("the event carries more than {0} fields")]
    TooManyKeys(usize),
    /// The name of a field is too long.
    #[error("the name of a field is longer than {0} bytes")]
    KeyTooLong(usize),
    /// The value of a field is too long.
    #[error("the value of a field is longer than {0} bytes")]
    ValueTooLong(usize),
    /// The arguments are no JSON array, or the payload is no object of the agreed shape.
    #[error("the event is not of the agreed shape")]
    Malformed,
}

impl<'a> Payload<'a> {
    /// The payload of a form that a returning page brings along, bounded like that of an event.
    pub fn of_form(
        fields: &'a [(Cow<'a, str>, Cow<'a, str>)],
        arguments: Option<&'a RawValue>,
        data: &'a [(Cow<'a, str>, Cow<'a, str>)],
        bounds: Bounds,
    ) -> Result<Self, PayloadError> {
        let arguments = arguments.map_or("0", RawValue::get);
        let lengths = fields.iter().chain(data);
        let lengths = lengths.map(|(name, value)| name.len() + value.len());
        if lengths.sum::<usize>() + arguments.len() > bounds.payload_bytes + "0".len() {
            return Err(PayloadError::TooLarge(bounds.payload_bytes));
        }
        let payload = Payload {
            arguments: read_arguments(arguments, bounds)?,
            data: borrowed(data),
            ..Self::of_fields(borrowed(fields))
        };
        check_sizes(&payload, bounds)?;
        Ok(payload)
    }

    /// Reads the arguments (an array, or 0 for none) and the payload (an object, or 0) of an event.
    pub fn read(
        arguments: &'a RawValue,
        payload: Option<&'a RawValue>,
        bounds: Bounds,
    ) -> Result<Self, PayloadError> {
        let payload = payload.map_or("0", RawValue::get);
        if arguments.get().len() + payload.len() > bounds.payload_bytes {
            return Err(PayloadError::TooLarge(bounds.payload_bytes));
        }
        let arguments = read_arguments(arguments.get(), bounds)?;
        let read = match payload {
            "0" => Payload::default(),
            payload => serde_json::from_str(payload).map_err(|_| PayloadError::Malformed)?,
        };
        let read = Payload { arguments, ..read };
        check_sizes(&read, bounds)?;
        Ok(read)
    }
}

/// An array of arguments, or 0 for none.
fn read_arguments(json: &str, bounds: Bounds) -> Result<Vec<&RawValue>, PayloadError> {
    check_depth(json, bounds.depth)?;
    match json {
        "0" => Ok(Vec::new()),
        json => serde_json::from_str(json).map_err(|_| PayloadError::Malformed),
    }
}

fn borrowed<'a>(pairs: &'a [(Cow<'a, str>, Cow<'a, str>)]) -> Vec<(Cow<'a, str>, Cow<'a, str>)> {
    let borrow = |text: &'a Cow<'a, str>| Cow::Borrowed(&**text);
    let pairs = pairs.iter();
    pairs
        .map(|(name, value)| (borrow(name), borrow(value)))
        .collect()
}

/// Brackets outside strings, counted: linear, and before anything recurses.
fn check_depth(json: &str, limit: usize) -> Result<(), PayloadError> {
    let (mut depth, mut in_string, mut escaped) = (0usize, false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        // The array of the arguments itself is no depth of theirs.
        if depth > limit.saturating_add(1) {
            return Err(PayloadError::TooDeep(limit));
        }
    }
    Ok(())
}

fn check_sizes(payload: &Payload<'_>, bounds: Bounds) -> Result<(), PayloadError> {
    let form = payload.form.as_deref().unwrap_or_default();
    if payload
        .arguments
        .len()
        .max(form.len())
        .max(payload.data.len())
        .max(payload.measures.len())
        > bounds.keys
    {
        return Err(PayloadError::TooManyKeys(bounds.keys));
    }
    let pairs = form.iter().chain(&payload.data).chain(&payload.measures);
    for (key, value) in pairs {
        if key.len() > bounds.key_bytes {
            return Err(PayloadError::KeyTooLong(bounds.key_bytes));
        }
        if value.len() > bounds.value_bytes {
            return Err(PayloadError::ValueTooLong(bounds.value_bytes));
        }
    }
    let arguments = payload
        .arguments
        .iter()
        .map(|argument| argument.get().len());
    let texts = [
        &payload.value,
        &payload.key,
        &payload.target,
        &payload.submitter,
    ];
    let texts = texts.into_iter().flatten().map(|text| text.len());
    if arguments
        .chain(texts)
        .any(|length| length > bounds.value_bytes)
    {
        return Err(PayloadError::ValueTooLong(bounds.value_bytes));
    }
    Ok(())
}

impl<'de: 'a, 'a> Deserialize<'de> for Payload<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PayloadVisitor)
    }
}

struct PayloadVisitor;

impl<'de> Visitor<'de> for PayloadVisitor {
    type Value = Payload<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the payload of an event")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut payload = Payload::default();
        while let Some(Text(key)) = map.next_key()? {
            match key.as_ref() {
                "v" => payload.value = Some(map.next_value::<Text<'_>>()?.0),
                "c" => payload.checked = Some(map.next_value()?),
                "f" => payload.form = Some(plain(map.next_value()?)),
                "k" => payload.key = Some(map.next_value::<Text<'_>>()?.0),
                "d" => payload.data = map.next_value::<Data<'_>>()?.0,
                "m" => payload.measures = map.next_value::<Measures<'_>>()?.0,
                "t" => payload.target = Some(map.next_value::<Text<'_>>()?.0),
                "s" => payload.submitter = Some(map.next_value::<Text<'_>>()?.0),
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(payload)
    }
}

fn plain<'a>(pairs: Vec<(Text<'a>, Text<'a>)>) -> Vec<(Cow<'a, str>, Cow<'a, str>)> {
    pairs
        .into_iter()
        .map(|(name, value)| (name.0, value.0))
        .collect()
}

/// A text, borrowed from the frame unless it holds escapes.
pub(in crate::wire) struct Text<'a>(pub(in crate::wire) Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Text(Cow::Owned(text.to_owned())))
    }
}

/// A text, a number or a truth value, as text.
struct Scalar<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Scalar<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ScalarVisitor)
    }
}

struct ScalarVisitor;

impl<'de> Visitor<'de> for ScalarVisitor {
    type Value = Scalar<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text, a number or a truth value")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Scalar(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Scalar(Cow::Owned(text.to_owned())))
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Self::Value, E> {
        Ok(Scalar(Cow::Borrowed(if truth { "true" } else { "false" })))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Scalar(Cow::Owned(number.to_string())))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Scalar(Cow::Owned(number.to_string())))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
        Ok(Scalar(Cow::Owned(number.to_string())))
    }
}

impl<'a> From<Text<'a>> for Cow<'a, str> {
    fn from(text: Text<'a>) -> Self {
        text.0
    }
}

impl<'a> From<Scalar<'a>> for Cow<'a, str> {
    fn from(scalar: Scalar<'a>) -> Self {
        scalar.0
    }
}

/// An object of texts as pairs: its keys are a client's, so no map is built from them.
pub(in crate::wire) struct Data<'a>(pub(in crate::wire) Vec<(Cow<'a, str>, Cow<'a, str>)>);

/// The same of scalars.
struct Measures<'a>(Vec<(Cow<'a, str>, Cow<'a, str>)>);

impl<'de: 'a, 'a> Deserialize<'de> for Data<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let pairs = PairsVisitor(PhantomData::<Text<'de>>);
        deserializer.deserialize_map(pairs).map(Data)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Measures<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let pairs = PairsVisitor(PhantomData::<Scalar<'de>>);
        deserializer.deserialize_map(pairs).map(Measures)
    }
}

struct PairsVisitor<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de> + Into<Cow<'de, str>>> Visitor<'de> for PairsVisitor<V> {
    type Value = Vec<(Cow<'de, str>, Cow<'de, str>)>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::new();
        while let Some((name, value)) = map.next_entry::<Text<'de>, V>()? {
            pairs.push((name.0, value.into()));
        }
        Ok(pairs)
    }
}
