//! The short names of the wire inside of patches and definitions. The twin of the client's `protocol.ts`.

use crate::rendered::template::Kind;

/// First of a list's value whose rows are put together anew.
pub(super) const REORDERED: &str = "\"o\"";

/// First of an instance's value: what stands there is patched, or something new comes with all its values.
pub(super) const PATCHED: char = '0';
/// See [`PATCHED`].
pub(super) const BUILT: char = '1';

/// What a slot follows, where it is a range that is the whole content of its element.
pub(super) const CONTENT: &str = "-1";
/// What a slot follows, where it is a range that is always exactly the element of its path.
pub(super) const ONLY: &str = "-2";

/// The letter of a slot's kind.
pub(super) const fn letter(kind: Kind) -> char {
    match kind {
        Kind::SoleText => 'T',
        Kind::Text => 't',
        Kind::Attribute => 'a',
        Kind::Attributes => 'A',
        Kind::Style => 's',
        Kind::Classes => 'c',
        Kind::Class => 'C',
        Kind::Property => 'p',
        Kind::OneOf => 'o',
        Kind::List => 'l',
        Kind::Component => 'k',
        Kind::Html => 'h',
    }
}
