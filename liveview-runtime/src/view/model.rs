//! `dj-model`: from what a control says to a field of the view, and back to whether a choice is the field's. Knows no page.

use std::borrow::{Borrow, Cow};

use serde_json::value::RawValue;

use super::{EventError, EventParam, FieldKind, Payload, ViewState, no_more_arguments};

/// The event that a control with `dj-model` sends; its one argument is the field.
pub(crate) const UPDATE: &str = "update_model";

/// Sets the field that the event names, if the view has given it to controls.
///
/// # Errors
/// When it has not, or the value is none of the field's type.
pub(crate) fn update_model<V: ViewState>(
    view: &mut V,
    payload: &mut Payload<'_>,
) -> Result<(), EventError> {
    let field = payload
        .next_argument()
        .ok_or_else(|| EventError::missing("field"))?;
    no_more_arguments(payload)?;
    let field = text(field).ok_or_else(|| EventError::unknown(UPDATE))?;
    view.update_model(&field, payload)
}

fn text(json: &RawValue) -> Option<String> {
    serde_json::from_str(json.get()).ok()
}

/// What a control says, as the value of a field of this kind: a truth value is whether it is ticked, a list stands under
/// the field's own name, all else is the control's value.
///
/// # Errors
/// When it is none of the field's type; the error calls it by the field's name.
pub fn take_model<P: EventParam>(name: &str, payload: &mut Payload<'_>) -> Result<P, EventError> {
    let source = match P::KIND {
        FieldKind::Flag => "checked",
        FieldKind::List(_) => name,
        _ => "value",
    };
    P::take(source, payload).map_err(|error| error.renamed(name))
}

/// Whether the choice of this value is the field's.
pub fn is_model<P: EventParam>(field: &P, value: &str) -> bool {
    let mut json = String::new();
    P::encode(Borrow::borrow(field), &mut json);
    match serde_json::from_str::<Cow<'_, str>>(&json) {
        Ok(text) => text == value,
        Err(_) if json == "null" => value.is_empty(),
        Err(_) => json == value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_the_fields_if_its_value_is_what_the_field_is_read_from() {
        assert!(is_model(&"a \"b\"".to_owned(), "a \"b\""));
        assert!(!is_model(&"a".to_owned(), "b"));
        assert!(is_model(&7_u8, "7"));
        assert!(is_model(&u64::MAX, &u64::MAX.to_string()));
        assert!(is_model(&Some('x'), "x"));
        assert!(is_model(&None::<u8>, ""));
        assert!(!is_model(&None::<u8>, "null"));
        assert!(is_model(&true, "true"));
    }
}
