//! `Option` and `Vec` as parameters: absent or empty is none. Never a guess at what a malformed value meant.

use std::borrow::Cow;

use serde_json::value::RawValue;

use super::EventParam;
use crate::view::{EventError, FieldKind, Payload};

impl<P: EventParam> EventParam for Option<P> {
    type Borrowed = Option<P>;

    const OPTIONAL: bool = true;

    const KIND: FieldKind = P::KIND;

    const ITEM: FieldKind = P::ITEM;

    fn take(name: &str, payload: &mut Payload<'_>) -> Result<Self, EventError> {
        let is_absent = match P::KIND {
            FieldKind::Fields(_) => {
                return match P::take(name, payload) {
                    Err(EventError::Missing { .. }) => Ok(None),
                    taken => taken.map(Some),
                };
            }
            FieldKind::List(_) => payload.texts(name).is_empty(),
            _ => matches!(payload.text(name), None | Some("")),
        };
        match is_absent {
            true => Ok(None),
            false => P::take(name, payload).map(Some),
        }
    }

    fn decode(json: &RawValue) -> Result<Self, EventError> {
        match json.get() {
            "null" | "\"\"" => Ok(None),
            _ => P::decode(json).map(Some),
        }
    }

    fn encode(value: &Self, out: &mut String) {
        match value {
            Some(value) => P::encode(value.borrow(), out),
            None => out.push_str("null"),
        }
    }
}

impl<P: EventParam> EventParam for Vec<P> {
    type Borrowed = [P];

    const KIND: FieldKind = FieldKind::List(&P::ITEM);

    const ITEM: FieldKind = FieldKind::List(&FieldKind::Any);

    /// Every field of that name, each read as if it stood alone.
    fn take(name: &str, payload: &mut Payload<'_>) -> Result<Self, EventError> {
        if matches!(P::ITEM, FieldKind::Fields(_)) {
            let reason =
                "cannot be read by the names of fields: only a call's arguments can carry one";
            return Err(EventError::invalid("a list of structs", reason).within(name));
        }
        if payload.form.is_none() && payload.texts(name).is_empty() {
            return Err(EventError::missing(name));
        }
        let one = |text| {
            let field = (Cow::Borrowed(name), Cow::Borrowed(text));
            P::take(name, &mut Payload::of_fields(vec![field]))
        };
        payload.texts(name).into_iter().map(one).collect()
    }

    fn decode(json: &RawValue) -> Result<Self, EventError> {
        let pieces: Vec<&RawValue> = serde_json::from_str(json.get())
            .map_err(|_| EventError::invalid(json.get(), "is not a list"))?;
        let numbered = pieces.into_iter().enumerate();
        numbered
            .map(|(index, piece)| {
                P::decode(piece).map_err(|error| error.within(&index.to_string()))
            })
            .collect()
    }

    fn encode(value: &[P], out: &mut String) {
        out.push('[');
        for (index, item) in value.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            P::encode(item.borrow(), out);
        }
        out.push(']');
    }
}
