//! Laws about what stands in what, at any depth. Knows no tables.

use super::Place;
use crate::diagnostics::Diagnostics;
use crate::html::ast::Element;
use crate::html::vocabulary;

/// The parser closes a `p` in front of these.
pub(super) fn paragraphs_hold_no_blocks(
    element: &Element,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let tag = element.name.text.as_str();
    let is_in_paragraph = place
        .elements()
        .map(|ancestor| ancestor.name.text.as_str())
        .take_while(|ancestor| *ancestor == "p" || !ends_search(ancestor))
        .any(|ancestor| ancestor == "p");
    if is_in_paragraph && vocabulary::closes_paragraph(tag) && !place.is_in_svg() {
        diagnostics
            .error(
                element.name.area,
                format!(
                    "`<{tag}>` cannot stand in `<p>`: a browser would end the paragraph before it"
                ),
            )
            .help(format!(
                "close the `<p>` before `<{tag}>`, or make the outer one a `<div>`"
            ));
    }
}

/// A scope hides the paragraph outside; an element that ended it was reported itself.
fn ends_search(tag: &str) -> bool {
    vocabulary::is_scope(tag) || vocabulary::closes_paragraph(tag)
}

/// The parser closes the outer one, or drops the inner.
pub(super) fn some_elements_do_not_nest(
    element: &Element,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let tag = element.name.text.as_str();
    let help = match tag {
        "a" => "end the outer link first; a link has one address",
        "button" => "end the outer button first, or make the outer one a `<div>`",
        "form" => "end the outer form first; a field may name its form with `form=\"id\"`",
        _ => return,
    };
    if place.elements().any(|ancestor| ancestor.name.text == tag) {
        diagnostics
            .error(
                element.name.area,
                format!("`<{tag}>` cannot stand in another `<{tag}>`"),
            )
            .help(help);
    }
}

/// What the browser builds later must never run by being built.
pub(super) fn scripts_stand_outside_blocks(
    element: &Element,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    if element.name.text == "script" && place.is_in_block() {
        diagnostics
            .error(
                element.name.area,
                "`<script>` cannot stand in a block: it would run each time the block is shown, or never",
            )
            .help("load scripts outside all blocks, and let them look for elements by `class` or `data-…`");
    }
}
