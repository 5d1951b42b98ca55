//! Facts about types that `html!` has rustc check: are a parameter's fields supplied, is a name offered. Runs at compile time.

use super::{EventParam, EventSpec, FieldSpec};

/// Whether a parameter of that name finds its value among these names.
pub const fn is_supplied<P: EventParam>(name: &'static str, names: &[&str]) -> bool {
    let parameter = FieldSpec {
        name,
        optional: P::OPTIONAL,
        fields: P::FIELDS,
    };
    finds(parameter, names)
}

const fn finds(field: FieldSpec, names: &[&str]) -> bool {
    if field.optional {
        return true;
    }
    let Some(fields) = field.fields else {
        return contains(names, field.name);
    };
    let mut index = 0;
    while index < fields.len() {
        if !finds(fields[index], names) {
            return false;
        }
        index += 1;
    }
    true
}

const fn contains(names: &[&str], name: &str) -> bool {
    let mut index = 0;
    while index < names.len() {
        if distance(names[index].as_bytes(), name.as_bytes()) == 0 {
            return true;
        }
        index += 1;
    }
    false
}

/// Stops the compiler where an enum written by hand has no event of that name.
#[track_caller]
pub const fn claim_offered(events: &[EventSpec], name: &str) {
    let mut nearest = "";
    let mut least = usize::MAX;
    let mut index = 0;
    while index < events.len() {
        let distance = distance(events[index].name.as_bytes(), name.as_bytes());
        if distance == 0 {
            return;
        }
        if distance < least {
            (nearest, least) = (events[index].name, distance);
        }
        index += 1;
    }
    let mut message = Message::new();
    message.push("this view has no event `");
    message.push(name);
    message.push("`\nhelp: ");
    if least <= name.len() / 3 || least == 1 {
        message.push("did you mean `");
        message.push(nearest);
        message.push("`?");
    } else {
        message.push("add a variant of that name to the enum that derives `LiveEvent`");
    }
    panic!("{}", message.text());
}

/// How many letters differ, two swapped neighbours counted once; for names up to 63 bytes.
const fn distance(one: &[u8], other: &[u8]) -> usize {
    if one.len() >= LONGEST || other.len() >= LONGEST {
        return LONGEST;
    }
    let mut table = [[0; LONGEST]; LONGEST];
    let mut i = 0;
    while i <= one.len() {
        let mut j = 0;
        while j <= other.len() {
            table[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let changed = table[i - 1][j - 1] + (one[i - 1] != other[j - 1]) as usize;
                let near = least(changed, least(table[i - 1][j], table[i][j - 1]) + 1);
                let swapped =
                    i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
                if swapped {
                    least(near, table[i - 2][j - 2] + 1)
                } else {
                    near
                }
            };
            j += 1;
        }
        i += 1;
    }
    table[one.len()][other.len()]
}

const LONGEST: usize = 64;

const fn least(one: usize, other: usize) -> usize {
    if one < other { one } else { other }
}

/// A text put together at compile time; what is too long is cut.
struct Message {
    bytes: [u8; 256],
    length: usize,
}

impl Message {
    const fn new() -> Self {
        Message {
            bytes: [0; 256],
            length: 0,
        }
    }

    const fn push(&mut self, text: &str) {
        let text = text.as_bytes();
        if self.length + text.len() > self.bytes.len() {
            return;
        }
        let mut index = 0;
        while index < text.len() {
            self.bytes[self.length] = text[index];
            self.length += 1;
            index += 1;
        }
    }

    const fn text(&self) -> &str {
        match std::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "this view has no such event",
        }
    }
}
