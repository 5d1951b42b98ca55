//! Laws about what stands in what, at any depth. Knows no tables.

use super::Place;
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Element, Value};
use crate::html::vocabulary::{self, content};

/// The parser closes a `p` in front of these.
pub(super) fn paragraphs_hold_no_blocks(
    element: &Element,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let tag = element.name.text.as_str();
    let is_in_paragraph = place
        .tags()
        .take_while(|ancestor| *ancestor == "p" || !ends_search(ancestor))
        .any(|ancestor| ancestor == "p");
    if is_in_paragraph && vocabulary::closes_paragraph(tag) {
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
        "label" => "end the outer label first; a click would go to the control of both",
        _ => return,
    };
    if place.tags().any(|ancestor| ancestor == tag) {
        diagnostics
            .error(
                element.name.area,
                format!("`<{tag}>` cannot stand in another `<{tag}>`"),
            )
            .help(help);
    }
}

/// The parser closes a heading in front of another one right inside it.
pub(super) fn headings_do_not_nest(
    element: &Element,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let tag = element.name.text.as_str();
    let outer = place.tags().find(|ancestor| content::is_heading(ancestor));
    if let Some(outer) = outer.filter(|_| content::is_heading(tag)) {
        diagnostics
            .error(
                element.name.area,
                format!("the heading `<{tag}>` cannot stand in the heading `<{outer}>`"),
            )
            .help(format!(
                "end `<{outer}>` first; a title and its subtitle stand in `<hgroup>`, the second as `<p>`"
            ));
    }
}

/// A click on the inner one is a click on both, and a keyboard reaches one.
pub(super) fn links_and_buttons_hold_no_controls(
    element: &Element,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let tag = element.name.text.as_str();
    let outer = place.tags().find(|tag| matches!(*tag, "a" | "button"));
    // Two of a kind have a law of their own.
    if let Some(outer) = outer.filter(|outer| *outer != tag && is_interactive(element)) {
        diagnostics
            .error(
                element.name.area,
                format!("the control `<{tag}>` cannot stand in `<{outer}>`, which is one itself"),
            )
            .help(format!(
                "put them side by side, in a `<div>` instead of `<{outer}>`"
            ));
    }
}

/// Interactive content, as the standard calls it.
pub(super) fn is_interactive(element: &Element) -> bool {
    match element.name.text.as_str() {
        "button" | "details" | "embed" | "iframe" | "label" | "select" | "textarea" => true,
        "a" => element.attribute("href").is_some(),
        "audio" | "video" => element.attribute("controls").is_some(),
        "input" => {
            let kind = element.attribute("type").map(|attribute| &attribute.value);
            !matches!(kind, Some(Value::Static(text)) if text.value.eq_ignore_ascii_case("hidden"))
        }
        _ => false,
    }
}

/// Where scripts run, the content is text, and ends at the first close tag.
pub(super) fn noscripts_do_not_nest(
    element: &Element,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let tag = element.name.text.as_str();
    if tag == "noscript" && place.tags().any(|ancestor| ancestor == tag) {
        diagnostics
            .error(
                element.name.area,
                "`<noscript>` stands in `<noscript>`: a browser would end both at the first close tag",
            )
            .help("leave the inner one out");
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
