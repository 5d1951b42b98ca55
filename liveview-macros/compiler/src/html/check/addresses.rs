//! Laws about addresses whose scheme the template writes. What values bring is judged when they are shown.

use super::Place;
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Element, Piece, Value};
use crate::html::contexts::{self, SCHEMES};

/// A program in an address is blocked by the page's policy, and a value behind another scheme is refused when it is shown.
pub(super) fn addresses_run_no_program(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    for attribute in &element.attributes {
        let name = attribute.name.text.as_str();
        if contexts::form(element, name).is_none() {
            continue;
        }
        let (text, area, has_value) = match &attribute.value {
            Value::Static(text) => (text.value.as_str(), text.area, false),
            Value::Interpolated(pieces, span) => match pieces.first() {
                Some(Piece::Text(text)) => (text.as_str(), (*span).into(), true),
                _ => continue,
            },
            Value::Bare | Value::Expression(_) => continue,
        };
        let Some(scheme) = scheme(text) else {
            continue;
        };
        if matches!(scheme.as_str(), "javascript" | "vbscript") {
            diagnostics
                .error(
                    area,
                    format!(
                        "`{scheme}:` is blocked by the page's policy: an address runs no program"
                    ),
                )
                .help("bind an event: `<button type=\"button\" dj-click=\"…\">`");
        } else if has_value && !SCHEMES.contains(&scheme.as_str()) {
            diagnostics
                .error(
                    area,
                    format!("an address that begins with `{scheme}:` and has a value in it is never followed"),
                )
                .help(format!(
                    "the schemes for values are {}; for another, vouch for the whole: `{name}={{TrustedUrl::dangerously_from(format!(…))}}`",
                    SCHEMES.join(", ")
                ));
        }
    }
}

/// The scheme as browsers read it: controls and spaces in front go, and so do tabs and line ends anywhere.
fn scheme(address: &str) -> Option<String> {
    let address: String = address
        .trim_start_matches(|c: char| c <= ' ')
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect();
    let (scheme, _) = address.split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    is_scheme.then(|| scheme.to_ascii_lowercase())
}
