//! Laws about `@for`: a row is one element, and rows are told apart by a key. Knows no HTML.

use super::{Place, area, is_invisible};
use crate::diagnostics::Diagnostics;
use crate::html::ast::{For, Key, Node};

/// Rows move, come and go by their key, each as one element.
pub(super) fn rows_are_keyed_elements(
    node: &Node,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let Node::For(repetition) = node else {
        return;
    };
    if matches!(repetition.key, Key::Missing) {
        diagnostics
            .error(repetition.span, "the rows of this `@for` have no key")
            .help("write what tells them apart, `@for row in rows; key row.id { … }`, or `@for row in rows; unkeyed { … }` if they never move");
    }
    row_is_one_element(repetition, diagnostics);
}

fn row_is_one_element(repetition: &For, diagnostics: &mut Diagnostics) {
    let nodes = &repetition.body.nodes;
    if nodes.iter().any(|node| matches!(node, Node::Refused(_))) {
        return;
    }
    let mut shown = nodes.iter().filter(|node| !is_invisible(node));
    let wrong = match (shown.next(), shown.next()) {
        (Some(Node::Element(_) | Node::Component(_)), None) => return,
        (Some(Node::Element(_) | Node::Component(_)), second) => second.and_then(area),
        (first, _) => first.and_then(area),
    };
    diagnostics
        .error(
            wrong.unwrap_or(repetition.span.into()),
            "a row is exactly one element",
        )
        .help(match first_tag(nodes) {
            Some("tr") => "give each row of the loop a `<tbody>` of its own, which holds several `<tr>`: a table may have many",
            Some("dt" | "dd") => "put each `<dt>` with its `<dd>` into a `<div>`, which may stand in a `<dl>`",
            _ => "put all that belongs to a row into one element; an `@if` stands inside it",
        });
}

fn first_tag(nodes: &[Node]) -> Option<&str> {
    let first = nodes.iter().find(|node| !is_invisible(node))?;
    match first {
        Node::Element(element) => Some(element.name.text.as_str()),
        _ => None,
    }
}
