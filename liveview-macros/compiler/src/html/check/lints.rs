//! Lints: what is legal, and still shuts somebody out. Warnings, each of which `@allow(name)` at a template's head turns off.

use super::{Place, events};
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Element, Node, Template, Value};
use crate::html::vocabulary::elements;
use crate::names::nearest;

/// Allows elements and attributes that our tables do not know.
pub(super) const UNKNOWN_NAMES: &str = "unknown_names";

/// All that `@allow` may name.
const LINTS: [&str; 9] = [
    "missing_alt",
    "missing_label",
    "positive_tabindex",
    "click_without_button",
    "button_submits",
    "missing_part",
    "part_order",
    events::MISSING_FIELD,
    UNKNOWN_NAMES,
];

/// An `@allow` of a lint that is none allows nothing.
pub(super) fn lints_exist(template: &Template, diagnostics: &mut Diagnostics) {
    for name in &template.allowed {
        let lint = name.text.as_str();
        if LINTS.contains(&lint) {
            continue;
        }
        let help = match nearest(lint, LINTS) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("lints: {}", LINTS.join(", ")),
        };
        diagnostics
            .error(name.area, format!("there is no lint `{lint}`"))
            .help(help);
    }
}

/// What stands for an image where it is not seen.
pub(super) fn missing_alt(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let shows_image = match element.name.text.as_str() {
        "img" => true,
        "area" => element.attribute("href").is_some(),
        "input" => is_static(element, "type", &["image"]),
        _ => false,
    };
    if shows_image && !may_have(element, "alt") {
        diagnostics
            .warning(
                element.name.area,
                "missing_alt",
                format!(
                    "`<{}>` has no `alt`: who does not see it learns nothing of it",
                    element.name.text
                ),
            )
            .help("say in `alt=\"…\"` what it shows, or write `alt=\"\"` for an ornament");
    }
}

/// What a control asks for, to those who do not see what stands beside it.
pub(super) fn missing_label(
    element: &Element,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    const NAMED_OTHERWISE: [&str; 5] = ["hidden", "submit", "reset", "button", "image"];
    let is_control = match element.name.text.as_str() {
        "input" => !is_static(element, "type", &NAMED_OTHERWISE),
        "select" | "textarea" => true,
        _ => false,
    };
    let names = ["aria-label", "aria-labelledby", "title"];
    let is_named = names.iter().any(|name| may_have(element, name));
    // At a template's top the label may stand around the template.
    if !is_control || is_named || place.parent().is_none() || place.tags().any(|tag| tag == "label")
    {
        return;
    }
    let id = element.attribute("id").map(|attribute| &attribute.value);
    if !is_labelled(id, &place.template.nodes) {
        diagnostics
            .warning(
                element.name.area,
                "missing_label",
                format!("`<{}>` has no label: who does not see the page cannot tell what it asks for", element.name.text),
            )
            .help("put it into a `<label>`, give it an `id` and write `<label for=\"…\">`, or write `aria-label`");
    }
}

/// Whether a label names this id, or may, both or one of them being made at run time.
fn is_labelled(id: Option<&Value>, nodes: &[Node]) -> bool {
    let Some(id) = id else { return false };
    nodes.iter().any(|node| {
        let children = match node {
            Node::Element(element) => {
                let names = element
                    .attribute("for")
                    .is_some_and(|attribute| may_be_same(&attribute.value, id));
                if names && element.name.text == "label" {
                    return true;
                }
                &element.children[..]
            }
            _ => &[],
        };
        is_labelled(Some(id), children)
            || node
                .bodies()
                .iter()
                .any(|body| is_labelled(Some(id), &body.nodes))
    })
}

fn may_be_same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Static(one), Value::Static(other)) => one.value == other.value,
        (Value::Bare, _) | (_, Value::Bare) => false,
        _ => true,
    }
}

/// It jumps before everything else on the page.
pub(super) fn positive_tabindex(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let Some(attribute) = element.attribute("tabindex") else {
        return;
    };
    let Value::Static(text) = &attribute.value else {
        return;
    };
    if text.value.parse::<u32>().is_ok_and(|index| index > 0) {
        diagnostics
            .warning(
                text.area,
                "positive_tabindex",
                format!(
                    "`tabindex=\"{}\"` jumps before everything else on the page",
                    text.value
                ),
            )
            .help("write `tabindex=\"0\"` and put the element where its turn is");
    }
}

/// A click on what no keyboard reaches.
pub(super) fn click_without_button(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let tag = element.name.text.as_str();
    let takes_keys = match tag {
        "a" | "area" => element.attribute("href").is_some(),
        "button" | "details" | "input" | "label" | "option" | "select" | "summary" | "textarea"
        | "audio" | "video" => true,
        tag => elements::is_custom(tag),
    };
    let is_made_one = ["role", "tabindex"]
        .iter()
        .all(|name| may_have(element, name));
    if let Some(attribute) = element
        .binding("dj-click")
        .filter(|_| !takes_keys && !is_made_one)
    {
        diagnostics
            .warning(
                attribute.name.area,
                "click_without_button",
                format!("no keyboard reaches this `<{tag}>`, so that only a pointer can click it"),
            )
            .help("write `<button>`, or give it `role=\"button\"`, `tabindex=\"0\"` and a `dj-keydown`");
    }
}

/// A button without a type submits the form around it, whatever else it does.
pub(super) fn button_submits(
    element: &Element,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let submits_too = element.name.text == "button"
        && element.binding("dj-click").is_some()
        && !may_have(element, "type")
        && place.tags().any(|tag| tag == "form");
    if submits_too {
        diagnostics
            .warning(
                element.name.area,
                "button_submits",
                "this button also submits the form, since it has no `type`",
            )
            .help("write `type=\"button\"`, or `type=\"submit\"` if that is meant");
    }
}

/// Whether an attribute is there, or may be among those that are spread.
pub(super) fn may_have(element: &Element, name: &str) -> bool {
    element.spread.is_some() || element.attribute(name).is_some()
}

fn is_static(element: &Element, name: &str, values: &[&str]) -> bool {
    let value = element.attribute(name).map(|attribute| &attribute.value);
    let is_one = |text: &str| values.iter().any(|one| one.eq_ignore_ascii_case(text));
    matches!(value, Some(Value::Static(text)) if is_one(&text.value))
}
