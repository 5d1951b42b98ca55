//! Facts about types that `html!` has rustc check: what a form is read as, what a binding lacks. Runs at compile time alone.

mod absence;
mod controls;
mod events_of;
mod likeness;
mod lookup;
mod model;
mod text;
mod values;

use super::{EventSpec, FieldKind, FieldSpec};
use likeness::{is_like, nearest};
use lookup::{Demand, Found, event, fields_of, lacking, nearest_field, takes_nothing};
use text::{Message, Path};

pub use absence::{FieldAt, NO_FIELD, NoField, holds_more, missing_field};
pub use controls::Sends;
pub use events_of::{AnyEvents, EventsOf};
pub use lookup::Bound;
pub use model::{ModelAt, claim_model, claim_model_reads, claim_model_suits, model_index};

/// Stops the compiler where an enum written by hand has no event of that name, or one that takes less.
#[track_caller]
pub const fn claim_called(events: &[EventSpec], name: &'static str, given: usize) {
    let Some(event) = event(events, name) else {
        let mut names = [""; 64];
        let mut index = 0;
        while index < events.len() && index < names.len() {
            names[index] = events[index].name;
            index += 1;
        }
        let message = Message::new().and("this view has no event `").and(name);
        let message = match nearest(name, &names) {
            Some(near) => message.and("`\nhelp: did you mean `").and(near).and("`?"),
            None => message
                .and("`\nhelp: add a variant of that name to the enum that derives `LiveEvent`"),
        };
        panic!("{}", message.text());
    };
    let takes = event.params.len();
    if given > takes {
        let message = Message::new().and("`").and(name).and("` takes ");
        let message = message.and_number(takes as u128);
        let message = message.and(if takes == 1 {
            " argument, and "
        } else {
            " arguments, and "
        });
        let message = message.and_number(given as u128);
        let message = message.and(if given == 1 {
            " is given"
        } else {
            " are given"
        });
        let message = signature(event, message.and("\nhelp: its parameters are those of `"));
        panic!("{}", message.and("`").text());
    }
}

/// Stops the compiler where neither the event nor the element supplies a parameter.
#[track_caller]
pub const fn claim_supplied(bound: &Bound, source: &Source<'_>, names: &[&str]) {
    let left = bound.left();
    let mut index = 0;
    while index < left.len() {
        let field = left[index];
        // A parameter's own name does not stand before the names of its fields.
        let fields = match field.kind {
            FieldKind::Fields(fields) if !field.optional => fields,
            _ => left.split_at(index).1.split_at(1).0,
        };
        if let Some(path) = first_lacking(fields, names, Demand::Everything) {
            let message = missing(bound, field).and(source.says);
            let message = message.and(" does not supply ");
            let message = match field.kind {
                FieldKind::Fields(_) => message.and("its `").and(path.text()).and("`"),
                _ => message.and("it"),
            };
            let message = comes_with(path.text(), message.and("\nhelp: "));
            let message = match source.before.is_empty() {
                true => message,
                false => {
                    let message = message.and(or_write(path.text())).and(source.before);
                    let message = message.and(name_of(bound)).and("(…)");
                    message.and(source.behind).and("`")
                }
            };
            panic!("{}", message.text());
        }
        index += 1;
    }
}

/// What a binding hears.
#[derive(Debug)]
pub struct Source<'s> {
    /// In front of the call in the template, as in `dj-click={`; empty where no call can stand.
    pub before: &'s str,
    /// Behind it.
    pub behind: &'s str,
    /// In a sentence: `a click`.
    pub says: &'s str,
}

/// Where a value of that name comes from; the compiler's own messages say the same.
const fn comes_with(name: &str, message: Message) -> Message {
    let from = match name.as_bytes() {
        b"value" => "`value` comes with `dj-input` and `dj-change`, and with keys in a field",
        b"checked" => {
            "`checked` comes with clicks on checkboxes and radio buttons, and with their changes"
        }
        b"key" => "`key` comes with `dj-keydown` and `dj-keyup`",
        b"_target" => "`_target` comes with edits of a control that has a `name`",
        b"_submitter" => "`_submitter` comes with `dj-submit`",
        _ => return dashed(name, message.and("give the element `dj-value-")).and("`"),
    };
    message.and(from)
}

/// What joins the two ways out.
const fn or_write(name: &str) -> &'static str {
    match name.as_bytes() {
        b"value" | b"checked" | b"key" | b"_target" | b"_submitter" => "; or write `",
        _ => ", or write `",
    }
}

/// `todo-id` of `todo_id`.
const fn dashed(name: &str, mut message: Message) -> Message {
    let mut index = 0;
    while index < name.len() {
        let (_, rest) = name.as_bytes().split_at(index);
        let piece = match rest {
            [b'_', ..] => "-",
            [byte, ..] => match std::str::from_utf8(std::slice::from_ref(byte)) {
                Ok(letter) => letter,
                Err(_) => "…",
            },
            [] => "",
        };
        message = message.and(piece);
        index += 1;
    }
    message
}

/// Stops the compiler where a parameter is filled by no field of the form. What a struct lacks is only warned of.
#[track_caller]
pub const fn claim_filled(
    bounds: &[&Bound],
    index: usize,
    names: &[&str],
    (before, behind): (&str, &str),
) {
    let bound = bounds[index];
    let left = bound.left();
    let mut index = 0;
    while index < left.len() {
        let field = left[index];
        index += 1;
        let is_struct = matches!(field.kind, FieldKind::Fields(_));
        if is_struct || lacking(field, Path::new(), names, Demand::Everything).is_none() {
            continue;
        }
        if is_misspelt(field.name, bounds, names) {
            continue;
        }
        let message = missing(bound, field).and("no field of this form is called that\nhelp: add ");
        let message = message
            .and("`<input name=\"")
            .and(field.name)
            .and("\" />`, or write `");
        let message = message.and(before).and(name_of(bound)).and("(…)");
        panic!("{}", message.and(behind).and("`").text());
    }
}

/// Stops the compiler where a form's field is none of what its handlers read.
#[track_caller]
pub const fn claim_field(bounds: &[&Bound], name: &'static str) {
    if !is_unknown(bounds, name) {
        let mut index = 0;
        while index < bounds.len() {
            if let Found::Field(field) = bounds[index].find(name)
                && let Some(message) = controls::no_field(&field)
            {
                panic!("{}", message.text());
            }
            index += 1;
        }
        return;
    }
    let mut message = Message::new().and("this form fills ");
    let mut index = 0;
    while index < bounds.len() {
        if let Some(event) = bounds[index].event() {
            message = message.and(if index == 0 { "`" } else { " and `" });
            message = signature(event, message).and("`");
        }
        index += 1;
    }
    let none = if bounds.len() == 1 {
        ", which has no field `"
    } else {
        ", and none has a field `"
    };
    message = message.and(none).and(name).and("`");
    message = match nearest_field(bounds, name) {
        Some(near) => message
            .and("\nhelp: did you mean `")
            .and(near.text())
            .and("`?"),
        None if takes_nothing(bounds) => message.and(
            "\nhelp: give the handler a parameter that reads it, or leave the control without a name",
        ),
        None => fields_of(bounds, message.and("\nhelp: it may be ")),
    };
    panic!("{}", message.text());
}

/// Stops the compiler where a field cannot be read from what such a control sends.
#[track_caller]
pub const fn claim_suits(bounds: &[&Bound], name: &'static str, sends: Sends) {
    let mut index = 0;
    while index < bounds.len() {
        if let Found::Field(field) = bounds[index].find(name)
            && let Some(message) = controls::misfit(&field, sends)
        {
            panic!("{}", message.text());
        }
        index += 1;
    }
}

/// Stops the compiler where a field cannot be read from this text, or from what a browser sends where there is none.
#[track_caller]
pub const fn claim_reads(bounds: &[&Bound], name: &'static str, text: Option<&'static str>) {
    let mut index = 0;
    while index < bounds.len() {
        if let Found::Field(field) = bounds[index].find(name)
            && let Some(message) = values::misread(&field, text)
        {
            panic!("{}", message.text());
        }
        index += 1;
    }
}

const fn first_lacking(fields: &[FieldSpec], names: &[&str], demand: Demand<'_>) -> Option<Path> {
    let mut index = 0;
    while index < fields.len() {
        if let Some(path) = lacking(fields[index], Path::new(), names, demand) {
            return Some(path);
        }
        index += 1;
    }
    None
}

/// Whether the name means nothing to any of them.
const fn is_unknown(bounds: &[&Bound], name: &str) -> bool {
    let mut index = 0;
    while index < bounds.len() {
        if !matches!(bounds[index].find(name), Found::Nothing) {
            return false;
        }
        index += 1;
    }
    true
}

/// Whether one of the form's names is this one, misspelt: then the error stands there.
const fn is_misspelt(name: &str, bounds: &[&Bound], names: &[&str]) -> bool {
    let mut index = 0;
    while index < names.len() {
        if is_like(name, names[index]) && is_unknown(bounds, names[index]) {
            return true;
        }
        index += 1;
    }
    false
}

const fn missing(bound: &Bound, field: FieldSpec) -> Message {
    let message = Message::new()
        .and("missing argument: `")
        .and(name_of(bound));
    let message = message.and("` takes `").and(field.name).and(": ");
    message.and(field.type_name).and("`, and ")
}

const fn name_of(bound: &Bound) -> &'static str {
    match bound.event() {
        Some(event) => event.name,
        None => "",
    }
}

/// `edit(id: u64, todo: NewTodo)`.
const fn signature(event: EventSpec, message: Message) -> Message {
    let mut message = message.and(event.name).and("(");
    let mut index = 0;
    while index < event.params.len() {
        let field = event.params[index];
        message = message
            .and(if index == 0 { "" } else { ", " })
            .and(field.name);
        message = message.and(": ").and(field.type_name);
        index += 1;
    }
    message.and(")")
}
