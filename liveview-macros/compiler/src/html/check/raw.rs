//! Laws about raw HTML: where a parser leaves it alone. Knows nothing of what is in it.

use super::{Ancestor, Place, is_invisible};
use crate::diagnostics::Diagnostics;
use crate::html::ast::Node;
use crate::html::contexts;
use crate::html::namespace::Namespace;

/// Its nodes are nobody's but the element's around it, so nothing else can stand there and be found again.
pub(super) fn raw_html_stands_alone(
    node: &Node,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let Node::Html(expression) = node else {
        return;
    };
    let (parent, namespace) = match place.ancestors.last() {
        Some(Ancestor::Element(element, namespace)) => (element.name.text.as_str(), *namespace),
        _ => ("", Namespace::Html),
    };
    let mut visible = place.siblings.iter().filter(|node| !is_invisible(node));
    let ends_around = place
        .elements()
        .map(|element| element.name.text.as_str())
        .find(|tag| matches!(*tag, "a" | "button"));
    let refused = if let Some((reason, help)) = contexts::raw_refusal(parent) {
        let place = match parent {
            "" => "here".to_owned(),
            tag => format!("in `<{tag}>`"),
        };
        Some((
            format!("no raw HTML can stand {place}: {reason}"),
            help.to_owned(),
        ))
    } else if namespace != Namespace::Html {
        Some((
            format!("no raw HTML can stand in `<{parent}>`: it is no element of HTML"),
            "write what stands there in the template, or put the whole of it into a `<div>`"
                .to_owned(),
        ))
    } else if let Some(tag) = ends_around {
        Some((
            format!("no raw HTML can stand in `<{tag}>`: a tag in it could end that element"),
            format!("put it outside of the `<{tag}>`"),
        ))
    } else if visible.nth(1).is_some() {
        Some((
            format!("raw HTML is all that its element holds, and `<{parent}>` holds more"),
            "give it an element of its own: `<div>@html(…)</div>`, or `<span>` in a text"
                .to_owned(),
        ))
    } else {
        None
    };
    if let Some((message, help)) = refused {
        diagnostics.error(expression.span, message).help(help);
    }
}
