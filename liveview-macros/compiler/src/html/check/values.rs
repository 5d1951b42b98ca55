//! Laws about the texts of attributes: keywords, numbers, switches, ids. Values that are expressions are not looked at.

use super::Place;
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Attribute, Element, Text, Value};
use crate::html::vocabulary::attributes;
use crate::html::vocabulary::values::{self, Values, WINDOWS};
use crate::names::nearest;

/// A browser takes a word that it does not know for the default, and says nothing.
pub(super) fn keywords_are_of_their_set(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    for (attribute, text) in texts(element) {
        let name = attribute.name.text.as_str();
        let Some(set) = values::of(&element.name.text, name) else {
            continue;
        };
        for (word, help) in misspelt(set, &text.value) {
            diagnostics
                .error(text.area, format!("`{name}` cannot be `{word}`"))
                .help(help);
        }
    }
}

/// The words of a text that are not of the set, and what to write instead of each.
pub(super) fn misspelt(set: Values, text: &str) -> Vec<(&str, String)> {
    let (words, has_case) = match set {
        Values::Window if text.starts_with('_') => (WINDOWS, false),
        Values::Word(words) | Values::Words(words) => (words, false),
        Values::ExactWord(words) => (words, true),
        Values::Window | Values::Count | Values::Integer => return Vec::new(),
    };
    let is_word = |word: &str| {
        let is_same = |one: &str| one == word || (!has_case && one.eq_ignore_ascii_case(word));
        words.split(' ').any(is_same)
    };
    let written = match set {
        Values::Words(_) => text.split_ascii_whitespace().collect(),
        _ => vec![text],
    };
    let others = written.into_iter().filter(|word| !is_word(word));
    let near = |word: &str| match nearest(&word.to_ascii_lowercase(), words.split(' ')) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("it is one of: {}", words.replace(' ', ", ")),
    };
    others.map(|word| (word, near(word))).collect()
}

/// A width of `100%` or `10px` is none in HTML.
pub(super) fn numbers_are_whole(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    for (attribute, text) in texts(element) {
        let (name, value) = (attribute.name.text.as_str(), text.value.as_str());
        let is_right = match values::of(&element.name.text, name) {
            Some(Values::Count) => is_count(value),
            Some(Values::Integer) => is_integer(value),
            _ => true,
        };
        if is_right {
            continue;
        }
        let mistake = diagnostics.error(
            text.area,
            format!("`{name}` is a whole number, and `{value}` is none"),
        );
        let number = value.trim_matches(|unit: char| !unit.is_ascii_digit());
        if matches!(name, "width" | "height") {
            mistake.help(format!(
                "write pixels without a unit, or `style:{name}=\"{value}\"`"
            ));
        } else if is_count(number) {
            mistake.help(format!("write `{name}=\"{number}\"`"));
        } else {
            mistake.help(format!("write a number, as in `{name}=\"1\"`"));
        }
    }
}

/// A whole number, not negative.
fn is_count(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit())
}

/// A whole number.
pub(super) fn is_integer(value: &str) -> bool {
    is_count(value.strip_prefix('-').unwrap_or(value))
}

/// To a browser, `disabled="false"` is disabled.
pub(super) fn switches_have_no_value(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    for (attribute, text) in texts(element) {
        let name = attribute.name.text.as_str();
        let is_name = text.value.eq_ignore_ascii_case(name);
        let is_own = attributes::is_of(&element.name.text, name);
        if attributes::is_boolean(name) && is_own && !is_name {
            diagnostics
                .error(
                    text.area,
                    format!(
                        "`{name}` is on whenever it is there, whatever its value: here `{}`",
                        text.value
                    ),
                )
                .help(format!(
                    "write `{name}` for on, nothing for off, `{name}={{bool}}` for either"
                ));
        }
    }
}

/// White space in an id hides it from all who look for it.
pub(super) fn ids_are_one_word(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let Some(attribute) = element.attribute("id") else {
        return;
    };
    let area = match &attribute.value {
        Value::Static(text) if !is_one_word(&text.value) => text.area,
        Value::Bare => attribute.name.area,
        _ => return,
    };
    diagnostics
        .error(area, "an id is one word, without white space")
        .help("join its parts with hyphens, as in `id=\"todo-list\"`");
}

fn is_one_word(text: &str) -> bool {
    !text.is_empty() && !text.contains(|character: char| character.is_ascii_whitespace())
}

/// The attributes whose value is a text that says something.
fn texts(element: &Element) -> impl Iterator<Item = (&Attribute, &Text)> {
    element
        .attributes
        .iter()
        .filter_map(|attribute| match &attribute.value {
            Value::Static(text) if !text.value.is_empty() => Some((attribute, text)),
            _ => None,
        })
}
