//! Laws about attributes. Knows no bindings.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::Place;
use crate::diagnostics::{Area, Diagnostics};
use crate::html::ast::{Attribute, Element, Piece, Value};
use crate::html::contexts;

/// The parser keeps the first of two and drops the other silently.
pub(super) fn names_are_unique(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    for (index, attribute) in element.attributes.iter().enumerate() {
        let name = &attribute.name.text;
        let is_second = element.attributes[..index]
            .iter()
            .any(|earlier| is_same(&earlier.name.text, name));
        if !is_second {
            continue;
        }
        let mistake = diagnostics.error(
            attribute.name.area,
            format!("`<{}>` already has `{name}`", element.name.text),
        );
        if name == "class" {
            mistake.help("write all classes in one, as in `class=\"row {kind}\"`; `class:name={bool}` may stand beside it");
        } else {
            mistake.help("keep one of the two: a browser would drop the second");
        }
    }
}

/// Classes and custom properties have a case, other names have none; one with capitals is told of as that.
fn is_same(one: &str, other: &str) -> bool {
    let has_case = ["class:", "style:"]
        .iter()
        .any(|prefix| one.starts_with(prefix));
    let has_capitals = other.contains(|letter: char| letter.is_ascii_uppercase());
    one == other || (!has_case && !has_capitals && one.eq_ignore_ascii_case(other))
}

/// Inline styles are blocked by the page's policy.
pub(super) fn styles_are_properties(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    if let Some(attribute) = element.attribute("style") {
        diagnostics
            .error(
                attribute.name.area,
                "`style=` is blocked by the page's content security policy",
            )
            .help("set one property with `style:width={value}`, or give the element a `class`");
    }
}

/// A list of classes, as other languages take it, is no text.
pub(super) fn classes_are_a_text(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let value = element.attribute("class").map(|class| &class.value);
    if let Some(Value::Expression(expression)) = value
        && is_list(&expression.tokens)
    {
        diagnostics
            .error(expression.span, "`class` takes a text, and this is a list")
            .help("write what is always there as text, and each other class with its condition: `class=\"tab\" class:active={is_active}`");
    }
}

/// `[a, b]`, `&[a, b]`, `vec![a, b]`, `(a, b)`.
pub(in crate::html) fn is_list(tokens: &TokenStream) -> bool {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let (Some(TokenTree::Group(list)), before) =
        (tokens.last(), &tokens[..tokens.len().max(1) - 1])
    else {
        return false;
    };
    let before: String = before.iter().map(ToString::to_string).collect();
    let has_comma = || {
        let mut parts = list.stream().into_iter();
        parts.any(|part| matches!(part, TokenTree::Punct(mark) if mark.as_char() == ','))
    };
    match list.delimiter() {
        Delimiter::Bracket => matches!(before.as_str(), "" | "&" | "vec!"),
        Delimiter::Parenthesis => before.is_empty() && has_comma(),
        _ => false,
    }
}

/// The browser drops a declaration that is more than one value, and knows no priority there.
pub(super) fn style_values_are_one_value(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    for attribute in &element.attributes {
        let name = attribute.name.text.as_str();
        let Some(property) = name.strip_prefix("style:") else {
            continue;
        };
        let (texts, area): (Vec<&str>, Area) = match &attribute.value {
            Value::Static(text) => (vec![&text.value], text.area),
            Value::Interpolated(pieces, span) => (literals(pieces), (*span).into()),
            Value::Bare | Value::Expression(_) => continue,
        };
        let breaks = |text: &&str| text.contains([';', '{', '}']) || text.contains("/*");
        if texts
            .iter()
            .any(|text| text.to_ascii_lowercase().contains("!important"))
        {
            diagnostics
                .error(area, format!("`{name}` cannot be `!important`: a browser would drop the whole value"))
                .help("leave it out: a value set on the element wins over every rule without it; or give the element a `class`");
        } else if texts.iter().any(breaks) {
            diagnostics
                .error(area, format!("`{name}` is one value, and this is more: a browser would drop it"))
                .help(format!("leave out what stands behind the value of `{property}`; each further property is a `style:` of its own"));
        }
    }
}

fn literals(pieces: &[Piece]) -> Vec<&str> {
    let literals = pieces.iter().filter_map(|piece| match piece {
        Piece::Text(text) => Some(text.as_str()),
        Piece::Expression(_) => None,
    });
    literals.collect()
}

/// `class:name` is there or not, `style:name` has a value: neither can stand bare.
pub(super) fn tokens_and_properties_have_values(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    for attribute in &element.attributes {
        let name = &attribute.name.text;
        if matches!(name.as_str(), "class:" | "style:") {
            diagnostics
                .error(attribute.name.area, format!("`{name}` names nothing"))
                .help(format!(
                    "write the name behind it, as in `{name}done={{value}}`"
                ));
        } else if let Some(token) = name.strip_prefix("class:") {
            if !matches!(attribute.value, Value::Expression(_)) {
                diagnostics
                    .error(attribute.name.area, format!("`{name}` needs a condition"))
                    .help(format!(
                        "write `{name}={{bool}}`, or `class=\"{token}\"` if it is always there"
                    ));
            }
        } else if name.starts_with("style:") && matches!(attribute.value, Value::Bare) {
            diagnostics
                .error(attribute.name.area, format!("`{name}` needs a value"))
                .help(format!("write `{name}={{value}}`"));
        }
    }
}

/// Where a value would be code, or could not be made safe.
pub(super) fn some_attributes_keep_no_slot(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    for attribute in &element.attributes {
        let name = &attribute.name.text;
        let Some((reason, help)) = contexts::refusal(element, name) else {
            continue;
        };
        if has_slot(attribute) {
            diagnostics
                .error(
                    attribute.name.area,
                    format!("no value can stand in `{name}`: {reason}"),
                )
                .help(help);
        } else if contexts::is_refused_whole(name) {
            diagnostics
                .error(
                    attribute.name.area,
                    format!("`{name}` is refused: {reason}"),
                )
                .help(help);
        }
    }
}

/// On some elements an attribute's name decides what runs, so it must stand in the template.
pub(super) fn some_elements_take_no_spread(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let tag = element.name.text.as_str();
    if let (Some(spread), Some(reason)) = (&element.spread, contexts::spread_refusal(tag)) {
        diagnostics
            .error(
                spread.span,
                format!("attributes cannot be spread on `<{tag}>`: {reason}"),
            )
            .help("write each attribute by its name");
    }
}

/// `value` is no attribute of these elements, so a browser would show nothing of it.
pub(super) fn values_stand_where_html_has_them(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let help = match element.name.text.as_str() {
        "select" => "mark the chosen one: `<option selected={value == chosen}>`",
        "textarea" => "write the text between its tags: `<textarea>{text}</textarea>`",
        _ => return,
    };
    if let Some(attribute) = element.attribute("value") {
        diagnostics
            .error(
                attribute.name.area,
                format!("`<{}>` has no `value` in HTML", element.name.text),
            )
            .help(help);
    }
}

/// Whether a value of the author's stands in it.
pub(super) fn has_slot(attribute: &Attribute) -> bool {
    matches!(
        attribute.value,
        Value::Expression(_) | Value::Interpolated(..)
    )
}
