//! The update sink: writes down what a renderer tells, as operations. Compares nothing.

use super::changes::{Changes, Op, Span};
use super::order::Order;
use crate::rendered::sink::{ListHead, OldRows, Sink, State, Value};
use crate::rendered::template::Template;

/// Records one render.
#[derive(Default)]
pub(super) struct Recorder {
    changes: Changes,
    /// The operations that have no end yet, outermost first.
    open: Vec<usize>,
    /// The lists among them: how their rows are put together, where that is not as before.
    orders: Vec<Option<Order>>,
}

impl Recorder {
    /// What was recorded.
    pub(super) fn finish(self) -> Changes {
        self.changes
    }

    fn begin(&mut self, op: Op) {
        self.open.push(self.changes.ops.len());
        self.changes.ops.push(op);
    }

    /// Closes the innermost open operation, with the runs of a list.
    fn close(&mut self, order: Option<Span>) {
        let open = self.open.pop().expect("a renderer ends only what it began");
        let length = self.changes.ops.len() as u32;
        match &mut self.changes.ops[open] {
            Op::List { runs, end, .. } => {
                *runs = order;
                *end = length;
            }
            Op::Instance { end, .. } | Op::Row { end, .. } => *end = length,
            _ => {}
        }
    }

    fn attributes(&mut self, attributes: &[(&str, &str)]) {
        self.changes
            .ops
            .push(Op::Attributes(attributes.len() as u32));
        for (name, value) in attributes {
            for text in [name, value] {
                let op = self.text(text);
                self.changes.ops.push(op);
            }
        }
    }

    fn text(&mut self, text: &str) -> Op {
        let start = self.changes.text.len() as u32;
        self.changes.text.push_str(text);
        let end = self.changes.text.len() as u32;
        Op::Text(Span { start, end })
    }
}

impl Sink for Recorder {
    fn slot(&mut self, slot: u16) {
        self.changes.ops.push(Op::Slot(slot));
    }

    fn value(&mut self, value: Value<'_>) {
        let op = match value {
            Value::Attributes(attributes) => return self.attributes(attributes),
            Value::Text(text) => self.text(text),
            Value::Absent => Op::Absent,
            Value::True => Op::True,
            Value::Class(on) => Op::Class(on),
            Value::Nothing => Op::Nothing,
        };
        self.changes.ops.push(op);
    }

    fn begin_instance(&mut self, template: &'static Template, state: State) {
        self.begin(Op::Instance {
            template,
            state,
            end: 0,
        });
    }

    fn begin_list(&mut self, list: ListHead, state: State) {
        self.begin(Op::List {
            row: list.row,
            old_rows: list.rows,
            runs: None,
            end: 0,
        });
        let order = (state == State::New).then(Order::of_new_list);
        self.orders.push(order);
    }

    fn begin_row(&mut self, index: u32, template: &'static Template, state: State) {
        self.begin(Op::Row {
            index,
            template,
            state,
            end: 0,
        });
    }

    fn end(&mut self) {
        self.close(None);
    }

    fn reorder(&mut self, kept: u32, rest: OldRows<'_>) {
        let list = self.open.last().map(|&open| &self.changes.ops[open]);
        let source = match list {
            Some(Op::List { row: Some(row), .. }) => row.source,
            _ => "`@render`",
        };
        if let Some(order) = self.orders.last_mut() {
            *order = Some(Order::of_old_list(kept, rest, source));
        }
    }

    fn take(&mut self, key: u64) -> Option<usize> {
        self.orders.last_mut()?.as_mut()?.take(key)
    }

    fn end_list(&mut self, rows: u32) {
        let order = self.orders.pop().flatten();
        let runs = order.map(|order| {
            let start = self.changes.runs.len() as u32;
            order.write_runs(rows, &mut self.changes.runs);
            let end = self.changes.runs.len() as u32;
            Span { start, end }
        });
        self.close(runs);
    }
}
