//! Laws about the document around a template, and elements that are not offered. Knows no nesting.

use super::{Place, is_invisible};
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Element, Node};

/// A doctype anywhere but at the start is dropped by the parser.
pub(super) fn doctype_stands_first(
    node: &Node,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let Node::Doctype(area) = node else {
        return;
    };
    let is_first = place
        .siblings
        .iter()
        .find(|sibling| !is_invisible(sibling))
        .is_some_and(|first| std::ptr::eq(first, node));
    if !is_first || !place.ancestors.is_empty() {
        diagnostics
            .error(*area, "a doctype stands before everything else")
            .help(
                "move it to the start of the template, or leave it out: the framework writes one",
            );
    }
}

/// The framework writes the document; a second `<body>` would be merged into it by the parser.
pub(super) fn the_document_is_not_ours(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let tag = element.name.text.as_str();
    if matches!(tag, "html" | "head" | "body") {
        diagnostics
            .error(
                element.name.area,
                format!("`<{tag}>` is written by the framework around every view"),
            )
            .help("write what stands in `<body>`; the title is set where the view is routed");
    }
}

/// Elements whose nodes would not be found again.
pub(super) fn some_elements_are_not_offered(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let (message, help) = match element.name.text.as_str() {
        "selectedcontent" => (
            "`<selectedcontent>` is filled by the newest browsers alone, with nodes that are not of the page",
            "show what is chosen from the view's state",
        ),
        _ => return,
    };
    diagnostics.error(element.name.area, message).help(help);
}
