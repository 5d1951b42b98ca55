//! What differs, as flat operations over one text. Data; knows neither how it was found nor how it is written.

use crate::rendered::sink::State;
use crate::rendered::template::Template;

/// What a render changed, or all that it showed. Empty if nothing differs.
///
/// The operations are those of [`Sink`](crate::rendered::sink::Sink), in its order. Instances, rows and lists carry
/// where they end, so that a reader can skip them: a list is read twice, its new rows before the patches of the others.
#[derive(Debug, Default)]
pub struct Changes {
    pub(super) ops: Vec<Op>,
    pub(super) text: String,
    pub(super) runs: Vec<i32>,
}

/// A stretch of the text, of the runs or of the operations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// One operation.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Op {
    /// The next operation is for this slot.
    Slot(u16),
    /// A text.
    Text(Span),
    /// No attribute, no property.
    Absent,
    /// An attribute without a value, a property that is on.
    True,
    /// A class token, there or not.
    Class(bool),
    /// So many attributes: a name and a value each follow, as texts.
    Attributes(u32),
    /// A one-of or a component shows nothing.
    Nothing,
    /// An instance, up to `end`.
    Instance {
        template: &'static Template,
        state: State,
        end: u32,
    },
    /// A list, up to `end`. With runs its rows are put together anew; without, they stand where they stood.
    List {
        row: Option<&'static Template>,
        old_rows: u32,
        runs: Option<Span>,
        end: u32,
    },
    /// A row at this index of the new order, up to `end`.
    Row {
        index: u32,
        template: &'static Template,
        state: State,
        end: u32,
    },
}

impl Changes {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.ops.is_empty()
    }

    /// Whether this is a whole page and not a patch: of a full render, or because the root is another fragment now. A
    /// client can be sent it only as new.
    pub fn is_whole(&self) -> bool {
        matches!(
            self.ops.first(),
            Some(Op::Instance {
                state: State::New,
                ..
            })
        )
    }

    /// All operations.
    pub(crate) fn ops(&self) -> &[Op] {
        &self.ops
    }

    /// The text of an operation.
    pub(crate) fn text(&self, span: Span) -> &str {
        &self.text[span.start as usize..span.end as usize]
    }

    /// The runs of a list: `start, len` pairs over the old indexes.
    ///
    /// A positive `len` ascends from `start`; a negative one descends, `start` first, `-len` rows in all; a `start` of
    /// `-1` stands for the next `len` new rows.
    pub(crate) fn runs(&self, span: Span) -> &[i32] {
        &self.runs[span.start as usize..span.end as usize]
    }

    /// In the changes of a full render, the operation at which the instance at this path begins: slot, row, slot, … from
    /// the root, a row only after a list's slot. `None` where no instance stands.
    pub(crate) fn instance_at(&self, path: &[u32]) -> Option<usize> {
        let mut at = 0;
        let mut steps = path.iter().copied();
        while let Some(slot) = steps.next() {
            at = self.child(at, slot)?;
            if let Op::List { .. } = self.ops.get(at)? {
                at = self.child(at, steps.next()?)?;
            }
        }
        match self.ops.get(at)? {
            Op::Instance { .. } | Op::Row { .. } => Some(at),
            _ => None,
        }
    }

    /// The operation of the value or row with this number inside of the instance or list that begins at `at`.
    fn child(&self, at: usize, number: u32) -> Option<usize> {
        let end = self.end(at)?;
        let mut child = at + 1;
        for _ in 0..number {
            child = self.end(child)?;
            if child >= end {
                return None;
            }
        }
        (child < end).then_some(child)
    }

    /// The operation behind the one at `at` and all inside of it.
    fn end(&self, at: usize) -> Option<usize> {
        Some(match *self.ops.get(at)? {
            Op::Instance { end, .. } | Op::List { end, .. } | Op::Row { end, .. } => end as usize,
            Op::Attributes(count) => at + 1 + 2 * count as usize,
            _ => at + 1,
        })
    }
}
