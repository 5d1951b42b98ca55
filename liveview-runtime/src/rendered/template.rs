//! What a fragment of `html!` is, known at compile time: its markup, its typed slots, where they stand. Holds no values.
//!
//! Every view root, branch, row, `@empty` body and component is one `static Template`, written by the macro.
//! A slot's address counts elements only, so that texts, white space and foreign comments never shift it.
//!
//! Most of it is text, because a text costs rustc nothing and a tree of constants costs more than all the code around it.
//! Items of a text are parted by U+0000, here `·`, which HTML cannot hold:
//!
//! ```text
//! <ul class="all">@for … { <li>…</li> }</ul><a href={…} />
//!
//! letters    la                            a slot each: see `Kind`
//! markup     <ul class="all">·</ul><a·></a>
//! addresses  /0 * ul·/1 = a href           a slot each: see `Slot::read`
//! tree       <ul· class=all·#0·>·<a·>      see `Node`
//! ```

mod slot;
mod tree;

pub use slot::{Kind, Place, Point, Slot, Step};
pub use tree::Node;

/// A compiled fragment: what never changes, and where what changes stands.
#[derive(Debug)]
pub struct Template {
    /// The page's markup around the slots: one piece more than there are slots.
    pub markup: &'static str,
    /// The slots' kinds, in document order; a slot's number is its index here.
    pub letters: &'static str,
    /// The slots' addresses.
    pub addresses: &'static str,
    /// The templates of rows, for each list whose rows all have the same.
    pub rows: &'static [&'static Template],
    /// How many elements stand at the fragment's top level.
    pub arity: Arity,
    /// The fragment as the browser builds it, with slots by number.
    pub tree: &'static str,
    /// A 64-bit hash of all the above.
    pub fingerprint: u64,
    /// Where the fragment is written: `file:line:column`.
    pub source: &'static str,
}

/// How many top-level nodes a fragment has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arity {
    /// Exactly so many elements, and nothing else.
    Elements(u16),
    /// Anything: text at the top level, a list, a condition without `@else`.
    Variable,
}

impl Template {
    /// How many slots there are.
    #[must_use]
    pub const fn slot_count(&self) -> usize {
        self.letters.len()
    }

    /// What each slot is; of a list also the template of every row, where all have the same.
    pub fn kinds(&self) -> impl Iterator<Item = (Kind, Option<&'static Template>)> + use<> {
        let mut rows = self.rows.iter();
        self.letters.bytes().map(move |letter| {
            let row = (letter == slot::SAME_ROWS).then(|| rows.next()).flatten();
            (Kind::of(letter), row.copied())
        })
    }

    /// The slots, in document order.
    pub fn slots(&self) -> impl Iterator<Item = Slot> + use<> {
        let addresses = self.addresses.split('\0');
        self.kinds()
            .zip(addresses)
            .map(|((kind, row), address)| Slot::read(kind, row, address))
    }

    /// The tree, as one reads it from left to right.
    pub fn nodes(&self) -> impl Iterator<Item = Node> + use<> {
        self.tree.split_terminator('\0').map(Node::read)
    }

    /// The page's markup around the slots: one piece more than there are slots.
    pub fn statics(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.markup.split('\0')
    }
}
