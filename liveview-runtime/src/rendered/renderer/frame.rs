//! What a renderer remembers of the instances and lists it stands in. Renders nothing.

use super::{Mode, Renderer};
use crate::rendered::sink::{ListHead, State};
use crate::rendered::template::Template;

/// An instance or a list being rendered.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    pub(super) role: Role,
    /// The instance's template; the one of all rows, where a list has one.
    pub(super) template: Option<&'static Template>,
    /// What becomes of values behind it.
    pub(super) outer: Mode,
    /// Its slot in the outer instance.
    pub(super) slot: u16,
    /// Where on the tape its span stands; a list's count.
    pub(super) header: usize,
    /// Where on the old tape the outer instance goes on; of a list only once its rows are out of order.
    pub(super) resume: usize,
    /// Whether the sink has heard of it.
    pub(super) is_told: bool,
    /// Of a list: how many rows there are so far, how many the page shows.
    pub(super) rows: u32,
    pub(super) old_rows: u32,
    /// Of a list: every row so far stood at its index before.
    pub(super) is_in_order: bool,
    pub(super) row: Row,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Root,
    Slot,
    List,
}

/// The row of a list that is being rendered: it has no frame of its own, since rows are many.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub(super) template: Option<&'static Template>,
    /// Where on the tape its span stands.
    pub(super) header: usize,
    /// Where it stands on the old tape, if it does; then, where the row behind it stands.
    pub(super) old: Option<usize>,
    pub(super) is_open: bool,
    pub(super) is_told: bool,
}

impl Frame {
    /// The template of the open row.
    fn open_row(&self) -> Option<&'static Template> {
        self.row.template.filter(|_| self.row.is_open)
    }
}

impl Renderer<'_> {
    /// A frame that begins here; its last header word is on the tape.
    pub(super) fn frame(&self, role: Role, template: Option<&'static Template>) -> Frame {
        Frame {
            role,
            template,
            outer: self.mode,
            slot: self.slot,
            header: self.scratch.tape.len() - 1,
            resume: 0,
            is_told: self.mode == Mode::Fresh,
            rows: 0,
            old_rows: 0,
            is_in_order: true,
            row: Row {
                template: None,
                header: 0,
                old: None,
                is_open: false,
                is_told: false,
            },
        }
    }

    /// Tells the frames that the sink has not heard of, outermost first: something inside them differs.
    pub(super) fn tell_frames(&mut self) {
        for frame in &mut self.scratch.frames {
            if !std::mem::replace(&mut frame.is_told, true) {
                if frame.role != Role::Root {
                    self.sink.slot(frame.slot);
                }
                match (frame.role, frame.template) {
                    (Role::Root | Role::Slot, Some(template)) => {
                        self.sink.begin_instance(template, State::Patched);
                    }
                    (_, row) => {
                        let rows = frame.old_rows;
                        self.sink.begin_list(ListHead { row, rows }, State::Patched);
                    }
                }
            }
            if let Some(template) = frame.open_row()
                && !std::mem::replace(&mut frame.row.is_told, true)
            {
                let index = frame.rows - 1;
                self.sink.begin_row(index, template, State::Patched);
            }
        }
    }

    /// The innermost frame.
    #[inline]
    pub(super) fn innermost(&mut self) -> &mut Frame {
        self.scratch
            .frames
            .last_mut()
            .expect("generated code has slots and rows only inside of what it entered")
    }

    pub(super) fn pop(&mut self) -> Frame {
        self.scratch
            .frames
            .pop()
            .expect("generated code leaves only what it entered")
    }
}
