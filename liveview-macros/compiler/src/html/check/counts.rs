//! How much a template may hold: an address counts in 16 bits. Looks at no name and no value.

use super::area;
use crate::diagnostics::{Area, Diagnostics};
use crate::html::ast::{Node, Template};

/// Elements, attributes, values and blocks of one template, all together: so none of them has a number that 16 bits
/// cannot hold, wherever it is counted.
const MOST: usize = u16::MAX as usize;

/// Says where a template is too large.
pub(super) fn check(template: &Template, diagnostics: &mut Diagnostics) {
    let mut left = MOST;
    if let Some(area) = exceeding(&template.nodes, &mut left) {
        diagnostics
            .error(
                area,
                format!("here the template holds more than {MOST} elements, attributes and values"),
            )
            .help("move a part of it into a component, or show what repeats with `@for`");
    }
}

/// The first thing that is one too many.
fn exceeding(nodes: &[Node], left: &mut usize) -> Option<Area> {
    nodes.iter().find_map(|node| {
        let weight = match node {
            Node::Text(_) | Node::Comment(_) | Node::Let(_) | Node::Refused(_) => 0,
            Node::Element(element) => 1 + element.attributes.len(),
            _ => 1,
        };
        let Some(rest) = left.checked_sub(weight) else {
            return area(node);
        };
        *left = rest;
        if let Node::Element(element) = node
            && let Some(area) = exceeding(&element.children, left)
        {
            return Some(area);
        }
        let mut bodies = node.bodies();
        if let Node::Component(component) = node {
            bodies.extend(component.bodies());
        }
        bodies.iter().find_map(|body| exceeding(&body.nodes, left))
    })
}
