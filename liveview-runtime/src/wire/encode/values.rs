//! Operations as patches and values. Reads a list twice, since its new rows stand before the patches of the others.

use super::aliases::Aliases;
use super::text::{number, string};
use super::{Encoded, definitions};
use crate::diff::{Changes, Op, Span};
use crate::rendered::sink::State;
use crate::rendered::template::Template;
use crate::wire::keys;

/// Writes one body and the definitions it needs.
pub(super) struct Writer<'c> {
    changes: &'c Changes,
    aliases: &'c mut Aliases,
    encoded: Encoded,
}

/// The attribute of a spread that is told token by token.
const CLASS: &str = "class";

/// A list's operation, taken apart.
#[derive(Clone, Copy)]
struct List {
    row: Option<&'static Template>,
    old_rows: u32,
    start: usize,
    end: usize,
}

/// A row's operation, taken apart.
#[derive(Clone, Copy)]
struct Row {
    index: u32,
    template: &'static Template,
    state: State,
    start: usize,
    end: usize,
}

impl<'c> Writer<'c> {
    pub(super) fn new(changes: &'c Changes, aliases: &'c mut Aliases) -> Self {
        Writer {
            changes,
            aliases,
            encoded: Encoded::default(),
        }
    }

    pub(super) fn finish(mut self) -> Encoded {
        definitions::close(&mut self.encoded.definitions);
        self.encoded
    }

    /// `[slot, value, …]` for the root.
    pub(super) fn patch_root(&mut self) {
        self.push('[');
        if let Some(&Op::Instance { template, end, .. }) = self.changes.ops().first() {
            self.define_slots_unnamed(template);
            self.sequence(1, end as usize, "");
        }
        self.push(']');
    }

    /// `[alias, …values]` for the instance or row whose operation stands at `at`.
    pub(super) fn whole_instance(&mut self, at: usize) {
        if let Op::Instance { template, end, .. } | Op::Row { template, end, .. } =
            self.changes.ops()[at]
        {
            self.push('[');
            self.define(template);
            self.sequence(at + 1, end as usize, ",");
            self.push(']');
        }
    }

    /// `slot, value, …` or `value, …`, as the operations are, with this separator before the first.
    fn sequence(&mut self, start: usize, end: usize, first: &str) {
        let mut separator = first;
        let mut at = start;
        while at < end {
            self.encoded.body.push_str(separator);
            separator = ",";
            at = self.operation(at);
        }
    }

    /// Writes the operation at `at`; where the next one begins.
    fn operation(&mut self, at: usize) -> usize {
        match self.changes.ops()[at] {
            Op::Slot(slot) => number(&mut self.encoded.body, slot),
            Op::Text(span) => string(&mut self.encoded.body, self.changes.text(span)),
            Op::Absent => self.encoded.body.push_str("null"),
            Op::True => self.encoded.body.push_str("true"),
            Op::Class(on) => self.push(if on { '1' } else { '0' }),
            Op::Nothing => self.push('0'),
            Op::Attributes(count) => {
                let end = at + 1 + 2 * count as usize;
                self.attributes(&self.changes.ops()[at + 1..end]);
                return end;
            }
            Op::Instance {
                template,
                state,
                end,
            } => {
                self.instance(template, state, at + 1, end as usize);
                return end as usize;
            }
            Op::List {
                row,
                old_rows,
                runs,
                end,
            } => {
                let list = List {
                    row,
                    old_rows,
                    start: at + 1,
                    end: end as usize,
                };
                self.list(list, runs);
                return end as usize;
            }
            // Rows are written by their list.
            Op::Row { end, .. } => return end as usize,
        }
        at + 1
    }

    /// `[name, value, …]`, where class tokens are names behind a point, whose values say nothing.
    fn attributes(&mut self, texts: &[Op]) {
        let changes = self.changes;
        let texts = texts.iter().filter_map(|op| match *op {
            Op::Text(span) => Some(changes.text(span)),
            _ => None,
        });
        let texts: Vec<&str> = texts.collect();
        let mut separator = '[';
        for pair in texts.as_chunks().0 {
            let [name, value]: &[&str; 2] = pair;
            let tokens = value.split_ascii_whitespace().filter(|_| *name == CLASS);
            for token in tokens {
                self.push(separator);
                string(&mut self.encoded.body, &format!(".{token}"));
                self.encoded.body.push_str(",\"\"");
                separator = ',';
            }
            if *name != CLASS {
                self.push(separator);
                string(&mut self.encoded.body, name);
                self.push(',');
                string(&mut self.encoded.body, value);
                separator = ',';
            }
        }
        if separator == '[' {
            self.push('[');
        }
        self.push(']');
    }

    /// `[0, alias, …patch]` or `[1, alias, …values]`.
    fn instance(&mut self, template: &'static Template, state: State, start: usize, end: usize) {
        self.push('[');
        if state == State::Patched {
            self.push(keys::PATCHED);
            self.push(',');
            self.define_slots(template);
        } else {
            self.push(keys::BUILT);
            self.push(',');
            self.define(template);
        }
        self.sequence(start, end, ",");
        self.push(']');
    }

    fn list(&mut self, list: List, runs: Option<Span>) {
        self.push('[');
        if let Some(runs) = runs {
            self.encoded.body.push_str(keys::REORDERED);
            self.push(',');
            number(&mut self.encoded.body, list.old_rows);
            self.runs(runs);
            self.news(list);
        } else {
            number(&mut self.encoded.body, list.old_rows);
        }
        self.row_patches(list);
        self.push(']');
    }

    fn runs(&mut self, runs: Span) {
        let mut separator = ",[";
        for &run in self.changes.runs(runs) {
            self.encoded.body.push_str(separator);
            number(&mut self.encoded.body, run);
            separator = ",";
        }
        self.encoded
            .body
            .push_str(if separator == ",[" { ",[]" } else { "]" });
    }

    /// `,[alias, values, …]`, `,[0, alias, values, …]` where rows differ in template, `,0` where only patches follow.
    fn news(&mut self, list: List) {
        let mut is_open = false;
        let mut has_patches = false;
        for row in self.rows(list) {
            if row.state != State::New {
                has_patches = true;
                continue;
            }
            if !is_open {
                is_open = true;
                self.encoded.body.push_str(",[");
                match list.row {
                    Some(template) => self.define(template),
                    None => self.push('0'),
                }
            }
            self.push(',');
            if list.row.is_none() {
                self.define(row.template);
                self.push(',');
            }
            self.push('[');
            self.sequence(row.start, row.end, "");
            self.push(']');
        }
        match (is_open, has_patches) {
            (true, _) => self.push(']'),
            (false, true) => self.encoded.body.push_str(",0"),
            (false, false) => {}
        }
    }

    /// `,i,patch` for each row that stands there already.
    fn row_patches(&mut self, list: List) {
        for row in self.rows(list) {
            if row.state == State::New {
                continue;
            }
            self.push(',');
            number(&mut self.encoded.body, row.index);
            self.push(',');
            if list.row.is_none() {
                self.instance(row.template, row.state, row.start, row.end);
            } else {
                self.define_slots_unnamed(row.template);
                self.push('[');
                self.sequence(row.start, row.end, "");
                self.push(']');
            }
        }
    }

    fn rows(&self, list: List) -> impl Iterator<Item = Row> + use<'c> {
        let ops = self.changes.ops();
        let mut at = list.start;
        std::iter::from_fn(move || {
            let Op::Row {
                index,
                template,
                state,
                end,
            } = *ops[..list.end].get(at)?
            else {
                return None;
            };
            let start = at + 1;
            at = end as usize;
            Some(Row {
                index,
                template,
                state,
                start,
                end: at,
            })
        })
    }

    /// Writes the alias of a template of which an instance stands there.
    fn define_slots(&mut self, template: &'static Template) {
        let definitions = &mut self.encoded.definitions;
        let alias = self.aliases.define_slots(template, definitions);
        number(&mut self.encoded.body, alias);
    }

    /// Defines the template of a row, which the list's slot names already.
    fn define_slots_unnamed(&mut self, template: &'static Template) {
        let definitions = &mut self.encoded.definitions;
        self.aliases.define_slots(template, definitions);
    }

    /// Writes the alias of a template of which an instance is to be built.
    fn define(&mut self, template: &'static Template) {
        let definitions = &mut self.encoded.definitions;
        let alias = self.aliases.define(template, definitions);
        number(&mut self.encoded.body, alias);
    }

    fn push(&mut self, char: char) {
        self.encoded.body.push(char);
    }
}
