//! The last frames a session has sent, for a client that returns. Sends nothing.

use std::collections::VecDeque;

/// Frames by number, oldest out, bounded by count and bytes. One buffer holds all texts: a session keeps this for its life.
#[derive(Debug)]
pub(super) struct Ring {
    text: VecDeque<u8>,
    lengths: VecDeque<u32>,
    /// The number of the newest frame.
    last: u64,
    frames: usize,
    bytes: usize,
}

impl Ring {
    /// An empty ring with these bounds.
    #[must_use]
    pub(super) const fn new(frames: usize, bytes: usize) -> Self {
        Self {
            text: VecDeque::new(),
            lengths: VecDeque::new(),
            last: 0,
            frames,
            bytes,
        }
    }

    /// Keeps the next frame; one that is too long for the ring empties it.
    pub(super) fn push(&mut self, sequence: u64, frame: &str) {
        self.last = sequence;
        while self.lengths.len() >= self.frames || self.text.len() + frame.len() > self.bytes {
            let Some(oldest) = self.lengths.pop_front() else {
                return;
            };
            self.text.drain(..oldest as usize);
        }
        if let Ok(length) = u32::try_from(frame.len()) {
            self.text.extend(frame.as_bytes());
            self.lengths.push_back(length);
        }
    }

    /// Forgets all frames: none before this can be applied any more.
    pub(super) fn clear(&mut self) {
        self.text = VecDeque::new();
        self.lengths = VecDeque::new();
    }

    /// The frames after this number, or nothing if one of them is gone.
    #[must_use]
    pub(super) fn after(&self, sequence: u64) -> Option<Vec<String>> {
        let missed = usize::try_from(self.last.checked_sub(sequence)?).ok()?;
        let skipped = self.lengths.len().checked_sub(missed)?;
        let mut start: usize = self
            .lengths
            .iter()
            .take(skipped)
            .map(|&length| length as usize)
            .sum();
        let frame = |&length: &u32| {
            let bytes = self
                .text
                .range(start..start + length as usize)
                .copied()
                .collect();
            start += length as usize;
            String::from_utf8(bytes).expect("frames are kept whole")
        };
        Some(self.lengths.iter().skip(skipped).map(frame).collect())
    }

    /// The bytes it holds on to.
    #[must_use]
    pub(super) fn held(&self) -> usize {
        self.text.capacity() + self.lengths.capacity() * size_of::<u32>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(frames: usize, bytes: usize, texts: &[&str]) -> Ring {
        let mut ring = Ring::new(frames, bytes);
        for (sequence, text) in (1..).zip(texts) {
            ring.push(sequence, text);
        }
        ring
    }

    #[test]
    fn a_return_gets_exactly_what_it_missed() {
        let ring = ring(3, 100, &["a", "bb", "ccc", "é"]);
        assert_eq!(ring.after(4), Some(vec![]));
        assert_eq!(ring.after(3), Some(vec!["é".to_owned()]));
        assert_eq!(
            ring.after(1),
            Some(vec!["bb".to_owned(), "ccc".to_owned(), "é".to_owned()])
        );
        assert_eq!(ring.after(0), None);
        assert_eq!(ring.after(5), None);
    }

    #[test]
    fn one_frame_over_the_count_drops_the_oldest() {
        let at = |frames| ring(frames, 100, &["a", "b", "c"]).after(0);
        assert_eq!(at(3).map(|frames| frames.len()), Some(3));
        assert_eq!(at(2), None);
    }

    #[test]
    fn one_byte_over_the_size_drops_the_oldest() {
        let at = |bytes| ring(64, bytes, &["aaa", "bbb"]).after(0);
        assert_eq!(at(6).map(|frames| frames.len()), Some(2));
        assert_eq!(at(5), None);
    }

    #[test]
    fn a_frame_longer_than_the_ring_cannot_be_replayed() {
        let mut ring = ring(64, 5, &["a", "too long"]);
        assert_eq!(ring.after(1), None);
        assert_eq!(ring.after(2), Some(vec![]));
        ring.push(3, "c");
        assert_eq!(ring.after(2), Some(vec!["c".to_owned()]));
    }
}
