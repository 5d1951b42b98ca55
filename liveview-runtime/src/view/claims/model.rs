//! Facts about the fields that `dj-model` names: there is such a field, and its control suits it. Reads no form.

use super::controls::{Sends, misfit, named};
use super::likeness::{nearest, same};
use super::text::Message;
use super::values::misread;
use crate::view::{FieldKind, FieldSpec};

/// Stops the compiler where the view has given no field of that name to controls.
#[track_caller]
pub const fn claim_model(models: &[FieldSpec], name: &'static str) {
    if field(models, name).is_some() {
        return;
    }
    let mut names = [""; 64];
    let mut index = 0;
    while index < models.len() && index < names.len() {
        names[index] = models[index].name;
        index += 1;
    }
    let message = Message::new()
        .and("this view has no field `")
        .and(name)
        .and("` under `#[model]`");
    let message = match nearest(name, &names) {
        Some(near) => message.and("\nhelp: did you mean `").and(near).and("`?"),
        None => message
            .and("\nhelp: write `#[model] ")
            .and(name)
            .and(": …` in the view's struct: controls change what is marked, and nothing else"),
    };
    panic!("{}", message.text());
}

/// Stops the compiler where the field cannot be read from what such a control sends; `chosen` is one of several given.
#[track_caller]
pub const fn claim_model_suits(
    models: &[FieldSpec],
    name: &'static str,
    sends: Sends,
    chosen: bool,
) {
    let Some(field) = field(models, name) else {
        return;
    };
    let is = match (field.kind, sends) {
        (FieldKind::Fields(_), _) => Some((
            " is a struct, which no single control fills",
            "put its fields into a form, and bind `dj-change`",
        )),
        (FieldKind::Flag | FieldKind::Any, Sends::State) => None,
        (_, Sends::State) => Some((
            " is not true or false, and a checkbox says nothing else",
            "make it a `bool`",
        )),
        (FieldKind::List(_), Sends::Several) => None,
        (FieldKind::List(_), _) => Some((
            " is a list, and this is one value",
            "a `<select multiple>` fills a list; for boxes of one name put them into a form",
        )),
        (FieldKind::Flag, _) if !chosen => Some((
            " is true or false, which nobody should have to type",
            "use a checkbox",
        )),
        // What is chosen was written in the template, which is looked at value by value.
        (FieldKind::Flag, Sends::Text) if chosen => Some((
            " is true or false, and of a radio button only its value counts",
            "use a checkbox",
        )),
        (_, Sends::Text) if chosen => None,
        _ => {
            if let Some(message) = misfit(&field, sends) {
                panic!("{}", message.text());
            }
            None
        }
    };
    if let Some((is, help)) = is {
        let message = named(&field).and(is).and("\nhelp: ").and(help);
        panic!("{}", message.text());
    }
}

/// Stops the compiler where the field cannot be read from a value that stands in the template.
#[track_caller]
pub const fn claim_model_reads(models: &[FieldSpec], name: &'static str, text: &'static str) {
    if let Some(field) = field(models, name)
        && let Some(message) = misread(&field, Some(text))
    {
        panic!("{}", message.text());
    }
}

/// The number of the view's field of that name; one that every view has where it has none, so that rustc says no more
/// of it than [`claim_model`].
pub const fn model_index(models: &[FieldSpec], name: &str) -> usize {
    let mut index = 0;
    while index < models.len() {
        if same(models[index].name.as_bytes(), name.as_bytes()) {
            return index;
        }
        index += 1;
    }
    NONE
}

/// No field's number.
const NONE: usize = usize::MAX;

/// A field of a view that controls show and change, by its number.
pub trait ModelAt<const NUMBER: usize> {
    /// Its type.
    type Field;

    /// What it is now.
    fn field(&self) -> &Self::Field;
}

impl<V> ModelAt<NONE> for V {
    type Field = String;

    fn field(&self) -> &String {
        static NOTHING: String = String::new();
        &NOTHING
    }
}

const fn field(models: &[FieldSpec], name: &str) -> Option<FieldSpec> {
    match model_index(models, name) {
        NONE => None,
        index => Some(models[index]),
    }
}
