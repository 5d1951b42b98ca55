//! Whether what a control sends can be read as a field, and in which words it cannot. Knows no element, only what it sends.

use super::text::Message;
use crate::view::{FieldKind, FieldSpec};

/// What a control puts under its name, or an event under one of its own.
#[derive(Debug, Clone, Copy)]
pub enum Sends {
    /// What is typed.
    Text,
    /// A number, or nothing.
    Number,
    /// What this type of input has a spelling of its own for, such as a date.
    Special,
    /// A value where it is ticked, nothing where not.
    Tick,
    /// A value that the template or the server wrote.
    Value,
    /// Several under one name.
    Several,
    /// A file.
    File,
    /// The name of a key.
    Key,
    /// Whether it is ticked.
    State,
    /// A number that may have a fraction, as a place has.
    Measure,
    /// A whole number.
    Whole,
    /// Whether something is so.
    Truth,
    /// A text that is often not there.
    Maybe,
}

/// What is wrong, behind the field's name, and the way out.
type Misfit = Option<(&'static str, &'static str)>;

/// Why such a control cannot fill the field; nothing where it can.
pub(super) const fn misfit(field: &FieldSpec, sends: Sends) -> Option<Message> {
    if let Sends::File = sends {
        let message = "a file is not sent with an event\nhelp: leave its `name` out";
        return Some(Message::new().and(message));
    }
    let misfit = match field.kind {
        // What cannot be a field at all is said of its name.
        FieldKind::Any | FieldKind::Fields(_) | FieldKind::List(FieldKind::Fields(_)) => None,
        FieldKind::List(_) if matches!(sends, Sends::Tick | Sends::Several) => None,
        FieldKind::List(item) => {
            let kind = *item;
            return misfit_of_item(field, kind, sends);
        }
        FieldKind::Flag => flag(sends),
        kind => match single(field, sends) {
            None => value(kind, sends),
            misfit => misfit,
        },
    };
    match misfit {
        Some((is, help)) => Some(named(field).and(is).and("\nhelp: ").and(help)),
        None => None,
    }
}

/// Each value of a list is one of its items.
const fn misfit_of_item(list: &FieldSpec, kind: FieldKind, sends: Sends) -> Option<Message> {
    let item = FieldSpec { kind, ..*list };
    misfit(&item, sends)
}

const fn flag(sends: Sends) -> Misfit {
    match sends {
        Sends::Tick | Sends::Value | Sends::State | Sends::Truth => None,
        Sends::Measure | Sends::Whole => Some((
            " is true or false, and this is a number",
            "make it an `f64`",
        )),
        _ => Some((
            " is true or false, and this sends neither",
            "use a checkbox: in a form it fills the field, elsewhere it is `checked: bool`",
        )),
    }
}

/// What is one value, and whether it is always there.
const fn single(field: &FieldSpec, sends: Sends) -> Misfit {
    match sends {
        Sends::Maybe if !field.optional => Some((
            " must be sent, and often there is none",
            "make it an `Option<String>`",
        )),
        Sends::Several => Some((
            " is one value, and this sends several",
            "make it a `Vec`, or let one be chosen",
        )),
        Sends::Tick if !field.optional => Some((
            " must be sent, and a checkbox that is not ticked sends nothing",
            "a `bool` is whether it is ticked; an `Option` may be absent",
        )),
        _ => None,
    }
}

const fn value(kind: FieldKind, sends: Sends) -> Misfit {
    match (kind, sends) {
        (FieldKind::Text, _) | (_, Sends::Value | Sends::Tick) => None,
        (kind, Sends::Measure | Sends::Whole | Sends::Truth) => measured(kind, sends),
        (FieldKind::Choice(_), Sends::Key) => None,
        (FieldKind::Choice(_), _) => Some((
            " is one of a few names, which nobody should have to type",
            "offer them in a `<select>` or as radio buttons",
        )),
        (FieldKind::Character, Sends::Special) => Some((
            " is one character, and this sends more",
            "make it a `String`",
        )),
        (FieldKind::Character, _) | (_, Sends::Text | Sends::Number) => None,
        (_, Sends::Key) => Some((
            " is a number, and this sends the name of a key, as in `Enter`",
            "make it a `String`",
        )),
        (_, Sends::State) => Some((
            " is a number, and this sends whether a box is ticked",
            "make it a `bool`",
        )),
        _ => Some((
            " is a number, and this never sends one",
            "write `type=\"number\"`",
        )),
    }
}

/// What the browser measures or knows by itself.
const fn measured(kind: FieldKind, sends: Sends) -> Misfit {
    match (kind, sends) {
        (FieldKind::Float, Sends::Measure | Sends::Whole)
        | (FieldKind::Integer { .. }, Sends::Whole) => None,
        (FieldKind::Integer { .. }, Sends::Measure) => Some((
            " is a whole number, and this may have a fraction",
            "make it an `f64`",
        )),
        (_, Sends::Measure | Sends::Whole) => {
            Some((" is no number, and this is one", "make it an `f64`"))
        }
        _ => Some((
            " is neither true nor false, and this is one of them",
            "make it a `bool`",
        )),
    }
}

/// Why nothing in a form can be called that; nothing where it can.
pub(super) const fn no_field(field: &FieldSpec) -> Option<Message> {
    match field.kind {
        FieldKind::Fields(fields) => Some(no_single_field(field, fields)),
        FieldKind::List(FieldKind::Fields(_)) => {
            let is = " is a list of structs, which no form can fill";
            let help = "\nhelp: leave the `name` out, and give the list as an argument of the call";
            Some(named(field).and(is).and(help))
        }
        _ => None,
    }
}

const fn no_single_field(field: &FieldSpec, fields: &[FieldSpec]) -> Message {
    let mut message =
        named(field).and(" is a struct, which no single input fills\nhelp: name its fields: ");
    let mut index = 0;
    while index < fields.len() {
        let comma = if index == 0 { "`" } else { ", `" };
        message = message.and(comma).and(field.name).and(".");
        message = message.and(fields[index].name).and("`");
        index += 1;
    }
    message
}

/// `age: u8`, in quotes.
pub(super) const fn named(field: &FieldSpec) -> Message {
    let message = Message::new().and("`").and(field.name).and(": ");
    message.and(field.type_name).and("`")
}
