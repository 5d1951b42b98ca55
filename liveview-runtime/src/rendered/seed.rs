//! The keyed hash of values, keys and tapes. Holds the key and nothing else.

use std::fmt;
use std::hash::{Hash, Hasher};

use foldhash::SharedSeed;
use foldhash::fast::FoldHasher;

/// The secret that keys every hash of a tape, so that no client can aim for two values of one hash.
///
/// All nodes that serve one application take it from the same key: their digests agree.
pub struct Seed {
    word: u64,
    shared: SharedSeed,
}

impl Seed {
    /// A seed from secret bytes.
    pub const fn new(secret: [u8; 16]) -> Self {
        let secret = u128::from_le_bytes(secret);
        Seed {
            word: secret as u64,
            shared: SharedSeed::from_u64((secret >> 64) as u64),
        }
    }

    /// The hash of a text.
    #[inline]
    pub(crate) fn bytes(&self, bytes: &[u8]) -> u64 {
        let mut hasher = self.hasher();
        hasher.write(bytes);
        hasher.finish()
    }

    /// The hash of pairs of texts.
    pub(crate) fn pairs<'t>(&self, pairs: impl Iterator<Item = (&'t str, &'t str)>) -> u64 {
        let mut hasher = self.hasher();
        for (name, value) in pairs {
            for text in [name, value] {
                hasher.write_usize(text.len());
                hasher.write(text.as_bytes());
            }
        }
        hasher.finish()
    }

    /// The hash of a number.
    #[inline]
    pub(crate) fn number(&self, number: u64) -> u64 {
        let mut hasher = self.hasher();
        hasher.write_u64(number);
        hasher.finish()
    }

    /// The hash of a row's key.
    #[inline]
    pub(crate) fn key<K: Hash + ?Sized>(&self, key: &K) -> u64 {
        let mut hasher = self.hasher();
        key.hash(&mut hasher);
        hasher.finish()
    }

    /// The hash of a whole tape.
    pub(crate) fn tape(&self, tape: &[u64]) -> u64 {
        let mut hasher = self.hasher();
        hasher.write_usize(tape.len());
        for &word in tape {
            hasher.write_u64(word);
        }
        hasher.finish()
    }

    #[inline]
    fn hasher(&self) -> FoldHasher<'_> {
        FoldHasher::with_seed(self.word, &self.shared)
    }
}

impl fmt::Debug for Seed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Seed(secret)")
    }
}
