//! Laws about content that the parser reads as text. Knows no tables.

use super::attributes::has_slot;
use super::{Ancestor, Place, area, is_invisible};
use crate::diagnostics::Diagnostics;
use crate::html::ast::Node;
use crate::html::branches;
use crate::html::vocabulary;

/// A comment is never sent, so nothing can change in it.
pub(super) fn comments_keep_no_slot(
    node: &Node,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let Node::Comment(comment) = node else {
        return;
    };
    for slot in &comment.slots {
        diagnostics
            .error(
                slot.span,
                "no value can stand in a comment: comments are never sent",
            )
            .help("to leave a part of the template out, use Rust's `/* … */`");
    }
}

/// What stands in these elements, however deep, is code, raw text, or no part of the page to a browser.
pub(super) fn raw_elements_keep_no_slot(
    node: &Node,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let Some(tag) = raw_element_around(place) else {
        return;
    };
    let is_slot = matches!(
        node,
        Node::Expression(_)
            | Node::Render(_)
            | Node::Component(_)
            | Node::Html(_)
            | Node::If(_)
            | Node::Match(_)
            | Node::For(_)
    );
    let own = area(node).filter(|_| is_slot);
    let (attributes, spread) = match node {
        Node::Element(element) => (&element.attributes[..], &element.spread),
        _ => (&[][..], &None),
    };
    let of_attributes = attributes
        .iter()
        .filter(|attribute| has_slot(attribute))
        .map(|attribute| attribute.name.area);
    let of_spread = spread.iter().map(|spread| spread.span.into());
    for area in own.into_iter().chain(of_attributes).chain(of_spread) {
        diagnostics
            .error(area, format!("no value can stand in `<{tag}>`"))
            .help(instead_of_a_slot_in(tag));
    }
}

/// The innermost such element around, unless a block between it and here was refused already.
fn raw_element_around<'t>(place: &Place<'t, '_>) -> Option<&'t str> {
    let inner = place.ancestors.iter().rev();
    let tags = inner.map_while(|ancestor| match ancestor {
        Ancestor::Element(element, _) => Some(element.name.text.as_str()),
        Ancestor::Block | Ancestor::Border(_) => None,
    });
    let mut raw = tags.filter(|tag| vocabulary::is_raw(tag) || *tag == "template");
    raw.next()
}

fn instead_of_a_slot_in(tag: &str) -> &'static str {
    match tag {
        "script" => {
            "put the value into an attribute such as `data-user={user}`, and the code into a file that reads it"
        }
        "style" => {
            "set a property with `style:name={value}`, or toggle a `class`; style sheets live in files"
        }
        "template" => {
            "its content is no part of the page: write it without values, or show it with `@if`"
        }
        _ => "write text without values, or use an element whose content is HTML",
    }
}

/// In these elements the parser takes tags for text, and a block's markers with them.
pub(super) fn some_elements_hold_text_alone(
    node: &Node,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let Some(parent) = place.parent().filter(|tag| vocabulary::is_text_only(tag)) else {
        return;
    };
    let is_text = is_invisible(node) || matches!(node, Node::Text(_) | Node::Expression(_));
    if is_text {
        return;
    }
    if let Some(area) = area(node) {
        diagnostics
            .error(area, format!("`<{parent}>` holds text and nothing else"))
            .help("make the text in Rust and show it with one `{…}`");
    }
}

/// A browser takes what stands in a frame for text that it never shows.
pub(super) fn frames_hold_nothing(
    node: &Node,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let is_held = matches!(node, Node::Text(_) | Node::Element(_)) && !is_invisible(node);
    let is_in_frame = place.parent() == Some("iframe");
    if let Some(area) = area(node).filter(|_| is_held && is_in_frame) {
        diagnostics
            .error(
                area,
                "`<iframe>` holds nothing: a browser would never show this",
            )
            .help("serve it at an address of its own and name that in `src`");
    }
}

/// `@render(if … { html!{…} } else { html!{…} })` has two types for one value.
pub(super) fn one_fragment_is_rendered(
    node: &Node,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    if let Node::Render(expression) = node {
        branches::check(&expression.tokens, diagnostics);
    }
}
