//! Laws about names: which there are, and how they are spelt. Knows no content.
//!
//! A browser reads names in any case, and our tables know them in one.

use super::lints::UNKNOWN_NAMES;
use super::{Place, listed};
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Element, Name};
use crate::html::contexts;
use crate::html::namespace::Namespace;
use crate::html::vocabulary::{attributes, elements, foreign, libraries};

/// `<sCRIPT>` is a script to a browser, and would be none to the laws about scripts.
pub(super) fn tags_are_lower_case(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let tag = element.name.text.as_str();
    // A capital in front was taken for a component, and answered.
    if !tag.starts_with(char::is_uppercase) && !foreign::is_svg_only(tag) {
        refuse_capitals("the element", &element.name, tag, diagnostics);
    }
}

/// An element that is none is a misspelt one, and has none of its powers.
pub(super) fn tags_are_known(
    element: &Element,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let tag = element.name.text.as_str();
    let is_known = elements::is_html(tag)
        || elements::is_custom(tag)
        || elements::successor(tag).is_some()
        || foreign::is_svg_only(tag)
        || foreign::is_math_only(tag);
    if is_known || has_capitals(tag) || is_allowed(place) {
        return;
    }
    diagnostics
        .error(element.name.area, format!("there is no element `<{tag}>`"))
        .help(match elements::nearest_html(tag) {
            Some(near) => format!("did you mean `<{near}>`?"),
            None => {
                "an element of your own has a hyphen in its name, as in `<my-element>`".to_owned()
            }
        });
}

/// What HTML has given up no browser need know, and some of it swallows what stands behind.
pub(super) fn obsolete_tags_have_successors(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let tag = element.name.text.as_str();
    if let Some(advice) = elements::successor(tag) {
        diagnostics
            .error(element.name.area, format!("HTML has given `<{tag}>` up"))
            .help(advice);
    }
}

/// `dJ-click` would be no binding of ours, and is `dj-click` to a browser.
pub(super) fn attributes_are_lower_case(
    element: &Element,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let is_foreign = place.namespace_of(element) != Namespace::Html;
    for attribute in &element.attributes {
        let name = attribute.name.text.as_str();
        let lower = name.to_ascii_lowercase();
        let ours = ["class:", "style:"];
        if ours.iter().any(|prefix| name.starts_with(prefix)) {
            continue;
        }
        // `onClick` is refused as code, however it is spelt.
        if contexts::is_refused_whole(name) {
            continue;
        }
        let is_of_html = lower.starts_with("dj-")
            || ours.iter().any(|prefix| lower.starts_with(prefix))
            || matches!(lower.as_str(), "class" | "style");
        if is_foreign && !is_of_html {
            continue;
        }
        // What stands behind a point is a key, which has a law of its own.
        let spelt = match lower.starts_with("dj-key") {
            true => name.split('.').next().unwrap_or(name),
            false => name,
        };
        refuse_capitals("the attribute", &attribute.name, spelt, diagnostics);
    }
}

/// An attribute that the element does not have is a misspelt one, or does nothing.
pub(super) fn attributes_are_known(
    element: &Element,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let tag = element.name.text.as_str();
    let namespace = place.namespace_of(element);
    let is_open = namespace == Namespace::Html && !elements::is_html(tag);
    if is_open || is_allowed(place) {
        return;
    }
    for attribute in &element.attributes {
        let name = attribute.name.text.as_str();
        if is_of_another_law(tag, name, namespace) || is_known(tag, name, namespace) {
            continue;
        }
        diagnostics
            .error(
                attribute.name.area,
                format!("`<{tag}>` has no attribute `{name}`"),
            )
            .help(advice(tag, name, namespace));
    }
}

fn is_of_another_law(tag: &str, name: &str, namespace: Namespace) -> bool {
    const PREFIXES: [&str; 5] = ["dj-", "data-", "aria-", "class:", "style:"];
    let lower = name.to_ascii_lowercase();
    PREFIXES.iter().any(|prefix| lower.starts_with(prefix))
        || matches!(lower.as_str(), "class" | "style")
        || contexts::is_refused_whole(name)
        || (lower == "value" && matches!(tag, "select" | "textarea"))
        || (namespace == Namespace::Html && has_capitals(name))
}

fn is_known(tag: &str, name: &str, namespace: Namespace) -> bool {
    match namespace {
        Namespace::Html => attributes::is_of(tag, name),
        Namespace::Svg => attributes::is_of("", name) || foreign::is_svg_attribute(name),
        Namespace::Math => attributes::is_of("", name) || foreign::is_math_attribute(name),
    }
}

fn advice(tag: &str, name: &str, namespace: Namespace) -> String {
    let near = match namespace {
        Namespace::Html => attributes::nearest_of(tag, name),
        Namespace::Svg => foreign::nearest_svg_attribute(name),
        Namespace::Math => foreign::nearest_math_attribute(name),
    };
    let bearers = attributes::bearers(name);
    if libraries::is_theirs(name) {
        libraries::ours(name)
    } else if let Some(near) = near {
        format!("did you mean `{near}`?")
    } else if let Some(advice) = attributes::successor(name) {
        advice.to_owned()
    } else if bearers.is_empty() {
        format!("data of your own goes into `data-{name}`")
    } else {
        let bearers: Vec<&str> = bearers.into_iter().take(5).collect();
        format!("it belongs on {}", listed(&bearers))
    }
}

/// Standards grow faster than tables: an author may know better.
fn is_allowed(place: &Place<'_, '_>) -> bool {
    let allowed = &place.template.allowed;
    allowed.iter().any(|lint| lint.text == UNKNOWN_NAMES)
}

fn has_capitals(name: &str) -> bool {
    name.contains(|character: char| character.is_ascii_uppercase())
}

fn refuse_capitals(what: &str, name: &Name, spelt: &str, diagnostics: &mut Diagnostics) {
    if !has_capitals(spelt) {
        return;
    }
    let lower = spelt.to_ascii_lowercase();
    let help = match lower.as_str() {
        "classname" => "write `class`".to_owned(),
        "htmlfor" => "write `for`".to_owned(),
        _ => format!("write it in lower case: `{lower}`"),
    };
    diagnostics
        .error(
            name.area,
            format!("{what} `{spelt}` has capitals, which HTML does not tell apart"),
        )
        .help(help);
}
