//! Lists and their rows, as long as they stand in their old order. What comes after that the sink decides.

use std::collections::HashSet;

use super::structure::{Frame, Next, Role};
use super::{Mode, Renderer};
use crate::rendered::render::Render;
use crate::rendered::show::Key;
use crate::rendered::sink::{ListHead, OldRows, ROW_HEADER, State};
use crate::rendered::template::{Arity, Template};

const LEFT_ROW: &str =
    "the body of an `@for` was left by `continue` or `break`: filter the rows in its header";

impl Renderer<'_> {
    /// Begins the list in the next slot; `row` is the template of all its rows, where there is one.
    #[doc(hidden)]
    pub fn open_list(&mut self, row: Option<&'static Template>) {
        self.scratch.tape.push(0);
        let mut frame = self.frame(Role::List, row);
        match self.mode {
            Mode::Page => {}
            Mode::Compare => {
                frame.old_rows = self.old[self.cursor] as u32;
                self.cursor += 1;
            }
            Mode::Fresh => {
                let head = ListHead { row, rows: 0 };
                self.enter_new(|sink| sink.begin_list(head, State::New));
            }
        }
        self.scratch.frames.push(frame);
    }

    /// Begins a row with this key; its fragment must be entered next.
    #[doc(hidden)]
    #[inline]
    pub fn row<K: Key + ?Sized>(&mut self, key: &K) {
        let key = key.hash_with(self.seed);
        self.row_with(key);
    }

    /// Begins a row that is told apart by its index.
    #[doc(hidden)]
    pub fn row_unkeyed(&mut self) {
        let index = self.list().rows;
        self.row_with(u64::from(index));
    }

    /// Ends the innermost list; whether it is empty.
    #[doc(hidden)]
    pub fn close_list(&mut self) -> bool {
        let frame = *self.list();
        assert!(frame.role == Role::List, "{LEFT_ROW}");
        self.scratch.tape[frame.header] = u64::from(frame.rows);
        if self.mode == Mode::Compare {
            self.skip_old_rows(frame.rows);
        }
        if cfg!(debug_assertions) {
            self.expect_unique_keys(&frame);
        }
        self.pop();
        if self.told > self.scratch.frames.len() {
            self.told -= 1;
            self.sink.end_list(frame.rows);
        }
        self.mode = frame.outer;
        self.slot = frame.number as u16 + 1;
        frame.rows == 0
    }

    /// A row of a list whose rows may differ in template.
    pub(in crate::rendered) fn item(&mut self, index: usize, item: impl Render) {
        let header = self.scratch.tape.len();
        self.row_with(index as u64);
        item.render(self);
        assert!(
            matches!(self.next, Next::Slot),
            "an item of an iterator in `@render` rendered nothing; filter it out before"
        );
        self.expect_one_fragment(header);
    }

    fn row_with(&mut self, key: u64) {
        let cursor = self.cursor;
        self.scratch.tape.extend([key, 0]);
        let mode = self.mode;
        let old = self.old;
        let list = self.list();
        assert!(list.role == Role::List, "{LEFT_ROW}");
        let number = list.rows;
        list.rows += 1;
        let found = match mode {
            Mode::Page | Mode::Fresh => None,
            Mode::Compare if list.in_order && number < list.old_rows && old[cursor] == key => {
                Some(cursor)
            }
            Mode::Compare => self.take(key, number),
        };
        self.next = Next::Row(found);
    }

    /// Goes on behind the list's old rows, whatever became of them.
    fn skip_old_rows(&mut self, rows: u32) {
        let list = *self.list();
        if list.in_order && rows < list.old_rows {
            self.reorder(rows);
        }
        let list = *self.list();
        if !list.in_order {
            self.cursor = list.resume;
        }
    }

    /// Looks for a row that does not stand where the page shows one.
    #[cold]
    fn take(&mut self, key: u64, number: u32) -> Option<usize> {
        if self.list().in_order {
            self.reorder(number);
        }
        self.sink.take(key)
    }

    /// From here on the innermost list's rows, `kept` of them so far, no longer follow the old ones.
    #[cold]
    fn reorder(&mut self, kept: u32) {
        let (old, cursor) = (self.old, self.cursor);
        let list = self.list();
        let rest = OldRows::new(old, cursor, list.old_rows - kept);
        list.in_order = false;
        list.resume = rest.end();
        self.tell_frames();
        self.sink.reorder(kept, rest);
    }

    pub(super) fn enter_row(&mut self, template: &'static Template, old: Option<usize>) {
        let list = *self.list();
        let number = list.rows - 1;
        let mut frame = self.frame(Role::Row, Some(template));
        frame.number = number;
        let mixed = list.template.is_none();
        if mixed {
            self.scratch.tape.push(template.fingerprint);
            expect_one_element(template);
        }
        match (self.mode, old) {
            (Mode::Page, _) if mixed || number == 0 => self.show(template),
            (Mode::Page, _) => {}
            (Mode::Compare, Some(position)) => {
                frame.resume = position + ROW_HEADER + self.old[position + 1] as usize;
                self.cursor = position + ROW_HEADER;
                if mixed {
                    self.cursor += 1;
                    if self.old[self.cursor - 1] != template.fingerprint {
                        self.tell_frames();
                        self.enter_new(|sink| sink.begin_row(number, template, State::Replaced));
                    }
                }
            }
            (Mode::Compare | Mode::Fresh, _) => {
                self.enter_new(|sink| sink.begin_row(number, template, State::New));
            }
        }
        self.scratch.frames.push(frame);
    }

    fn list(&mut self) -> &mut Frame {
        self.scratch
            .frames
            .last_mut()
            .expect("generated code has rows only inside of a list")
    }

    /// Two rows of one key cannot be told apart: a mistake that shows at the first render in development.
    fn expect_unique_keys(&self, list: &Frame) {
        let mut seen = HashSet::new();
        let rows = OldRows::new(&self.scratch.tape, list.header + 1, list.rows);
        for (index, (key, _)) in rows.enumerate() {
            let source = list.template.map_or("`@render`", |row| row.source);
            assert!(
                seen.insert(key),
                "row {index} of the list at {source} has the key of a row before it: keys must be unique"
            );
        }
    }
}

fn expect_one_element(template: &Template) {
    assert!(
        template.arity == Arity::Elements(1),
        "an item of an iterator in `@render` has exactly one root element; the fragment at {} has not",
        template.source
    );
}
