//! The laws of HTML and of bindings, one function each, every mistake pooled. Changes nothing.

use super::ast::{Element, Handlers, Node, Template};
use super::vocabulary;
use crate::diagnostics::{Area, Diagnostics};

mod attributes;
mod content;
mod document;
pub mod events;
mod names;
mod nesting;
mod rows;
mod tables;

/// A law about a node, in its place.
type NodeLaw = fn(&Node, &Place<'_, '_>, &mut Diagnostics);

/// A law about an element, in its place.
type ElementLaw = fn(&Element, &Place<'_, '_>, &mut Diagnostics);

const NODE_LAWS: [NodeLaw; 6] = [
    document::doctype_stands_first,
    content::comments_keep_no_slot,
    content::raw_elements_keep_no_slot,
    content::some_elements_hold_text_alone,
    tables::tables_hold_no_text,
    rows::rows_are_keyed_elements,
];

const ELEMENT_LAWS: [ElementLaw; 15] = [
    document::the_document_is_not_ours,
    document::some_elements_are_not_offered,
    names::tags_are_lower_case,
    names::attributes_are_lower_case,
    attributes::names_are_unique,
    attributes::styles_are_properties,
    attributes::tokens_and_properties_have_values,
    attributes::some_attributes_keep_no_slot,
    attributes::some_elements_take_no_spread,
    attributes::values_stand_where_html_has_them,
    tables::rows_stand_in_a_part,
    tables::tables_hold_their_parts,
    nesting::paragraphs_hold_no_blocks,
    nesting::some_elements_do_not_nest,
    nesting::scripts_stand_outside_blocks,
];

/// Holds every law against a template.
pub fn check(template: &Template, diagnostics: &mut Diagnostics) {
    let mut walk = Walk {
        handlers: template.handlers.as_ref(),
        ancestors: Vec::new(),
        diagnostics,
    };
    walk.nodes(&template.nodes);
}

/// What a node stands in, elements and blocks, outermost first.
#[derive(Debug, Clone, Copy)]
enum Ancestor<'t> {
    Element(&'t Element),
    /// Something that may be shown or not, or several times.
    Block,
}

/// Where a node stands.
struct Place<'t, 'p> {
    ancestors: &'p [Ancestor<'t>],
    /// The nodes beside it, itself among them.
    siblings: &'t [Node],
}

impl<'t> Place<'t, '_> {
    /// The elements around, innermost first; blocks are no barrier.
    fn elements(&self) -> impl Iterator<Item = &'t Element> {
        self.ancestors
            .iter()
            .rev()
            .filter_map(|ancestor| match ancestor {
                Ancestor::Element(element) => Some(*element),
                Ancestor::Block => None,
            })
    }

    /// The tag of the element around; nothing where the template does not say.
    fn parent(&self) -> Option<&'t str> {
        self.elements()
            .next()
            .map(|element| element.name.text.as_str())
    }

    fn is_in_svg(&self) -> bool {
        self.elements()
            .map(|element| element.name.text.as_str())
            .take_while(|tag| !vocabulary::leaves_svg(tag))
            .any(|tag| tag == "svg")
    }

    fn is_in_block(&self) -> bool {
        self.ancestors
            .iter()
            .any(|ancestor| matches!(ancestor, Ancestor::Block))
    }
}

struct Walk<'t, 'd> {
    handlers: Option<&'t Handlers>,
    ancestors: Vec<Ancestor<'t>>,
    diagnostics: &'d mut Diagnostics,
}

impl<'t> Walk<'t, '_> {
    fn nodes(&mut self, nodes: &'t [Node]) {
        for node in nodes {
            let place = Place {
                ancestors: &self.ancestors,
                siblings: nodes,
            };
            for law in NODE_LAWS {
                law(node, &place, self.diagnostics);
            }
            if let Node::Element(element) = node {
                for law in ELEMENT_LAWS {
                    law(element, &place, self.diagnostics);
                }
                events::check(element, self.handlers, self.diagnostics);
                self.inside(Ancestor::Element(element), &element.children);
            }
            for body in node.bodies() {
                self.inside(Ancestor::Block, &body.nodes);
            }
        }
    }

    fn inside(&mut self, ancestor: Ancestor<'t>, nodes: &'t [Node]) {
        self.ancestors.push(ancestor);
        self.nodes(nodes);
        self.ancestors.pop();
    }
}

/// Whether a node shows nothing in any case: white space, a comment, a `@let`.
fn is_invisible(node: &Node) -> bool {
    match node {
        Node::Text(text) => !text.quoted && text.value.trim_ascii().is_empty(),
        Node::Comment(_) | Node::Let(_) | Node::Refused(_) => true,
        _ => false,
    }
}

/// The tokens to point at when a node is wrong where it stands.
fn area(node: &Node) -> Option<Area> {
    Some(match node {
        Node::Text(text) => text.area,
        Node::Expression(expression) | Node::Render(expression) => expression.span.into(),
        Node::Element(element) => element.name.area,
        Node::Doctype(area) => *area,
        Node::If(block) => block.span.into(),
        Node::Match(block) => block.span.into(),
        Node::For(block) => block.span.into(),
        Node::Let(binding) => binding.span.into(),
        Node::Comment(_) | Node::Refused(_) => return None,
    })
}
