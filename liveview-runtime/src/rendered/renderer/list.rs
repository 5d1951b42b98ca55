//! Lists and their rows, as long as they stand in their old order. What comes after that the sink decides.

use std::collections::HashSet;

use super::frame::{Frame, Role};
use super::{Mode, Next, Renderer};
use crate::rendered::equal_keys;
use crate::rendered::render::Render;
use crate::rendered::show::Key;
use crate::rendered::sink::{ListHead, OldRows, ROW_HEADER, State};
use crate::rendered::template::{Arity, Template};

const LEFT_ROW: &str =
    "the body of an `@for` was left by `continue` or `break`: filter the rows in its header";

#[doc(hidden)]
impl Renderer<'_> {
    /// Begins the list in the next slot, all of whose rows have this template.
    pub fn open_list(&mut self, markup: &'static str, row: &'static Template) {
        self.markup(markup);
        self.open_list_of(Some(row));
    }

    /// Begins the list in the next slot, whose rows may differ in template.
    pub fn open_mixed_list(&mut self, markup: &'static str) {
        self.markup(markup);
        self.open_list_of(None);
    }

    /// Begins a row with this key, an instance of this template.
    pub fn keyed_row<K: Key + ?Sized>(&mut self, key: &K, template: &'static Template) {
        self.row(key);
        self.enter(template);
    }

    /// Begins a row that is told apart by its index, an instance of this template.
    pub fn unkeyed_row(&mut self, template: &'static Template) {
        self.row_unkeyed();
        self.enter(template);
    }

    /// Begins a row with this key; its fragment must be entered next.
    #[inline]
    pub fn row<K: Key + ?Sized>(&mut self, key: &K) {
        let key = key.hash_with(self.seed);
        self.row_with(key);
    }

    /// Begins a row that is told apart by its index.
    pub fn row_unkeyed(&mut self) {
        let index = self.innermost().rows;
        self.row_with(u64::from(index));
    }

    /// The row that was begun is this component.
    pub fn component_row(&mut self, component: impl Render) {
        let header = self.innermost().row.header - 1;
        component.render(self);
        assert!(
            self.next == Next::Slot,
            "a component that is a row rendered nothing"
        );
        self.expect_one_fragment(header);
    }

    /// Ends the innermost list; whether it is empty.
    pub fn close_list(&mut self) -> bool {
        let rows = self.innermost().rows;
        if self.mode == Mode::Compare {
            self.skip_old_rows(rows);
        }
        let frame = self.pop();
        assert!(frame.role == Role::List && !frame.row.is_open, "{LEFT_ROW}");
        self.scratch.tape[frame.header] = u64::from(rows);
        if cfg!(debug_assertions) {
            self.expect_unique_keys(&frame);
        }
        if frame.is_told {
            self.sink.end_list(rows);
        }
        self.slot = frame.slot + 1;
        rows == 0
    }
}

impl Renderer<'_> {
    fn open_list_of(&mut self, row: Option<&'static Template>) {
        self.scratch.tape.push(0);
        let mut frame = self.frame(Role::List, row);
        match self.mode {
            Mode::Page => {}
            Mode::Compare => {
                frame.old_rows = self.old[self.cursor] as u32;
                self.cursor += 1;
            }
            Mode::Fresh => self.sink.begin_list(ListHead { row, rows: 0 }, State::New),
        }
        self.scratch.frames.push(frame);
    }

    /// A row of a list whose rows may differ in template.
    pub(in crate::rendered) fn item(&mut self, index: usize, item: impl Render) {
        let header = self.scratch.tape.len();
        self.row_with(index as u64);
        item.render(self);
        assert!(
            self.next == Next::Slot,
            "an item of an iterator in `@render` rendered nothing, as a `None` or an empty list does: leave it out before, as `.flatten()` does"
        );
        self.expect_one_fragment(header);
    }

    fn row_with(&mut self, key: u64) {
        self.scratch.tape.extend([key, 0]);
        self.next = Next::Row;
        let (mode, old, cursor) = (self.mode, self.old, self.cursor);
        let header = self.scratch.tape.len() - 1;
        let list = self.innermost();
        assert!(list.role == Role::List && !list.row.is_open, "{LEFT_ROW}");
        list.row.header = header;
        let number = list.rows;
        list.rows += 1;
        if mode == Mode::Compare {
            let is_next = list.is_in_order && number < list.old_rows && old[cursor] == key;
            if is_next {
                list.row.old = Some(cursor);
            } else {
                self.take(key, number);
            }
        }
    }

    /// Looks for a row that does not stand where the page shows one.
    #[cold]
    fn take(&mut self, key: u64, number: u32) {
        if self.innermost().is_in_order {
            self.reorder(number);
        }
        let old = self.sink.take(key);
        self.innermost().row.old = old;
    }

    /// From here on the innermost list's rows, `kept` of them so far, no longer follow the old ones.
    #[cold]
    fn reorder(&mut self, kept: u32) {
        let (old, cursor) = (self.old, self.cursor);
        let list = self.innermost();
        let rest = OldRows::new(old, cursor, list.old_rows - kept);
        list.is_in_order = false;
        list.resume = rest.end();
        self.tell_frames();
        self.sink.reorder(kept, rest);
    }

    /// Goes on behind the list's old rows, whatever became of them.
    fn skip_old_rows(&mut self, rows: u32) {
        let list = *self.innermost();
        if list.is_in_order && rows < list.old_rows {
            self.reorder(rows);
        }
        let list = *self.innermost();
        if !list.is_in_order {
            self.cursor = list.resume;
        }
    }

    pub(super) fn enter_row(&mut self, template: &'static Template) {
        let list = self.innermost();
        let is_mixed = list.template.is_none();
        let is_first = list.rows == 1;
        list.row.is_open = true;
        list.row.template = Some(template);
        if is_mixed {
            self.scratch.tape.push(template.fingerprint);
            expect_one_element(template);
        }
        match self.mode {
            Mode::Page if is_mixed || is_first => self.show(template),
            Mode::Page => {}
            Mode::Compare => self.enter_old_row(template, is_mixed),
            Mode::Fresh => self.enter_new_row(template, State::New),
        }
    }

    fn enter_old_row(&mut self, template: &'static Template, is_mixed: bool) {
        let old = self.old;
        let row = &mut self.innermost().row;
        row.is_told = false;
        let Some(position) = row.old else {
            self.enter_new_row(template, State::New);
            return;
        };
        row.old = Some(position + ROW_HEADER + old[position + 1] as usize);
        self.cursor = position + ROW_HEADER;
        if is_mixed {
            self.cursor += 1;
            if old[position + ROW_HEADER] != template.fingerprint {
                self.enter_new_row(template, State::Replaced);
            }
        }
    }

    /// Tells of a row whose values all follow.
    fn enter_new_row(&mut self, template: &'static Template, state: State) {
        let list = self.innermost();
        list.row.is_told = true;
        let index = list.rows - 1;
        self.tell_frames();
        self.sink.begin_row(index, template, state);
        self.mode = Mode::Fresh;
    }

    pub(super) fn leave_row(&mut self) {
        let end = self.scratch.tape.len();
        let list = self.innermost();
        list.row.is_open = false;
        let row = list.row;
        let outer = list.outer;
        let template = list.template.or(row.template);
        self.expect_all_slots(template);
        self.scratch.tape[row.header] = (end - row.header - 1) as u64;
        if self.mode == Mode::Page {
            return;
        }
        self.mode = outer;
        if row.is_told {
            self.sink.end();
        }
        if let Some(behind) = row.old {
            self.cursor = behind;
        }
    }

    /// Two rows of one key cannot be told apart: a mistake that shows at the first render in development.
    fn expect_unique_keys(&self, list: &Frame) {
        let mut seen = HashSet::new();
        let rows = OldRows::new(&self.scratch.tape, list.header + 1, list.rows);
        for (index, (key, _)) in rows.enumerate() {
            if seen.insert(key) {
                continue;
            }
            let source = list.template.map_or("`@render`", |row| row.source);
            equal_keys::warn(source);
            panic!(
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
