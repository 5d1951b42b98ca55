//! Walks fragments: writes the tape, and the page or what differs from it. Compares words; decides nothing about lists.
//!
//! Generated code calls a renderer, in document order, with markup, slots and the borders of instances. One type serves
//! both sinks, so that a fragment is compiled once: a `Mode` says what becomes of a value.

mod frame;
mod list;
mod raw;
mod run;
mod scalar;
mod spread;
mod structure;

use super::pool::Scratch;
use super::render::Render;
use super::seed::Seed;
use super::sink::Sink;
use super::template::Template;

pub(crate) use frame::Frame;

/// What a fragment is rendered with; an `impl Render` passes it on.
pub struct Renderer<'r> {
    mode: Mode,
    next: Next,
    /// The slot that comes next, of the innermost instance; only for telling.
    slot: u16,
    /// Where in the HTML the run being joined begins; only for a page.
    run_start: usize,
    scratch: Scratch,
    seed: &'r Seed,
    /// The tape of the page shown, and where on it the next slot stands; only for comparing.
    old: &'r [u64],
    cursor: usize,
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

/// What the next fragment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    /// The whole view.
    Root,
    /// An instance in the next slot.
    Slot,
    /// A row of the innermost list.
    Row,
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
            slot: 0,
            run_start: 0,
            scratch,
            seed,
            old: &[],
            cursor: 0,
            sink,
            shown: Vec::new(),
        }
    }

    /// What a page render leaves: the templates shown, the buffers with the HTML and the tape.
    pub(super) fn into_page(self) -> (Vec<&'static Template>, Scratch) {
        (self.shown, self.scratch)
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
            self.scratch.html.push_str(markup);
        }
    }

    /// A value that renders, in the next slot.
    #[doc(hidden)]
    pub fn render(&mut self, markup: &'static str, view: impl Render) {
        self.markup(markup);
        let header = self.scratch.tape.len();
        view.render(self);
        if self.scratch.tape.len() == header {
            self.nothing();
        }
        self.expect_one_fragment(header);
    }

    /// On a page, appends a word to the tape.
    #[inline]
    fn remember(&mut self, word: u64) {
        self.scratch.tape.push(word);
        self.slot += 1;
    }

    /// In an update, appends a word to the tape; whether the sink must hear of the value.
    #[inline]
    fn differs(&mut self, word: u64) -> bool {
        self.scratch.tape.push(word);
        let slot = self.slot;
        self.slot += 1;
        if self.mode == Mode::Fresh {
            return true;
        }
        let is_same = self.old[self.cursor] == word;
        self.cursor += 1;
        if !is_same {
            self.tell_place(slot);
        }
        !is_same
    }

    /// Tells that something differs in this slot of the innermost instance.
    #[cold]
    fn tell_place(&mut self, slot: u16) {
        self.tell_frames();
        self.sink.slot(slot);
    }
}

impl std::fmt::Debug for Renderer<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Renderer({:?})", self.mode)
    }
}
