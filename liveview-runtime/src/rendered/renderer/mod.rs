//! Walks fragments: writes the tape, and the page or what differs from it. Compares words; decides nothing about lists.
//!
//! Generated code calls a renderer, in document order, with markup, slots and the borders of instances. One type serves
//! both sinks, so that a fragment is compiled once: a [`Mode`] says what becomes of a value.

mod list;
mod run;
mod scalar;
mod structure;

use super::pool::Scratch;
use super::render::Render;
use super::seed::Seed;
use super::sink::{Sink, Value};
use super::template::Template;

pub(crate) use structure::Frame;
use structure::Next;

/// What a fragment is rendered with; an `impl Render` passes it on.
pub struct Renderer<'r> {
    mode: Mode,
    next: Next,
    html: String,
    scratch: Scratch,
    seed: &'r Seed,
    /// The slot that comes next, of the innermost instance.
    slot: u16,
    /// The tape of the page shown, and where on it the next slot stands; only for comparing.
    old: &'r [u64],
    cursor: usize,
    /// How many of the frames the sink has heard of: the outermost ones.
    told: usize,
    sink: &'r mut dyn Sink,
    shown: Vec<&'static Template>,
}

/// What becomes of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Written as HTML.
    Page,
    /// Compared with the old tape, and told if it differs.
    Compare,
    /// Told: it belongs to something new.
    Fresh,
}

impl<'r> Renderer<'r> {
    /// For a page nobody has seen.
    pub(super) fn page(seed: &'r Seed, scratch: Scratch, silent: &'r mut dyn Sink) -> Self {
        Renderer::new(Mode::Page, seed, scratch, silent)
    }

    /// For a page that shows `old`.
    pub(crate) fn compare(
        old: &'r [u64],
        seed: &'r Seed,
        scratch: Scratch,
        sink: &'r mut dyn Sink,
    ) -> Self {
        Renderer {
            old,
            ..Renderer::new(Mode::Compare, seed, scratch, sink)
        }
    }

    /// For telling every value.
    pub(crate) fn fresh(seed: &'r Seed, scratch: Scratch, sink: &'r mut dyn Sink) -> Self {
        Renderer::new(Mode::Fresh, seed, scratch, sink)
    }

    fn new(mode: Mode, seed: &'r Seed, scratch: Scratch, sink: &'r mut dyn Sink) -> Self {
        Renderer {
            mode,
            next: Next::Root,
            html: String::new(),
            scratch,
            seed,
            slot: 0,
            old: &[],
            cursor: 0,
            told: 0,
            sink,
            shown: Vec::new(),
        }
    }

    /// What a page render leaves: the HTML, the templates shown, the buffers with the tape.
    pub(super) fn into_page(self) -> (String, Vec<&'static Template>, Scratch) {
        (self.html, self.shown, self.scratch)
    }

    /// What an update leaves: the buffers with the tape.
    pub(crate) fn into_scratch(self) -> Scratch {
        self.scratch
    }

    /// Markup that never changes: for the page only.
    #[doc(hidden)]
    #[inline]
    pub fn markup(&mut self, markup: &'static str) {
        if self.mode == Mode::Page {
            self.html.push_str(markup);
        }
    }

    /// A value that renders, in the next slot.
    #[doc(hidden)]
    pub fn render(&mut self, view: impl Render) {
        let header = self.scratch.tape.len();
        view.render(self);
        if self.scratch.tape.len() == header {
            self.nothing();
        }
        self.expect_one_fragment(header);
    }

    /// Appends a word to the tape; whether the sink must hear of the value.
    #[inline]
    fn differs(&mut self, word: u64) -> bool {
        self.scratch.tape.push(word);
        let slot = self.slot;
        self.slot += 1;
        match self.mode {
            Mode::Page => false,
            Mode::Compare => {
                let same = self.old[self.cursor] == word;
                self.cursor += 1;
                if !same {
                    self.tell_place(slot);
                }
                !same
            }
            Mode::Fresh => true,
        }
    }

    #[cold]
    fn tell_place(&mut self, slot: u16) {
        self.tell_frames();
        self.sink.slot(slot);
    }

    fn tell(&mut self, value: Value<'_>) {
        self.sink.value(value);
    }
}

impl std::fmt::Debug for Renderer<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Renderer({:?})", self.mode)
    }
}
