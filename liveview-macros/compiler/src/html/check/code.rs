//! Laws about code in pages: which of it a browser would run, and where a parser takes it to end. Knows no slot.

use super::Place;
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Element, Node, Value};
use crate::html::vocabulary;

/// The page's policy lets no code run, and no rules count, that stand in the page itself.
pub(super) fn code_lives_in_files(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let help = match element.name.text.as_str() {
        "script" if runs(element) => {
            "move it into a file: `<script src=\"/page.js\"></script>`; data that a script reads may stay, with `type=\"application/json\"`"
        }
        "style" => {
            "move the rules into a file that the route names: `.stylesheet(\"/style.css\")`; a value that changes is `style:width={value}`"
        }
        _ => return,
    };
    let is_text = |node: &&Node| matches!(node, Node::Text(text) if !text.value.trim().is_empty());
    let mut content = element.children.iter();
    // A value in it is refused by itself, with another way out.
    let is_all_text = content.all(|node| matches!(node, Node::Text(_) | Node::Comment(_)));
    let Some(Node::Text(text)) = element
        .children
        .iter()
        .find(is_text)
        .filter(|_| is_all_text)
    else {
        return;
    };
    diagnostics
        .error(
            text.area,
            format!(
                "what stands in `<{}>` is blocked by the page's content security policy",
                element.name.text
            ),
        )
        .help(help);
}

/// Whether a browser would take a script's content for a program.
fn runs(element: &Element) -> bool {
    if element.attribute("src").is_some() {
        return false;
    }
    match element.attribute("type").map(|kind| &kind.value) {
        None | Some(Value::Bare) => true,
        Some(Value::Static(kind)) => {
            let kind = kind.value.trim().to_ascii_lowercase();
            kind.is_empty()
                || kind.ends_with("javascript")
                || kind.ends_with("ecmascript")
                || matches!(kind.as_str(), "module" | "importmap" | "speculationrules")
        }
        Some(_) => false,
    }
}

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
