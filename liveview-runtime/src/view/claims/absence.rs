//! Which field of a struct a form lacks, so that the compiler can warn of it by name. Never an error: code may fill it.

use super::lookup::{Demand, Found, find, lacking};
use super::text::Path;
use crate::view::{EventParam, FieldKind};

/// The number of the struct's field that is required and in none of these names, others before it skipped.
pub const fn missing_field<P: EventParam>(names: &[&str], mut skipped: usize) -> usize {
    let FieldKind::Fields(fields) = P::KIND else {
        return NO_FIELD;
    };
    let mut unknown = [""; 64];
    let mut index = 0;
    while index < names.len() && index < unknown.len() {
        if matches!(find(fields, names[index].as_bytes()), Found::Nothing) {
            unknown[index] = names[index];
        }
        index += 1;
    }
    index = 0;
    while index < fields.len() && !P::OPTIONAL {
        if lacking(fields[index], Path::new(), names, Demand::Form(&unknown)).is_some() {
            if skipped == 0 {
                return index;
            }
            skipped -= 1;
        }
        index += 1;
    }
    NO_FIELD
}

/// No field's number.
pub const NO_FIELD: usize = usize::MAX;

/// Whether a form holds more than its template shows: one of its components may show fields of its own.
pub const fn holds_more(may_show_fields: &[bool]) -> bool {
    let mut index = 0;
    while index < may_show_fields.len() {
        if may_show_fields[index] {
            return true;
        }
        index += 1;
    }
    false
}

/// A struct's field by its number: a type whose `missing_field` is deprecated, so that whoever names it is warned.
pub trait FieldAt<const NUMBER: usize> {
    /// That type.
    type Field;
}

/// What is not missing.
#[derive(Debug)]
pub struct NoField;

impl NoField {
    /// Nobody is warned.
    #[expect(non_upper_case_globals, reason = "the name is the lint's")]
    pub const missing_field: () = ();
}

impl<P> FieldAt<NO_FIELD> for P {
    type Field = NoField;
}
