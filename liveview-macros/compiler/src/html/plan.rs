//! What generated code will do, decided: templates as data and steps to take. Knows no tokens of ours to come.

use std::rc::Rc;

use proc_macro2::{Span, TokenStream};

use super::ast::Expression;
use super::call::Call;
use super::check::roots::Trail;
use super::contexts::Address;
use crate::source::Source;

/// All templates of one `html!`; the first is its root.
#[derive(Debug, Default)]
pub struct Plan {
    /// The templates; branches and rows are named by their index.
    pub fragments: Vec<Fragment>,
    /// Ways to what components are given: whether what stands there is a drawing, their declarations know.
    pub questions: Vec<Trail>,
    /// The file it all stands in, where it is a file of its own.
    pub source: Option<Rc<Source>>,
}

/// One template and the steps that fill it.
#[derive(Debug)]
pub struct Fragment {
    /// The markup around the slots: one piece more than there are slots.
    pub statics: Vec<String>,
    /// The slots, in document order.
    pub slots: Vec<Slot>,
    /// The number of top-level elements, where nothing else stands there.
    pub arity: Option<u16>,
    /// What the browser builds.
    pub tree: Vec<Tree>,
    /// All the above, as the runtime reads it.
    pub definition: Definition,
    /// The same, where the question of this number is answered with yes, and it stands in a drawing.
    pub drawn: Option<(usize, Definition)>,
    /// Where it is written.
    pub source: Span,
    /// What to do, in order.
    pub steps: Vec<Action>,
}

/// The texts of a `Template`, which says how they read.
#[derive(Debug, Default)]
pub struct Definition {
    /// The markup around the slots.
    pub markup: String,
    /// The slots' kinds.
    pub letters: String,
    /// The slots' addresses.
    pub addresses: String,
    /// What the browser builds.
    pub tree: String,
    /// A hash of all of it.
    pub fingerprint: u64,
}

/// One place whose value changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// What is written there.
    pub kind: Kind,
    /// The way to its element.
    pub path: Vec<Step>,
    /// Where at that element.
    pub place: Place,
    /// The attribute, property or token.
    pub name: String,
    /// A list's row.
    pub row: Option<usize>,
}

/// As the runtime's `Kind`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The whole text of an element.
    SoleText,
    /// A text in flow.
    Text,
    /// An attribute.
    Attribute,
    /// Attributes as a value.
    Attributes,
    /// One style property.
    Style,
    /// The class tokens.
    Classes,
    /// One class token.
    Class,
    /// A live property.
    Property,
    /// One of several fragments.
    OneOf,
    /// A list.
    List,
    /// A fragment as a value.
    Component,
    /// Raw HTML.
    Html,
}

/// As the runtime's `Step`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// An element child by its index.
    Element(u16),
    /// An element behind a range.
    After {
        /// The range's slot.
        range: u16,
        /// The index behind it.
        element: u16,
    },
}

/// As the runtime's `Place`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The element itself.
    Element,
    /// The whole content.
    Content,
    /// Exactly one element.
    Only,
    /// Behind a point.
    Behind(Point),
}

/// As the runtime's `Point`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Point {
    /// Behind so many elements.
    Start(u16),
    /// Behind so many elements from a range's end.
    Range {
        /// The range's slot.
        range: u16,
        /// The elements between.
        elements: u16,
    },
}

/// As the runtime's `Node`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tree {
    /// Text, unescaped.
    Text(String),
    /// A slot.
    Slot(u16),
    /// An element.
    Element {
        /// The tag, with its namespace.
        tag: String,
        /// Attributes that never change.
        attributes: Vec<(String, String)>,
        /// The children.
        children: Vec<Tree>,
    },
}

/// One statement of generated code.
#[derive(Debug)]
pub enum Action {
    /// Write markup, in a page only.
    Markup(String),
    /// Bind names.
    Let(TokenStream),
    /// Items for rustc to check: facts that no macro can see.
    Claim(TokenStream),
    /// Look at an expression and show nothing: its slot was refused.
    Touch(Expression),
    /// Write a value.
    Value(Vec<Part>, Target),
    /// Write the attribute of a binding.
    Binding(Expression, String),
    /// Write a class token or not.
    Toggle(String, Expression),
    /// Write the attributes of a caller.
    Spread(Expression, Host),
    /// Show one of several.
    If(Vec<(TokenStream, Branch)>, Branch),
    /// Show one of several.
    Match(TokenStream, Vec<(TokenStream, Branch)>),
    /// Show rows.
    For(Rows),
    /// Show what stands for no rows, if there were none.
    Empty(Branch),
    /// Show a fragment.
    Render(Expression),
    /// Call a component.
    Component(Box<Call<usize>>),
    /// Show raw HTML; in an element of this tag, only what closes no paragraph.
    Html(Expression, Option<String>),
}

/// A fragment by index, or nothing.
pub type Branch = Option<usize>;

/// A loop.
#[derive(Debug)]
pub struct Rows {
    /// The pattern.
    pub pattern: TokenStream,
    /// What is walked.
    pub iterable: TokenStream,
    /// The key; nothing for unkeyed rows.
    pub key: Option<Expression>,
    /// What a row is.
    pub row: Row,
    /// Whether an [`Action::Empty`] follows.
    pub has_empty: bool,
}

/// What a row is.
#[derive(Debug)]
pub enum Row {
    /// An instance of this fragment.
    Fragment(usize),
    /// A component's own instance: these steps, the last of which calls it.
    Component(Vec<Action>),
}

/// A part of a value.
#[derive(Debug)]
pub enum Part {
    /// Characters, unescaped.
    Text(String),
    /// A value.
    Expression(Expression),
    /// Names bound between two values.
    Let(TokenStream),
}

/// As the runtime's `Host`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Host {
    /// The element's tag.
    pub tag: String,
    /// The attributes that it has by itself, without its classes.
    pub own: Vec<String>,
    /// Whether the attribute `class` is open in the markup before.
    pub has_class: bool,
}

/// What a value is written as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Text.
    Text,
    /// An attribute.
    Attribute(String),
    /// An attribute that holds addresses.
    Url(Address),
    /// A property.
    Property(String),
    /// Class tokens.
    Classes,
    /// A style property.
    Style(String),
}
