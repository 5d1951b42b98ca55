//! Which field of a struct a form lacks, so that the compiler can warn of it by name. Never an error: code may fill it.

use super::lookup::{Demand, Found, find, lacking};
use super::text::Path;
use crate::view::{EventParam, FieldKind};

/// The number of the struct's field that is required and in none of these names, others before it skipped.
pub const fn missing_field<P: EventParam>(names: &[&str], mut skipped: usize) -> usize {
    let FieldKind::Fields(fields) = P::KIND else {
        return NONE;
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
    NONE
}

/// No field's number.
const NONE: usize = usize::MAX;

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

impl<P> FieldAt<NONE> for P {
    type Field = NoField;
}
