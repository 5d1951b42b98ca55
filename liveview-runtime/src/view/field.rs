//! What a parameter or a field of a form can be read from, as data that exists at compile time. Reads nothing itself.

/// A parameter of an event, or a field of a struct that is read by the names of its fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldSpec {
    /// Its name, as a form spells it.
    pub name: &'static str,
    /// Its type, as the author wrote it.
    pub type_name: &'static str,
    /// Whether it may be absent.
    pub optional: bool,
    /// What it is read from.
    pub kind: FieldKind,
}

/// What a value is read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// Only the code that reads it knows; nothing is checked.
    Any,
    /// Any text.
    Text,
    /// A text of one character.
    Character,
    /// `true`, `false`, or the `on` of a checkbox; in a form, absent is false.
    Flag,
    /// A whole number in a range.
    Integer {
        /// The smallest.
        least: i128,
        /// The largest.
        most: u128,
    },
    /// A number.
    Float,
    /// One of these texts.
    Choice(&'static [&'static str]),
    /// A struct: its fields stand behind its own name and a point, as in `address.city`.
    Fields(&'static [FieldSpec]),
    /// Any number of values of one kind, under one name; a form may add `[]` to it.
    List(&'static FieldKind),
}
