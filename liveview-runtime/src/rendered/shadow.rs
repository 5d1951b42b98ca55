//! The session's memory of what its page shows: a tape of hashes. Holds no text.

use super::seed::Seed;

/// What a client shows, as 64-bit hashes: 8 bytes a value, and a few words a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shadow {
    tape: Vec<u64>,
}

impl Shadow {
    /// A shadow with a copy of this tape, no word larger than needed.
    pub(crate) fn copy_of(tape: &[u64]) -> Self {
        Shadow {
            tape: tape.to_vec(),
        }
    }

    /// The tape.
    pub(crate) fn tape(&self) -> &[u64] {
        &self.tape
    }

    /// Remembers `tape` from now on and leaves a buffer for the next one in its place.
    pub(crate) fn exchange(&mut self, tape: &mut Vec<u64>) {
        let spare = tape.capacity() - tape.len();
        if spare <= tape.len() / 4 {
            std::mem::swap(&mut self.tape, tape);
        } else if self.tape.len() == tape.len() {
            self.tape.copy_from_slice(tape);
        } else {
            self.tape = tape.to_vec();
        }
    }

    /// The fingerprint of the root's template.
    pub fn root_fingerprint(&self) -> u64 {
        self.tape[0]
    }

    /// The keyed hash of all that is shown: equal digests mean equal pages.
    pub fn digest(&self, seed: &Seed) -> u64 {
        seed.tape(&self.tape)
    }

    /// How many bytes this memory takes.
    pub fn bytes(&self) -> usize {
        self.tape.capacity() * size_of::<u64>()
    }
}
