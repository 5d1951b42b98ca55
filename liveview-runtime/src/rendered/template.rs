//! What a fragment of `html!` is, known at compile time: its markup, its typed slots, where they stand. Holds no values.
//!
//! Every view root, branch, row, `@empty` body and component is one `static Template`, written by the macro.
//! A slot's address counts elements only, so that texts, white space and foreign comments never shift it.

/// A compiled fragment: what never changes, and where what changes stands.
#[derive(Debug)]
pub struct Template {
    /// The page's markup around the slots: one piece more than there are slots.
    pub statics: &'static [&'static str],
    /// The slots, in document order; a slot's number is its index here.
    pub slots: &'static [Slot],
    /// How many elements stand at the fragment's top level.
    pub arity: Arity,
    /// The fragment as the browser builds it, with slots by number.
    pub tree: &'static [Node],
    /// A 64-bit hash of all the above but `source`.
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

/// One place whose value changes.
#[derive(Debug)]
pub struct Slot {
    /// What is written there.
    pub kind: Kind,
    /// The steps from the fragment's top level to the element the slot belongs to; empty for the top level itself.
    pub path: &'static [Step],
    /// Where at that element.
    pub place: Place,
    /// The attribute, property, style property or class token written; empty for the other kinds.
    pub name: &'static str,
    /// The template of every row, where a list has one for all.
    pub row: Option<&'static Template>,
}

/// What a slot's value is, and how the browser writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `T`: the whole content of an element is one text.
    SoleText,
    /// `t`: a text between elements.
    Text,
    /// `a`: an attribute.
    Attribute,
    /// `s`: one style property, written through the CSSOM.
    Style,
    /// `c`: the server's class tokens.
    Classes,
    /// `C`: one class token, there or not.
    Class,
    /// `p`: a live property, such as `value` or `checked`.
    Property,
    /// `o`: one of several fragments, or none.
    OneOf,
    /// `l`: a list of rows.
    List,
    /// `k`: a fragment that is a value: a component, or what `@render` shows.
    Component,
}

/// One step of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The element with this index among the element children.
    Element(u16),
    /// The element with this index among those behind the end of a range, named by its slot.
    After {
        /// The slot whose range stands before.
        range: u16,
        /// The index behind it.
        element: u16,
    },
}

/// Where at the element of its path a slot stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The slot is the element (attributes, properties), or its whole text.
    Element,
    /// A range that is the whole content of the element: no markers.
    Content,
    /// A range that is always exactly this one element: no markers.
    Only,
    /// A text, or a range between markers, behind this point.
    Behind(Point),
}

/// A point among the children of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Point {
    /// Behind so many elements from the start.
    Start(u16),
    /// Behind so many elements from the end of a range, named by its slot.
    Range {
        /// The slot whose range stands before.
        range: u16,
        /// How many elements stand between.
        elements: u16,
    },
}

/// A node of the tree that the browser builds.
#[derive(Debug)]
pub enum Node {
    /// Text that never changes, unescaped.
    Text(&'static str),
    /// The slot with this number.
    Slot(u16),
    /// An element; names of other namespaces carry a prefix (`svg:path`).
    Element {
        /// The tag.
        tag: &'static str,
        /// The attributes that never change, values unescaped.
        attributes: &'static [(&'static str, &'static str)],
        /// The children.
        children: &'static [Node],
    },
}
