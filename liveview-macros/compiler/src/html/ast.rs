//! What an author wrote, as data, every token with its place. Decides nothing: illegal templates have a tree too.

use proc_macro2::{Ident, Span, TokenStream};

use crate::diagnostics::Area;
use crate::names::{spelt, unraw};

/// The body of one `html!`.
#[derive(Debug, Default)]
pub struct Template {
    /// The events that bare names mean, where `#[live_view]` has said them.
    pub handlers: Option<Handlers>,
    /// The lints that `@allow(…)` turns off.
    pub allowed: Vec<Name>,
    /// Whether it is what a view shows, as `#[live_view]` has said.
    pub is_view: bool,
    /// The top level.
    pub nodes: Vec<Node>,
}

/// The header that `#[live_view]` writes in front of a template: `@@view(Name => State; handler(parameter: Type, …) [options], …)`.
#[derive(Debug, Clone)]
pub struct Handlers {
    /// The event enum, whose functions make bindings; `_` where the view has mistakes of its own.
    pub events: TokenStream,
    /// The view's state, whose fields `dj-model` names; nothing where it has parameters of its own.
    pub state: Option<TokenStream>,
    /// The handlers that a template may name.
    pub handlers: Vec<Handler>,
    /// Whether the enum was written by hand, so that its names are known to rustc alone.
    pub is_open: bool,
    /// The header itself, to be handed on.
    pub header: TokenStream,
    /// Its own place.
    pub span: Span,
}

/// One handler, as its signature reads.
#[derive(Debug, Clone)]
pub struct Handler {
    /// Its name.
    pub name: Ident,
    /// What it takes, without the receiver and the context.
    pub parameters: Vec<Parameter>,
    /// What its attribute says of timing: `debounce = 300`.
    pub options: TokenStream,
}

/// One parameter of a handler.
#[derive(Debug, Clone)]
pub struct Parameter {
    /// Its name.
    pub name: Ident,
    /// Its type, raw.
    pub kind: TokenStream,
}

/// Anything that stands between tags.
#[derive(Debug)]
pub enum Node {
    /// Text, quoted or not, or white space.
    Text(Text),
    /// `{expression}`.
    Expression(Expression),
    /// `<tag …>…</tag>`.
    Element(Element),
    /// `<!-- … -->`, which is never sent.
    Comment(Comment),
    /// `<!doctype html>`.
    Doctype(Area),
    /// `@if … { } @else { }`.
    If(If),
    /// `@match … { … => { } }`.
    Match(Match),
    /// `@for … in …; key … { } @empty { }`.
    For(Box<For>),
    /// `@let … = …;`
    Let(Let),
    /// `@render(expression)`.
    Render(Expression),
    /// `<Card …>…</Card>`.
    Component(Box<Component>),
    /// `@html(expression)`.
    Html(Expression),
    /// What the parser refused: its expressions are still looked at by rustc, so that nothing else turns red.
    Refused(Vec<Expression>),
}

/// A stretch of text.
#[derive(Debug, Clone)]
pub struct Text {
    /// The characters meant: entities decoded, quotes off.
    pub value: String,
    /// Whether it was quoted, and so keeps its white space.
    pub quoted: bool,
    /// Where.
    pub area: Area,
}

/// An author's expression: raw tokens, never parsed by us.
#[derive(Debug, Clone)]
pub struct Expression {
    /// The tokens.
    pub tokens: TokenStream,
    /// The braces or parentheses around them.
    pub span: Span,
}

/// A comment.
#[derive(Debug)]
pub struct Comment {
    /// Brace groups in it, which look like slots.
    pub slots: Vec<Expression>,
}

/// A name as HTML spells it, perhaps of several tokens.
#[derive(Debug, Clone)]
pub struct Name {
    /// The spelling.
    pub text: String,
    /// Where.
    pub area: Area,
}

/// An element.
#[derive(Debug)]
pub struct Element {
    /// Its tag.
    pub name: Name,
    /// Its attributes, in order.
    pub attributes: Vec<Attribute>,
    /// `{..attributes}`.
    pub spread: Option<Expression>,
    /// What stands in it.
    pub children: Vec<Node>,
}

/// An attribute, a `class:` or `style:` among them.
#[derive(Debug, Clone)]
pub struct Attribute {
    /// Its whole name.
    pub name: Name,
    /// Its value.
    pub value: Value,
}

/// A component, called.
#[derive(Debug)]
pub struct Component {
    /// Its path: a function's, a macro's and a type's in one.
    pub path: TokenStream,
    /// The path as it is spelt.
    pub name: Name,
    /// Its props, and what it passes on.
    pub attributes: Vec<Attribute>,
    /// What stands between its tags, without the slots.
    pub content: Body,
    /// `{..attributes}`: what it passes on beside them.
    pub spread: Option<Expression>,
    /// What is given to its slots, in order.
    pub slots: Vec<SlotContent>,
    /// Whether its tag reads as one; in half of a tag, nothing is missing.
    pub is_whole: bool,
}

/// `<:footer label="…" let:row>…</:footer>`.
#[derive(Debug)]
pub struct SlotContent {
    /// The slot's name, without the colon.
    pub name: Name,
    /// Its attributes, without `let`.
    pub attributes: Vec<Attribute>,
    /// What stands for the slot's argument: `row` of `let:row`, the pattern of `let={pattern}`.
    pub argument: Option<Expression>,
    /// What stands between its tags.
    pub content: Body,
}

/// What an attribute is set to.
#[derive(Debug, Clone)]
pub enum Value {
    /// Nothing: `disabled`.
    Bare,
    /// `"…"` without braces.
    Static(Text),
    /// `{expression}`.
    Expression(Expression),
    /// `"row {kind}"`.
    Interpolated(Vec<Piece>, Span),
}

/// A part of an interpolated value.
#[derive(Debug, Clone)]
pub enum Piece {
    /// Characters.
    Text(String),
    /// A value.
    Expression(Expression),
}

/// The template between two braces.
#[derive(Debug)]
pub struct Body {
    /// What stands in it.
    pub nodes: Vec<Node>,
    /// The braces.
    pub span: Span,
}

/// `@if`, with its `@else if`s.
#[derive(Debug)]
pub struct If {
    /// The conditions, raw (`let` among them), with their bodies.
    pub arms: Vec<(TokenStream, Body)>,
    /// `@else`.
    pub otherwise: Option<Body>,
    /// The keyword.
    pub span: Span,
}

/// `@match`.
#[derive(Debug)]
pub struct Match {
    /// What is matched, raw.
    pub scrutinee: TokenStream,
    /// Patterns with their guards, raw, and bodies.
    pub arms: Vec<(TokenStream, Body)>,
    /// The keyword.
    pub span: Span,
}

/// `@for`.
#[derive(Debug)]
pub struct For {
    /// The pattern, raw.
    pub pattern: TokenStream,
    /// What is walked, raw.
    pub iterable: TokenStream,
    /// What tells rows apart.
    pub key: Key,
    /// A row.
    pub body: Body,
    /// `@empty`.
    pub empty: Option<Body>,
    /// The keyword.
    pub span: Span,
}

/// What tells rows apart.
#[derive(Debug)]
pub enum Key {
    /// `; key expression`.
    By(Expression),
    /// `; unkeyed`.
    Unkeyed,
    /// Neither, which a law refuses.
    Missing,
}

/// `@let pattern = expression;`
#[derive(Debug, Clone)]
pub struct Let {
    /// All behind the keyword, without the semicolon, raw.
    pub tokens: TokenStream,
    /// The keyword.
    pub span: Span,
}

impl Handlers {
    /// Whether bindings are taken as they are, since the view has mistakes of its own.
    pub fn is_unchecked(&self) -> bool {
        self.events.to_string() == "_"
    }

    /// The handler of this name.
    pub fn named(&self, name: &str) -> Option<&Handler> {
        self.handlers
            .iter()
            .find(|handler| handler.spelling() == name)
    }
}

impl Handler {
    /// Its name, without `r#`.
    pub fn spelling(&self) -> String {
        unraw(&self.name)
    }

    /// Its name and parameters, for people.
    pub fn signature(&self) -> String {
        let parameters: Vec<String> = self.parameters.iter().map(Parameter::signature).collect();
        format!("{}({})", self.spelling(), parameters.join(", "))
    }
}

impl Parameter {
    /// Its name, without `r#`.
    pub fn spelling(&self) -> String {
        unraw(&self.name)
    }

    /// Its name and type, for people.
    pub fn signature(&self) -> String {
        format!("{}: {}", self.spelling(), spelt(&self.kind))
    }
}

impl Node {
    /// The bodies of a block, in order; none for what is no block.
    pub fn bodies(&self) -> Vec<&Body> {
        match self {
            Node::If(block) => block
                .arms
                .iter()
                .map(|(_, body)| body)
                .chain(&block.otherwise)
                .collect(),
            Node::Match(block) => block.arms.iter().map(|(_, body)| body).collect(),
            Node::For(block) => [&block.body].into_iter().chain(&block.empty).collect(),
            _ => Vec::new(),
        }
    }
}

impl Component {
    /// What stands in it, the slots' contents too.
    pub fn bodies(&self) -> impl Iterator<Item = &Body> {
        let slots = self.slots.iter().map(|slot| &slot.content);
        [&self.content].into_iter().chain(slots)
    }
}

impl Element {
    /// The attribute that binds this event, whatever its name says of keys and the like.
    pub fn binding(&self, event: &str) -> Option<&Attribute> {
        let mut attributes = self.attributes.iter();
        attributes.find(|attribute| {
            let name = attribute.name.text.split('.').next();
            name.is_some_and(|name| name.eq_ignore_ascii_case(event))
        })
    }

    /// The attribute of this name.
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes
            .iter()
            .find(|attribute| attribute.name.text.eq_ignore_ascii_case(name))
    }
}
