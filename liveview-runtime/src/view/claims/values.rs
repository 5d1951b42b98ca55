//! Whether a text that a template wrote can be read as a field, as the readers of events would. Knows no control.

use super::controls::named;
use super::likeness::{contains, nearest};
use super::text::Message;
use crate::view::{FieldKind, FieldSpec};

/// Why this text cannot be the field's value, nothing where it can; without a text it is what a browser sends then.
pub(super) const fn misread(field: &FieldSpec, text: Option<&str>) -> Option<Message> {
    let value = match text {
        Some(text) => text,
        None => "on",
    };
    if (field.optional && value.is_empty()) || is_read(field.kind, value) {
        return None;
    }
    if value.is_empty() {
        let message = " cannot be empty\nhelp: an `Option` can; a `required` select never sends its empty option";
        return Some(named(field).and(message));
    }
    let message = named(field).and(" cannot be read from `").and(value);
    Some(match text {
        Some(_) => readable(field.kind, value, message.and("`\nhelp: ")),
        None => {
            let message = message.and("`, which this sends without a `value`");
            readable(field.kind, "", message.and("\nhelp: give it one: "))
        }
    })
}

const fn is_read(kind: FieldKind, text: &str) -> bool {
    match kind {
        FieldKind::Any | FieldKind::Text | FieldKind::Fields(_) => true,
        FieldKind::Character => characters(text) == 1,
        FieldKind::Flag => contains(&["true", "false", "on"], text),
        FieldKind::Integer { least, most } => is_integer(text.as_bytes(), least, most),
        FieldKind::Float => is_float(text.as_bytes()),
        FieldKind::Choice(choices) => contains(choices, text),
        FieldKind::List(item) => is_read(*item, text),
    }
}

const fn characters(text: &str) -> usize {
    let text = text.as_bytes();
    let (mut count, mut index) = (0, 0);
    while index < text.len() {
        // Bytes behind the first of a character begin with the bits 10.
        if text[index] & 0b1100_0000 != 0b1000_0000 {
            count += 1;
        }
        index += 1;
    }
    count
}

const fn is_integer(text: &[u8], least: i128, most: u128) -> bool {
    let (is_negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] => (false, digits),
        digits => (false, digits),
    };
    if digits.is_empty() || (is_negative && least == 0) {
        return false;
    }
    let mut value: u128 = 0;
    let mut index = 0;
    while index < digits.len() {
        if !digits[index].is_ascii_digit() {
            return false;
        }
        let digit = (digits[index] - b'0') as u128;
        value = match value.checked_mul(10) {
            Some(tens) if tens <= u128::MAX - digit => tens + digit,
            _ => return false,
        };
        index += 1;
    }
    value
        <= if is_negative {
            least.unsigned_abs()
        } else {
            most
        }
}

/// Digits with at most one point among them, then perhaps an exponent.
const fn is_float(text: &[u8]) -> bool {
    let mut rest = match text {
        [b'-' | b'+', rest @ ..] => rest,
        rest => rest,
    };
    let (mut digits, mut points) = (0, 0);
    while let [next, behind @ ..] = rest {
        match next {
            b'0'..=b'9' => digits += 1,
            b'.' => points += 1,
            b'e' | b'E' => {
                return digits > 0 && points < 2 && is_integer(behind, i128::MIN, u128::MAX);
            }
            _ => return false,
        }
        rest = behind;
    }
    digits > 0 && points < 2
}

/// What can be read, behind a message.
const fn readable(kind: FieldKind, text: &str, message: Message) -> Message {
    match kind {
        FieldKind::Character => message.and("it is one character"),
        FieldKind::Flag => message.and("it is `true`, `false`, or the `on` of a checkbox"),
        FieldKind::Integer { least, most } => {
            let message = message.and("it is a whole number from ");
            let message = message.and(if least < 0 { "-" } else { "" });
            let message = message.and_number(least.unsigned_abs());
            message.and(" to ").and_number(most)
        }
        FieldKind::Float => message.and("it is a number"),
        FieldKind::List(item) => readable(*item, text, message),
        FieldKind::Choice(choices) => match nearest(text, choices) {
            Some(near) => message.and("did you mean `").and(near).and("`?"),
            None => one_of(choices, message.and("it is one of ")),
        },
        FieldKind::Any | FieldKind::Text | FieldKind::Fields(_) => message,
    }
}

/// These names, each in quotes.
const fn one_of(names: &[&str], mut message: Message) -> Message {
    let mut index = 0;
    while index < names.len() {
        let comma = if index == 0 { "`" } else { ", `" };
        message = message.and(comma).and(names[index]).and("`");
        index += 1;
    }
    message
}
