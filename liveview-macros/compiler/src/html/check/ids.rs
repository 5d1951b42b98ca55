//! The law about ids: one element each. Knows no element.

use std::collections::HashSet;

use crate::diagnostics::Diagnostics;
use crate::html::ast::{Element, Node, Template, Text, Value};

/// A label, a link and a script find the first of two only. Branches of one block are never shown together.
pub(super) fn ids_are_unique(template: &Template, diagnostics: &mut Diagnostics) {
    let mut ids = Ids {
        seen: HashSet::new(),
        is_in_row: false,
        diagnostics,
    };
    ids.nodes(&template.nodes);
}

struct Ids<'t, 'd> {
    seen: HashSet<&'t str>,
    is_in_row: bool,
    diagnostics: &'d mut Diagnostics,
}

impl<'t> Ids<'t, '_> {
    fn nodes(&mut self, nodes: &'t [Node]) {
        for node in nodes {
            if let Node::Element(element) = node {
                if let Some(id) = id(element) {
                    self.id(id);
                }
                self.nodes(&element.children);
            }
            self.branches(node);
        }
    }

    /// Every body of a block begins with what was seen before the block; behind it all of them have been seen.
    fn branches(&mut self, node: &'t Node) {
        let before = self.seen.clone();
        let was_in_row = self.is_in_row;
        for (index, body) in node.bodies().into_iter().enumerate() {
            let behind = std::mem::replace(&mut self.seen, before.clone());
            self.is_in_row = was_in_row || (index == 0 && matches!(node, Node::For(_)));
            self.nodes(&body.nodes);
            self.seen.extend(behind);
        }
        self.is_in_row = was_in_row;
    }

    fn id(&mut self, id: &'t Text) {
        let value = id.value.as_str();
        if self.is_in_row {
            self.diagnostics
                .error(id.area, format!("every row would have the id `{value}`"))
                .help(format!(
                    "make it of the row, as in `id=\"{value}-{{row.id}}\"`, or write a `class`"
                ));
        } else if !self.seen.insert(value) {
            self.diagnostics
                .error(id.area, format!("another element has the id `{value}` already"))
                .help("an id is one element's: rename one of them, or write a `class`; two branches of one `@if` may share an id");
        }
    }
}

fn id(element: &Element) -> Option<&Text> {
    match &element.attribute("id")?.value {
        Value::Static(text) => Some(text),
        _ => None,
    }
}
