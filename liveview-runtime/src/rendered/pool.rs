//! Buffers that renders of one thread hand on to each other. Keeps nothing of what they held, and no large ones.

use std::cell::Cell;

use super::renderer::Frame;

/// What a render writes besides its result.
#[derive(Default)]
pub(crate) struct Scratch {
    /// The tape.
    pub(crate) tape: Vec<u64>,
    /// The page's HTML.
    pub(crate) html: String,
    /// The run of text being joined.
    pub(crate) run: String,
    /// The instances and lists being rendered, outermost first.
    pub(crate) frames: Vec<Frame>,
}

/// Beyond so many words a tape goes back to the allocator: one page of 100,000 rows must not stay for ever.
const LARGEST_TAPE: usize = 64 * 1024;
const LARGEST_TEXT: usize = 512 * 1024;

thread_local! {
    static SPARE: Cell<Option<Scratch>> = const { Cell::new(None) };
}

/// Empty buffers: this thread's spare ones, or new ones for a render inside a render.
pub(crate) fn take() -> Scratch {
    SPARE.take().unwrap_or_default()
}

/// Keeps the buffers for the next render on this thread.
pub(crate) fn give_back(mut scratch: Scratch) {
    if scratch.tape.capacity() > LARGEST_TAPE {
        scratch.tape = Vec::new();
    }
    for text in [&mut scratch.html, &mut scratch.run] {
        if text.capacity() > LARGEST_TEXT {
            *text = String::new();
        }
        text.clear();
    }
    scratch.tape.clear();
    scratch.frames.clear();
    SPARE.set(Some(scratch));
}
