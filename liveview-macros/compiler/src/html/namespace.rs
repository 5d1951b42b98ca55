//! Which vocabulary an element belongs to: HTML's, SVG's or MathML's, as a parser decides it. Judges nothing.

use super::ast::{Element, Value};
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
    /// The vocabulary of an element that stands in this one; at the top of a template its name alone decides.
    pub fn of(self, tag: &str, is_at_top: bool) -> Namespace {
        match (self, tag) {
            (_, "svg") => Namespace::Svg,
            (_, "math") => Namespace::Math,
            (Namespace::Html, _) if is_at_top && foreign::is_svg_only(tag) => Namespace::Svg,
            (Namespace::Html, _) if is_at_top && foreign::is_math_only(tag) => Namespace::Math,
            (around, _) => around,
        }
    }

    /// The vocabulary of what stands in an element of this one.
    pub fn inside(self, element: &Element) -> Namespace {
        let is_html_again = match (self, element.name.text.as_str()) {
            (Namespace::Svg, tag) => matches!(tag, "foreignObject" | "desc" | "title"),
            (Namespace::Math, "annotation-xml") => holds_html(element),
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
fn holds_html(annotation: &Element) -> bool {
    let encoding = annotation
        .attribute("encoding")
        .map(|attribute| &attribute.value);
    let html = ["text/html", "application/xhtml+xml"];
    matches!(encoding, Some(Value::Static(text)) if html.iter().any(|one| text.value.eq_ignore_ascii_case(one)))
}
