//! What a renderer tells about a page that is shown already. Only the words; who listens stands further out.

use super::template::Template;

/// Hears, in document order, what differs from the page shown, and everything inside of what is new.
///
/// Inside a patched instance every value follows its [`slot`](Sink::slot); inside a new one the values come slot after
/// slot, all of them. Nothing is told of an instance in which nothing differs.
pub trait Sink {
    /// The next value, instance or list belongs to this slot of the patched instance.
    fn slot(&mut self, slot: u16);

    /// A slot's value.
    fn value(&mut self, value: Value<'_>);

    /// An instance in a slot, or the root: its slots follow, up to [`end`](Sink::end).
    fn begin_instance(&mut self, template: &'static Template, state: State);

    /// A list: its rows follow, up to [`end_list`](Sink::end_list).
    fn begin_list(&mut self, list: ListHead, state: State);

    /// A row of the innermost list, at this index of the new order: its slots follow, up to [`end`](Sink::end).
    fn begin_row(&mut self, index: u32, template: &'static Template, state: State);

    /// The innermost instance or row is complete.
    fn end(&mut self);

    /// The innermost list no longer has its rows in their old order: after the first `kept` all is open. `rest` are
    /// the old rows behind those.
    fn reorder(&mut self, kept: u32, rest: OldRows<'_>);

    /// Takes, for the next row of the innermost list, an old row with this key: where it stands on the old tape.
    fn take(&mut self, key: u64) -> Option<usize>;

    /// The innermost list is complete, with so many rows.
    fn end_list(&mut self, rows: u32);
}

/// A scalar value, or the absence of an instance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value<'v> {
    /// A text, an attribute, a property, a style property, class tokens.
    Text(&'v str),
    /// An attribute, a property or a style property that is not there.
    Absent,
    /// An attribute without a value, a property that is on.
    True,
    /// A class token, there or not.
    Class(bool),
    /// Names with values: all that a spread writes.
    Attributes(&'v [(&'v str, &'v str)]),
    /// A one-of or a component that shows nothing.
    Nothing,
}

/// What an instance, a row or a list is to the page shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It stands there: only what differs follows.
    Patched,
    /// The row stands there with another template: everything follows.
    Replaced,
    /// It is not there yet: everything follows.
    New,
}

/// A list as its rows begin.
#[derive(Debug, Clone, Copy)]
pub struct ListHead {
    /// The template of every row, where all have the same.
    pub row: Option<&'static Template>,
    /// How many rows the page shows; 0 in a new list.
    pub rows: u32,
}

/// The rows of a list on the old tape.
#[derive(Debug, Clone, Copy)]
pub struct OldRows<'t> {
    tape: &'t [u64],
    position: usize,
    left: u32,
}

impl<'t> OldRows<'t> {
    /// So many rows, from this position on.
    pub(crate) fn new(tape: &'t [u64], position: usize, rows: u32) -> Self {
        OldRows {
            tape,
            position,
            left: rows,
        }
    }

    /// Where the list ends on the tape.
    pub(super) fn end(mut self) -> usize {
        self.by_ref().for_each(drop);
        self.position
    }
}

impl Iterator for OldRows<'_> {
    /// The hash of the row's key, and where the row stands on the tape.
    type Item = (u64, usize);

    fn next(&mut self) -> Option<Self::Item> {
        self.left = self.left.checked_sub(1)?;
        let position = self.position;
        self.position += ROW_HEADER + self.tape[position + 1] as usize;
        Some((self.tape[position], position))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left as usize, Some(self.left as usize))
    }
}

impl ExactSizeIterator for OldRows<'_> {}

/// The words before a row's slots: key and span.
pub(super) const ROW_HEADER: usize = 2;

/// Where page mode sends what it never tells.
pub(super) struct Silent;

impl Sink for Silent {
    fn slot(&mut self, _: u16) {}
    fn value(&mut self, _: Value<'_>) {}
    fn begin_instance(&mut self, _: &'static Template, _: State) {}
    fn begin_list(&mut self, _: ListHead, _: State) {}
    fn begin_row(&mut self, _: u32, _: &'static Template, _: State) {}
    fn end(&mut self) {}
    fn reorder(&mut self, _: u32, _: OldRows<'_>) {}
    fn take(&mut self, _: u64) -> Option<usize> {
        None
    }
    fn end_list(&mut self, _: u32) {}
}
