//! Instances within instances: the borders of fragments, as the tape and the sink see them. Knows no value.

use std::mem;

use super::{Mode, Renderer};
use crate::rendered::render::{EMPTY, Render};
use crate::rendered::sink::{ListHead, State, Value};
use crate::rendered::template::Template;

/// An instance or a list being rendered.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    pub(super) role: Role,
    /// The instance's template; the one of all rows, where a list has one.
    pub(super) template: Option<&'static Template>,
    /// What becomes of values behind it.
    pub(super) outer: Mode,
    /// Its slot in the outer instance, or its index among the rows.
    pub(super) number: u32,
    /// Where on the tape its span stands; a list's count.
    pub(super) header: usize,
    /// Where on the old tape the outer instance goes on; of a list only once its rows are out of order.
    pub(super) resume: usize,
    /// Of a list: how many rows there are so far, how many the page shows.
    pub(super) rows: u32,
    pub(super) old_rows: u32,
    /// Of a list: every row so far stood at its index before.
    pub(super) in_order: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Root,
    Slot,
    Row,
    List,
}

/// What the next fragment is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Next {
    /// The whole view.
    Root,
    /// An instance in the next slot.
    Slot,
    /// A row of the innermost list, and where it stands on the old tape.
    Row(Option<usize>),
}

/// The words before an instance's slots: fingerprint and span.
const HEADER: usize = 2;

const ONE_FRAGMENT: &str = "an `impl Render` renders exactly one fragment: put both into one `html!`, each in its own `@render(…)`";

impl Renderer<'_> {
    /// Renders the view, from its root.
    pub(crate) fn root(&mut self, view: impl Render) {
        view.render(self);
        if let Next::Root = self.next {
            self.enter(&EMPTY);
            self.leave();
        }
    }

    /// Begins an instance of this template: the root, a row, or what the next slot shows.
    #[doc(hidden)]
    pub fn enter(&mut self, template: &'static Template) {
        match mem::replace(&mut self.next, Next::Slot) {
            Next::Slot => self.enter_slot(template),
            Next::Row(old) => self.enter_row(template, old),
            Next::Root => self.enter_root(template),
        }
        self.slot = 0;
    }

    /// Ends the innermost instance.
    #[doc(hidden)]
    pub fn leave(&mut self) {
        let frame = self.pop();
        if frame.role != Role::Root {
            let span = self.scratch.tape.len() - frame.header - 1;
            self.scratch.tape[frame.header] = span as u64;
        }
        if self.told > self.scratch.frames.len() {
            self.told -= 1;
            self.sink.end();
        }
        self.mode = frame.outer;
        self.cursor = frame.resume;
        self.slot = frame.number as u16 + 1;
    }

    /// The next slot, a one-of, shows nothing.
    #[doc(hidden)]
    pub fn nothing(&mut self) {
        self.scratch.tape.extend([0, 0]);
        let slot = self.slot;
        self.slot += 1;
        if self.mode == Mode::Compare {
            let shown = self.old[self.cursor] != 0;
            self.cursor += HEADER + self.old[self.cursor + 1] as usize;
            if shown {
                self.tell_place(slot);
                self.tell(Value::Nothing);
            }
        } else if self.mode == Mode::Fresh {
            self.tell(Value::Nothing);
        }
    }

    fn enter_root(&mut self, template: &'static Template) {
        self.scratch.tape.push(template.fingerprint);
        let mut frame = self.frame(Role::Root, Some(template));
        frame.number = 0;
        match self.mode {
            Mode::Page => self.shown.push(template),
            Mode::Compare if self.old[0] == template.fingerprint => self.cursor = 1,
            Mode::Compare | Mode::Fresh => {
                self.mode = Mode::Fresh;
                self.sink.begin_instance(template, State::New);
                self.told = 1;
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
                let same = self.old[self.cursor] == template.fingerprint;
                frame.resume = self.cursor + HEADER + self.old[self.cursor + 1] as usize;
                self.cursor += HEADER;
                if !same {
                    self.tell_place(self.slot);
                    self.enter_new(|sink| sink.begin_instance(template, State::New));
                }
            }
            Mode::Fresh => self.enter_new(|sink| sink.begin_instance(template, State::New)),
        }
        self.scratch.frames.push(frame);
    }

    /// Tells of something new, whose values all follow. Its frame must be pushed next.
    pub(super) fn enter_new(&mut self, tell: impl FnOnce(&mut dyn crate::rendered::sink::Sink)) {
        tell(self.sink);
        self.told = self.scratch.frames.len() + 1;
        self.mode = Mode::Fresh;
    }

    /// Tells the frames that the sink has not heard of: something inside them differs.
    pub(super) fn tell_frames(&mut self) {
        for frame in &self.scratch.frames[self.told..] {
            match (frame.role, frame.template) {
                (Role::Root, Some(template)) => {
                    self.sink.begin_instance(template, State::Patched);
                }
                (Role::Slot, Some(template)) => {
                    self.sink.slot(frame.number as u16);
                    self.sink.begin_instance(template, State::Patched);
                }
                (Role::Row, Some(template)) => {
                    self.sink.begin_row(frame.number, template, State::Patched);
                }
                (_, row) => {
                    let rows = frame.old_rows;
                    self.sink.slot(frame.number as u16);
                    self.sink.begin_list(ListHead { row, rows }, State::Patched);
                }
            }
        }
        self.told = self.scratch.frames.len();
    }

    /// A frame that begins here; its last header word is on the tape.
    pub(super) fn frame(&self, role: Role, template: Option<&'static Template>) -> Frame {
        Frame {
            role,
            template,
            outer: self.mode,
            number: u32::from(self.slot),
            header: self.scratch.tape.len() - 1,
            resume: 0,
            rows: 0,
            old_rows: 0,
            in_order: true,
        }
    }

    pub(super) fn pop(&mut self) -> Frame {
        self.scratch
            .frames
            .pop()
            .expect("generated code leaves only what it entered")
    }

    /// Remembers that the page shows an instance of this template.
    pub(super) fn show(&mut self, template: &'static Template) {
        let is_template = |shown: &&'static Template| std::ptr::eq(*shown, template);
        if !self.shown.iter().rev().any(is_template) {
            self.shown.push(template);
        }
    }

    /// Panics unless the instance whose header stands there is the last thing on the tape.
    pub(super) fn expect_one_fragment(&self, header: usize) {
        let tape = &self.scratch.tape;
        let ends = header + HEADER + tape[header + 1] as usize;
        assert!(tape.len() == ends, "{ONE_FRAGMENT}");
    }
}
