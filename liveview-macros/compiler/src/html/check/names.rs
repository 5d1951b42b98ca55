//! Laws about how names are spelt. Knows no content.
//!
//! A browser reads names in any case, and our tables know them in one.

use super::Place;
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Element, Name};
use crate::html::vocabulary;

/// `<sCRIPT>` is a script to a browser, and would be none to the laws about scripts.
pub(super) fn tags_are_lower_case(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let tag = element.name.text.as_str();
    // A capital in front was taken for a component, and answered.
    if !tag.starts_with(char::is_uppercase) && !vocabulary::is_svg_only(tag) {
        refuse_capitals(&element.name, tag, diagnostics);
    }
}

/// `dJ-click` would be no binding of ours, and is `dj-click` to a browser.
pub(super) fn attributes_are_lower_case(
    element: &Element,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let mut tags = std::iter::once(element)
        .chain(place.elements())
        .map(|element| element.name.text.as_str());
    let is_svg = place.is_in_svg() || tags.any(|tag| tag == "svg" || vocabulary::is_svg_only(tag));
    for attribute in &element.attributes {
        let name = attribute.name.text.as_str();
        let lower = name.to_ascii_lowercase();
        let ours = ["class:", "style:"];
        if ours.iter().any(|prefix| name.starts_with(prefix)) {
            continue;
        }
        let is_of_html = lower.starts_with("dj-")
            || ours.iter().any(|prefix| lower.starts_with(prefix))
            || matches!(lower.as_str(), "class" | "style");
        if is_svg && !is_of_html {
            continue;
        }
        // What stands behind a point is a key, which has a law of its own.
        let spelt = match lower.starts_with("dj-key") {
            true => name.split('.').next().unwrap_or(name),
            false => name,
        };
        refuse_capitals(&attribute.name, spelt, diagnostics);
    }
}

fn refuse_capitals(name: &Name, spelt: &str, diagnostics: &mut Diagnostics) {
    if !spelt.contains(|character: char| character.is_ascii_uppercase()) {
        return;
    }
    let lower = spelt.to_ascii_lowercase();
    diagnostics
        .error(
            name.area,
            format!("`{spelt}` has capitals, which HTML does not tell apart"),
        )
        .help(format!("write it in lower case: `{lower}`"));
}
