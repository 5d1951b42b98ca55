//! One fragment in the making: markup is gathered until a slot cuts it. Decides no address.

use proc_macro2::{Span, TokenStream};

use super::Lowering;
use crate::html::plan::{Action, Definition, Fragment, Kind, Place, Slot, Step, Tree};

pub(super) struct Builder<'l, 't> {
    pub(super) lowering: &'l mut Lowering<'t>,
    /// Markup since the last slot, and what of it has become an action.
    pub(super) markup: String,
    written: usize,
    statics: Vec<String>,
    slots: Vec<Slot>,
    steps: Vec<Action>,
    arity: Option<u16>,
}

impl<'l, 't> Builder<'l, 't> {
    pub(super) fn new(lowering: &'l mut Lowering<'t>) -> Self {
        Builder {
            lowering,
            markup: String::new(),
            written: 0,
            statics: Vec::new(),
            slots: Vec::new(),
            steps: Vec::new(),
            arity: None,
        }
    }

    /// Ends the markup here and takes the next number.
    pub(super) fn slot(&mut self, slot: Slot) -> u16 {
        self.write();
        self.written = 0;
        self.statics.push(std::mem::take(&mut self.markup));
        self.slots.push(slot);
        count(self.slots.len() - 1)
    }

    /// Adds a statement behind the markup so far.
    pub(super) fn act(&mut self, action: Action) {
        self.write();
        self.steps.push(action);
    }

    /// Adds items, which stand anywhere.
    pub(super) fn claim(&mut self, items: TokenStream) {
        if !items.is_empty() {
            self.steps.push(Action::Claim(items));
        }
    }

    pub(super) fn set_arity(&mut self, arity: Option<u16>) {
        self.arity = arity;
    }

    pub(super) fn finish(mut self, tree: Vec<Tree>, source: Span) -> Fragment {
        self.write();
        self.statics.push(self.markup);
        Fragment {
            statics: self.statics,
            slots: self.slots,
            arity: self.arity,
            tree,
            definition: Definition::default(),
            drawn: None,
            source,
            steps: self.steps,
        }
    }

    fn write(&mut self) {
        if self.written < self.markup.len() {
            let markup = self.markup[self.written..].to_owned();
            self.steps.push(Action::Markup(markup));
            self.written = self.markup.len();
        }
    }
}

impl Fragment {
    /// Holds a fragment's index while what is in it is lowered.
    pub(super) fn empty(source: Span) -> Self {
        Fragment {
            statics: Vec::new(),
            slots: Vec::new(),
            arity: None,
            tree: Vec::new(),
            definition: Definition::default(),
            drawn: None,
            source,
            steps: Vec::new(),
        }
    }
}

/// A slot without a name or a row.
pub(super) fn slot(kind: Kind, path: &[Step], place: Place) -> Slot {
    Slot {
        kind,
        path: path.to_vec(),
        place,
        name: String::new(),
        row: None,
    }
}

/// Counts of one template, which is refused before they leave 16 bits.
pub(super) fn count(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}
