//! White space, settled once: beside a tag that breaks the line it is dropped, elsewhere it collapses to one space.
//! Quoted text and values keep theirs, and so does everything in `pre` and `textarea`. Numbers no slot.

use proc_macro2::TokenStream;

use super::Surroundings;
use crate::html::ast::{Element, Expression, Node};
use crate::html::namespace::Namespace;
use crate::html::plan::Part;
use crate::html::vocabulary;

/// What is left of a list of nodes: texts and values between two elements have become one.
#[derive(Debug)]
pub(super) enum Item<'t> {
    Doctype,
    /// Text without a value in it.
    Static(String),
    /// Text with values in it: one slot.
    Run(Vec<Part>),
    Element(&'t Element),
    /// A block, `@render`, `@html` or a component.
    Block(&'t Node),
    Let(TokenStream),
    Touch(&'t Expression),
}

/// What a list of nodes begins and ends at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edges {
    /// The tags of an element.
    Tags,
    /// The braces of a body, which are none of the text's business.
    Body,
}

/// What a run of text and values stands beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Beside {
    /// White space is never seen here.
    Break,
    /// White space is seen.
    Line,
}

/// Settles the white space of a list of nodes.
pub(super) fn settle<'t>(
    nodes: &'t [Node],
    surroundings: Surroundings<'t>,
    edges: Edges,
) -> Vec<Item<'t>> {
    let edge = edge_of(surroundings, edges);
    let mut items = Vec::new();
    let mut run: Vec<&'t Node> = Vec::new();
    let mut before = edge;
    for node in nodes {
        match node {
            Node::Text(_) | Node::Expression(_) | Node::Let(_) => run.push(node),
            Node::Comment(comment) => items.extend(comment.slots.iter().map(Item::Touch)),
            Node::Refused(expressions) => items.extend(expressions.iter().map(Item::Touch)),
            Node::Doctype(_)
            | Node::Element(_)
            | Node::If(_)
            | Node::Match(_)
            | Node::For(_)
            | Node::Render(_)
            | Node::Html(_)
            | Node::Component(_) => {
                let beside = beside(node, surroundings);
                settle_run(&run, (before, beside), surroundings, &mut items);
                run.clear();
                items.push(item(node));
                before = beside;
            }
        }
    }
    settle_run(&run, (before, edge), surroundings, &mut items);
    items
}

fn item(node: &Node) -> Item<'_> {
    match node {
        Node::Element(element) => Item::Element(element),
        Node::Doctype(_) => Item::Doctype,
        block => Item::Block(block),
    }
}

fn edge_of(surroundings: Surroundings<'_>, edges: Edges) -> Beside {
    let is_break = edges == Edges::Body
        || (!surroundings.keeps_space
            && (is_blank(surroundings) || vocabulary::ignores_inner_space(surroundings.tag)));
    if is_break {
        Beside::Break
    } else {
        Beside::Line
    }
}

/// Whether white space between children is never seen here.
fn is_blank(surroundings: Surroundings<'_>) -> bool {
    match surroundings.namespace {
        Namespace::Html => vocabulary::drops_space(surroundings.tag),
        // What a component is given may stand in a text.
        Namespace::Svg if surroundings.tag.is_empty() => vocabulary::drops_space(""),
        Namespace::Svg => !vocabulary::is_svg_text(surroundings.tag),
        Namespace::Math => true,
    }
}

fn beside(node: &Node, surroundings: Surroundings<'_>) -> Beside {
    let is_break = !surroundings.keeps_space && (is_blank(surroundings) || breaks_line(node));
    if is_break {
        Beside::Break
    } else {
        Beside::Line
    }
}

/// A block breaks the line if all it can show does.
fn breaks_line(node: &Node) -> bool {
    match node {
        Node::Doctype(_) => true,
        Node::Element(element) => vocabulary::breaks_line(&element.name.text),
        Node::Text(text) => !text.quoted && is_space(&text.value),
        Node::Comment(_) | Node::Let(_) | Node::Refused(_) => true,
        Node::Expression(_) | Node::Render(_) | Node::Html(_) | Node::Component(_) => false,
        Node::If(_) | Node::Match(_) | Node::For(_) => node
            .bodies()
            .iter()
            .all(|body| body.nodes.iter().all(breaks_line)),
    }
}

fn is_space(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_whitespace())
}

fn settle_run<'t>(
    nodes: &[&'t Node],
    (before, after): (Beside, Beside),
    surroundings: Surroundings<'t>,
    items: &mut Vec<Item<'t>>,
) {
    let mut run = Run {
        parts: Vec::new(),
        pending: String::new(),
        keeps_space: surroundings.keeps_space,
        before,
    };
    for node in nodes {
        match node {
            Node::Text(text) if text.quoted => run.quoted(&text.value),
            Node::Text(text) => run.unquoted(&text.value),
            Node::Expression(expression) => {
                run.space();
                run.parts.push(Part::Expression(expression.clone()));
            }
            Node::Let(binding) => run.parts.push(Part::Let(binding.tokens.clone())),
            _ => {}
        }
    }
    if after == Beside::Line {
        run.space();
    }
    let has_value = run
        .parts
        .iter()
        .any(|part| matches!(part, Part::Expression(_)));
    if has_value {
        items.push(Item::Run(run.parts));
    } else {
        items.extend(run.parts.into_iter().filter_map(|part| match part {
            Part::Text(text) => Some(Item::Static(text)),
            Part::Let(tokens) => Some(Item::Let(tokens)),
            Part::Expression(_) => None,
        }));
    }
}

/// A run in the making.
struct Run {
    parts: Vec<Part>,
    /// White space seen last, not yet known to be wanted.
    pending: String,
    keeps_space: bool,
    before: Beside,
}

impl Run {
    fn quoted(&mut self, text: &str) {
        self.space();
        self.text(text);
    }

    fn unquoted(&mut self, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            let space = rest.len() - rest.trim_ascii_start().len();
            self.pending.push_str(&rest[..space]);
            rest = &rest[space..];
            let end = rest
                .find(|character: char| character.is_ascii_whitespace())
                .unwrap_or(rest.len());
            if end > 0 {
                self.space();
                self.text(&rest[..end]);
                rest = &rest[end..];
            }
        }
    }

    /// White space that turned out to stand before something.
    fn space(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        let is_first = !self
            .parts
            .iter()
            .any(|part| matches!(part, Part::Text(_) | Part::Expression(_)));
        if pending.is_empty() || (is_first && self.before == Beside::Break) {
            return;
        }
        if self.keeps_space {
            self.text(&pending);
        } else {
            self.text(" ");
        }
    }

    fn text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        match self.parts.last_mut() {
            Some(Part::Text(last)) => last.push_str(text),
            _ => self.parts.push(Part::Text(text.to_owned())),
        }
    }
}
