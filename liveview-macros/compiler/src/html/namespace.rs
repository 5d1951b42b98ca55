//! Which vocabulary an element belongs to: HTML's, SVG's or MathML's, as a parser decides it. Judges nothing.

use super::ast::{Element, Node, Value};
use super::vocabulary::foreign;

/// The vocabularies that a page is made of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Namespace {
    /// HTML.
    #[default]
    Html,
    /// SVG, below an `svg`.
    Svg,
    /// MathML, below a `math`.
    Math,
}

impl Namespace {
    /// The vocabulary of what stands at the top of a template, or of what a component is given: what is around is not seen,
    /// so it is told by names that only a drawing has. Their neighbours stand in the drawing, too.
    pub fn of_top(nodes: &[Node]) -> Namespace {
        let is_drawing = |node: &Node| match node {
            Node::Element(element) => match element.name.text.as_str() {
                "a" => Namespace::of_top(&element.children) == Namespace::Svg,
                tag => foreign::is_svg_only(tag),
            },
            block => block
                .bodies()
                .iter()
                .any(|body| Namespace::of_top(&body.nodes) == Namespace::Svg),
        };
        match nodes.iter().any(is_drawing) {
            true => Namespace::Svg,
            false => Namespace::Html,
        }
    }

    /// The vocabulary of an element that stands in this one; at the top of a template, names decide.
    pub fn of(self, tag: &str, is_at_top: bool) -> Namespace {
        match (self, tag) {
            (_, "svg") => Namespace::Svg,
            (_, "math") => Namespace::Math,
            (_, _) if is_at_top && foreign::is_svg_only(tag) => Namespace::Svg,
            (_, _) if is_at_top && foreign::is_math_only(tag) => Namespace::Math,
            (Namespace::Svg, _) if is_at_top && !foreign::is_svg(tag) => Namespace::Html,
            (around, _) => around,
        }
    }

    /// The vocabulary of what stands in an element of this one.
    pub fn inside(self, element: &Element) -> Namespace {
        self.between(&element.name.text, holds_html(element))
    }

    /// The same, of an element's tag; `holds_html` of an annotation that says so.
    pub fn between(self, tag: &str, holds_html: bool) -> Namespace {
        let is_html_again = match (self, tag) {
            (Namespace::Svg, tag) => matches!(tag, "foreignObject" | "desc" | "title"),
            (Namespace::Math, "annotation-xml") => holds_html,
            (Namespace::Math, tag) => matches!(tag, "mi" | "mn" | "mo" | "ms" | "mtext"),
            (Namespace::Html, _) => true,
        };
        if is_html_again { Namespace::Html } else { self }
    }

    /// What stands before the names of its elements on the wire.
    pub fn prefix(self) -> &'static str {
        match self {
            Namespace::Html => "",
            Namespace::Svg => "svg:",
            Namespace::Math => "math:",
        }
    }
}

/// An annotation says in its `encoding` what it holds.
pub fn holds_html(annotation: &Element) -> bool {
    let encoding = annotation
        .attribute("encoding")
        .map(|attribute| &attribute.value);
    let html = ["text/html", "application/xhtml+xml"];
    matches!(encoding, Some(Value::Static(text)) if html.iter().any(|one| text.value.eq_ignore_ascii_case(one)))
}

/// Whether there are such elements at the top of what a component is given.
pub fn begins_shared(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match node {
        Node::Element(element) => is_shared(element),
        block => block.bodies().iter().any(|body| begins_shared(&body.nodes)),
    })
}

/// Whether an element that HTML and SVG share may be either, with all that stands in it: a title, a link around parts of
/// a drawing.
pub fn is_shared(element: &Element) -> bool {
    let is_plain = |node: &Node| match node {
        Node::Text(text) => !text.value.contains(['<', '&']),
        _ => true,
    };
    match element.name.text.as_str() {
        "title" => true,
        "script" | "style" => element.children.iter().all(is_plain),
        "a" => element.children.iter().all(stays_in_a_drawing),
        _ => false,
    }
}

fn stays_in_a_drawing(node: &Node) -> bool {
    match node {
        Node::Element(element) => element.name.text == "svg" || is_shared(element),
        block => {
            let mut nodes = block.bodies().into_iter().flat_map(|body| &body.nodes);
            nodes.all(stays_in_a_drawing)
        }
    }
}
