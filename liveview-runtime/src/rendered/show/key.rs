//! What may follow `key` in an `@for`. Decides nothing about duplicates.

use std::hash::Hash;

use crate::rendered::seed::Seed;

/// A row's key: any `Hash` value. Equal keys are the same row, before and after a change.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the key of a row",
    label = "not `Hash`",
    note = "a key is an id: a number, a text, or anything that derives `Hash`; without one, write `; unkeyed`"
)]
pub trait Key {
    /// The keyed hash of it.
    fn hash_with(&self, seed: &Seed) -> u64;
}

#[diagnostic::do_not_recommend]
impl<K: Hash + ?Sized> Key for K {
    #[inline]
    fn hash_with(&self, seed: &Seed) -> u64 {
        seed.key(self)
    }
}
