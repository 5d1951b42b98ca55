//! Instances within instances: the borders of fragments, as the tape and the sink see them. Knows no value.

use std::mem;

use super::frame::Role;
use super::{Mode, Next, Renderer};
use crate::rendered::render::{EMPTY, Render};
use crate::rendered::sink::{State, Value};
use crate::rendered::template::Template;

/// The words before an instance's slots: fingerprint and span.
const HEADER: usize = 2;

const ONE_FRAGMENT: &str = "an `impl Render` renders exactly one fragment: put both into one `html!`, each in its own `@render(…)`";

const LEFT_EARLY: &str = "was left before its end: the `else` of a `@let` cannot `return`; \
    write `@if let … { … }` around what needs the value";

impl Renderer<'_> {
    /// Renders the view, from its root.
    pub(crate) fn root(&mut self, view: impl Render) {
        view.render(self);
        if self.next == Next::Root {
            self.enter(&EMPTY);
            self.leave();
        }
    }

    /// Begins an instance of this template: the root, a row, or what the next slot shows.
    #[doc(hidden)]
    pub fn enter(&mut self, template: &'static Template) {
        match mem::replace(&mut self.next, Next::Slot) {
            Next::Slot => self.enter_slot(template),
            Next::Row => self.enter_row(template),
            Next::Root => self.enter_root(template),
        }
        self.slot = 0;
    }

    /// Ends the innermost instance behind this markup.
    #[doc(hidden)]
    pub fn leave_behind(&mut self, markup: &'static str) {
        self.markup(markup);
        self.leave();
    }

    /// Ends the innermost instance.
    #[doc(hidden)]
    pub fn leave(&mut self) {
        if self.innermost().role == Role::List {
            self.leave_row();
            return;
        }
        let frame = self.pop();
        self.expect_all_slots(frame.template);
        if frame.role == Role::Slot {
            let span = self.scratch.tape.len() - frame.header - 1;
            self.scratch.tape[frame.header] = span as u64;
        }
        if frame.is_told {
            self.sink.end();
        }
        self.mode = frame.outer;
        self.cursor = frame.resume;
        self.slot = frame.slot + 1;
    }

    /// The next slot, a one-of, shows nothing.
    #[doc(hidden)]
    pub fn nothing(&mut self) {
        self.scratch.tape.extend([0, 0]);
        let slot = self.slot;
        self.slot += 1;
        if self.mode == Mode::Compare {
            let is_shown = self.old[self.cursor] != 0;
            self.cursor += HEADER + self.old[self.cursor + 1] as usize;
            if is_shown {
                self.tell_place(slot);
                self.sink.value(Value::Nothing);
            }
        } else if self.mode == Mode::Fresh {
            self.sink.value(Value::Nothing);
        }
    }

    fn enter_root(&mut self, template: &'static Template) {
        self.scratch.tape.push(template.fingerprint);
        let mut frame = self.frame(Role::Root, Some(template));
        match self.mode {
            Mode::Page => self.shown.push(template),
            Mode::Compare if self.old[0] == template.fingerprint => self.cursor = 1,
            Mode::Compare | Mode::Fresh => {
                self.mode = Mode::Fresh;
                self.sink.begin_instance(template, State::New);
                frame.is_told = true;
            }
        }
        self.scratch.frames.push(frame);
    }

    fn enter_slot(&mut self, template: &'static Template) {
        assert!(!self.scratch.frames.is_empty(), "{ONE_FRAGMENT}");
        self.scratch.tape.extend([template.fingerprint, 0]);
        let mut frame = self.frame(Role::Slot, Some(template));
        match self.mode {
            Mode::Page => self.show(template),
            Mode::Compare => {
                let is_same = self.old[self.cursor] == template.fingerprint;
                frame.resume = self.cursor + HEADER + self.old[self.cursor + 1] as usize;
                self.cursor += HEADER;
                if !is_same {
                    self.tell_place(self.slot);
                    self.sink.begin_instance(template, State::New);
                    self.mode = Mode::Fresh;
                    frame.is_told = true;
                }
            }
            Mode::Fresh => self.sink.begin_instance(template, State::New),
        }
        self.scratch.frames.push(frame);
    }

    /// Remembers that the page shows an instance of this template.
    pub(super) fn show(&mut self, template: &'static Template) {
        let is_template = |shown: &&'static Template| std::ptr::eq(*shown, template);
        if !self.shown.iter().rev().any(is_template) {
            self.shown.push(template);
        }
    }

    /// Panics unless each slot of the innermost instance was visited: the tape would not fit its template.
    #[inline]
    pub(super) fn expect_all_slots(&self, template: Option<&'static Template>) {
        if let Some(template) = template
            && usize::from(self.slot) != template.slot_count()
        {
            panic!("the fragment at {} {LEFT_EARLY}", template.source);
        }
    }

    /// Panics unless the instance whose header stands there is the last thing on the tape.
    pub(super) fn expect_one_fragment(&self, header: usize) {
        let tape = &self.scratch.tape;
        let end = header + HEADER + tape[header + 1] as usize;
        assert!(tape.len() == end, "{ONE_FRAGMENT}");
    }
}
