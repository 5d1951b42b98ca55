//! Laws about code in pages, which a parser reads as text up to the first close tag. Knows no slot.

use super::Place;
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Element, Node};
use crate::html::vocabulary;

/// A close tag in a text of the code ends the code there.
pub(super) fn code_ends_at_its_close_tag(
    element: &Element,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let tag = element.name.text.as_str();
    if !vocabulary::is_code(tag) {
        return;
    }
    let raw = place.tags().filter(|outer| vocabulary::is_raw(outer));
    let mut ends: Vec<String> = [tag]
        .into_iter()
        .chain(raw)
        .map(|tag| format!("</{tag}"))
        .collect();
    // From `<!--` to `<script` the parser would look for two close tags.
    ends.extend((tag == "script").then(|| "<!--".to_owned()));
    for node in &element.children {
        let Node::Text(text) = node else { continue };
        let lower = text.value.to_ascii_lowercase();
        if let Some(end) = ends.iter().find(|end| lower.contains(end.as_str())) {
            diagnostics
                .error(
                    text.area,
                    format!("a browser takes `{end}` in code for markup, even within a text"),
                )
                .help("move the code into a file of its own");
        }
    }
}
