//! Finding fields by the names that a form gives them, and those that no name fills. Says nothing about what was found.

use super::likeness::{contains, distance, is_like, same};
use super::text::{Message, Path};
use crate::view::{EventSpec, FieldKind, FieldSpec};

/// The event behind a binding, and how many of its parameters the call in the template fills.
#[derive(Debug, Clone, Copy)]
pub struct Bound {
    /// Nothing where the binding's events cannot be known.
    event: Option<EventSpec>,
    given: usize,
}

/// What a name means to a binding.
#[derive(Clone, Copy)]
pub(super) enum Found {
    /// Nothing.
    Nothing,
    /// Something that only code written by hand knows.
    Unknown,
    /// This.
    Field(FieldSpec),
}

/// What is missing where no name fills it.
#[derive(Clone, Copy)]
pub(super) enum Demand<'n> {
    /// All that is not optional: where there is no form, an absent flag is not false.
    Everything,
    /// What a form must hold; one of these names may be meant for it, misspelt.
    Form(&'n [&'n str]),
}

impl Demand<'_> {
    const fn forgives(self, field: FieldSpec, path: &Path) -> bool {
        let Demand::Form(unknown) = self else {
            return false;
        };
        let mut index = 0;
        while index < unknown.len() {
            if is_like(path.text(), unknown[index]) || is_like(field.name, unknown[index]) {
                return true;
            }
            index += 1;
        }
        matches!(field.kind, FieldKind::Flag | FieldKind::List(_))
    }
}

impl Bound {
    /// A call of the event of that name with so many arguments.
    pub const fn to(events: &[EventSpec], name: &str, given: usize) -> Bound {
        let event = event(events, name);
        Bound { event, given }
    }

    /// What a function of the events makes: `edit`, or `edit_1` that leaves all but the first to the browser.
    pub const fn made_by(events: Option<&[EventSpec]>, function: &str) -> Bound {
        let Some(events) = events else {
            return Bound::to(&[], function, 0);
        };
        if let Some(whole) = event(events, function) {
            let given = whole.params.len();
            let event = Some(whole);
            return Bound { event, given };
        }
        let mut index = 0;
        while index < events.len() {
            if let Some(given) = count_behind(events[index].name, function) {
                let event = Some(events[index]);
                return Bound { event, given };
            }
            index += 1;
        }
        Bound::to(&[], function, 0)
    }

    /// The event, where it is known.
    pub(super) const fn event(&self) -> Option<EventSpec> {
        self.event
    }

    /// The parameters that the call leaves to the browser.
    pub(super) const fn left(&self) -> &'static [FieldSpec] {
        match self.event {
            Some(event) if self.given < event.params.len() => event.params.split_at(self.given).1,
            _ => &[],
        }
    }

    /// What a field of that name is to the event.
    pub(super) const fn find(&self, name: &str) -> Found {
        if self.event.is_none() {
            return Found::Unknown;
        }
        let left = self.left();
        let mut otherwise = Found::Nothing;
        let mut index = 0;
        while index < left.len() {
            let found = match left[index].kind {
                FieldKind::Any => Found::Unknown,
                FieldKind::Fields(fields) => find(fields, name.as_bytes()),
                _ => find(left.split_at(index).1.split_at(1).0, name.as_bytes()),
            };
            match found {
                Found::Field(_) => return found,
                Found::Unknown => otherwise = found,
                Found::Nothing => {}
            }
            index += 1;
        }
        otherwise
    }
}

/// The event of that name.
pub(super) const fn event(events: &[EventSpec], name: &str) -> Option<EventSpec> {
    let mut index = 0;
    while index < events.len() {
        if same(events[index].name.as_bytes(), name.as_bytes()) {
            return Some(events[index]);
        }
        index += 1;
    }
    None
}

/// 1 of `edit_1` and `edit_1_` behind `edit`.
const fn count_behind(event: &str, function: &str) -> Option<usize> {
    let function = function.as_bytes();
    let mut index = event.len() + 1;
    if function.len() <= index
        || function[index - 1] != b'_'
        || !same(function.split_at(event.len()).0, event.as_bytes())
    {
        return None;
    }
    let mut count = 0;
    while index < function.len() && function[index].is_ascii_digit() {
        count = count * 10 + (function[index] - b'0') as usize;
        index += 1;
    }
    while index < function.len() {
        if function[index] != b'_' {
            return None;
        }
        index += 1;
    }
    Some(count)
}

/// The field of that name among these, `address.city` and `tags[]` too.
pub(super) const fn find(fields: &[FieldSpec], name: &[u8]) -> Found {
    let mut index = 0;
    while index < fields.len() {
        let field = fields[index];
        let own = field.name.len();
        if own <= name.len() && same(name.split_at(own).0, field.name.as_bytes()) {
            let rest = name.split_at(own).1;
            match (rest, field.kind) {
                ([], _) | (b"[]", FieldKind::List(_)) => return Found::Field(field),
                ([b'.' | b'[', ..], FieldKind::Any) => return Found::Unknown,
                ([b'.', inner @ ..], FieldKind::Fields(fields)) => match find(fields, inner) {
                    Found::Nothing => {}
                    found => return found,
                },
                _ => {}
            }
        }
        index += 1;
    }
    Found::Nothing
}

/// The path of the first thing in a field that is demanded and that none of these names fills.
pub(super) const fn lacking(
    field: FieldSpec,
    outer: Path,
    names: &[&str],
    demand: Demand<'_>,
) -> Option<Path> {
    let path = outer.and(field.name);
    match field.kind {
        _ if field.optional => None,
        FieldKind::Any => None,
        FieldKind::Fields(fields) => {
            let mut index = 0;
            while index < fields.len() {
                if let Some(path) = lacking(fields[index], path.and("."), names, demand) {
                    return Some(path);
                }
                index += 1;
            }
            None
        }
        _ if contains(names, path.text()) || contains(names, path.and("[]").text()) => None,
        _ if demand.forgives(field, &path) => None,
        _ => Some(path),
    }
}

/// Of all names that mean something here, the one most like this one; its own last part counts as the whole.
pub(super) const fn nearest_field(bounds: &[&Bound], name: &str) -> Option<Path> {
    let wanted = match name.as_bytes() {
        [list @ .., b'[', b']'] => list,
        name => name,
    };
    let mut nearest = Nearest {
        wanted,
        path: None,
        distance: if name.len() < 6 {
            2
        } else {
            name.len() / 3 + 1
        },
    };
    let mut index = 0;
    while index < bounds.len() {
        let left = bounds[index].left();
        let mut parameter = 0;
        while parameter < left.len() {
            nearest = match left[parameter].kind {
                FieldKind::Fields(fields) => nearest.among(fields, Path::new()),
                _ => nearest.among(left.split_at(parameter).1.split_at(1).0, Path::new()),
            };
            parameter += 1;
        }
        index += 1;
    }
    nearest.path
}

/// Whether the form's fields are read by nobody.
pub(super) const fn takes_nothing(bounds: &[&Bound]) -> bool {
    let mut index = 0;
    while index < bounds.len() {
        if !bounds[index].left().is_empty() {
            return false;
        }
        index += 1;
    }
    true
}

/// The names of all fields, each in quotes.
pub(super) const fn fields_of(bounds: &[&Bound], mut message: Message) -> Message {
    let mut comma = "";
    let mut index = 0;
    while index < bounds.len() {
        let left = bounds[index].left();
        let mut parameter = 0;
        while parameter < left.len() {
            let fields = match left[parameter].kind {
                FieldKind::Fields(fields) => fields,
                _ => left.split_at(parameter).1.split_at(1).0,
            };
            message = listed(fields, Path::new(), message.and(comma));
            comma = ", ";
            parameter += 1;
        }
        index += 1;
    }
    message
}

const fn listed(fields: &[FieldSpec], outer: Path, mut message: Message) -> Message {
    let mut index = 0;
    while index < fields.len() {
        let path = outer.and(fields[index].name);
        message = message.and(if index == 0 { "" } else { ", " });
        message = match fields[index].kind {
            FieldKind::Fields(inner) => listed(inner, path.and("."), message),
            _ => message.and("`").and(path.text()).and("`"),
        };
        index += 1;
    }
    message
}

#[derive(Clone, Copy)]
struct Nearest<'n> {
    wanted: &'n [u8],
    path: Option<Path>,
    /// How far the nearest is; one has to be nearer than this.
    distance: usize,
}

impl Nearest<'_> {
    const fn among(mut self, fields: &[FieldSpec], outer: Path) -> Self {
        let mut index = 0;
        while index < fields.len() {
            let field = fields[index];
            let path = outer.and(field.name);
            if let FieldKind::Fields(inner) = field.kind {
                self = self.among(inner, path.and("."));
            } else {
                let whole = distance(self.wanted, path.text().as_bytes());
                let own = distance(self.wanted, field.name.as_bytes());
                let distance = if own < whole { own } else { whole };
                if distance < self.distance {
                    (self.path, self.distance) = (Some(path), distance);
                }
            }
            index += 1;
        }
        self
    }
}
