//! Laws about the texts of attributes: keywords, numbers, switches, ids. Values that are expressions are not looked at.

use super::Place;
use crate::diagnostics::{Area, Diagnostics};
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
        let keyword = match set {
            Values::Window if text.value.starts_with('_') => Keyword::new(name, WINDOWS),
            Values::Word(words) | Values::Words(words) => Keyword::new(name, words),
            Values::ExactWord(words) => Keyword {
                has_case: true,
                ..Keyword::new(name, words)
            },
            Values::Window | Values::Count | Values::Integer => continue,
        };
        match set {
            Values::Words(_) => keyword.check_all(text, diagnostics),
            _ => keyword.check(&text.value, text.area, diagnostics),
        }
    }
}

/// The words that an attribute may be.
pub(super) struct Keyword<'w> {
    name: &'w str,
    words: &'w str,
    has_case: bool,
}

impl<'w> Keyword<'w> {
    pub(super) fn new(name: &'w str, words: &'w str) -> Self {
        Keyword {
            name,
            words,
            has_case: false,
        }
    }

    /// Looks at each word of a text.
    pub(super) fn check_all(&self, text: &Text, diagnostics: &mut Diagnostics) {
        for word in text.value.split_ascii_whitespace() {
            self.check(word, text.area, diagnostics);
        }
    }

    /// Looks at one word.
    pub(super) fn check(&self, word: &str, area: Area, diagnostics: &mut Diagnostics) {
        let is_word = |one: &str| match self.has_case {
            true => one == word,
            false => one.eq_ignore_ascii_case(word),
        };
        if self.words.split(' ').any(is_word) {
            return;
        }
        let help = match nearest(&word.to_ascii_lowercase(), self.words.split(' ')) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("it is one of: {}", self.words.replace(' ', ", ")),
        };
        diagnostics
            .error(area, format!("`{}` cannot be `{word}`", self.name))
            .help(help);
    }
}

/// A width of `100%` or `10px` is none in HTML.
pub(super) fn numbers_are_whole(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    for (attribute, text) in texts(element) {
        let name = attribute.name.text.as_str();
        match values::of(&element.name.text, name) {
            Some(Values::Count) => whole(name, text, Sign::None, diagnostics),
            Some(Values::Integer) => whole(name, text, Sign::Any, diagnostics),
            _ => {}
        }
    }
}

/// Whether a number may be negative.
#[derive(PartialEq, Eq)]
pub(super) enum Sign {
    /// It may.
    Any,
    /// It may not.
    None,
}

/// Looks at a text that must be a whole number.
pub(super) fn whole(name: &str, text: &Text, sign: Sign, diagnostics: &mut Diagnostics) {
    let value = text.value.as_str();
    let digits = match sign {
        Sign::Any => value.strip_prefix('-').unwrap_or(value),
        Sign::None => value,
    };
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return;
    }
    let mistake = diagnostics.error(
        text.area,
        format!("`{name}` is a whole number, and `{value}` is none"),
    );
    let is_size = matches!(name, "width" | "height");
    match value.trim_end_matches(|unit: char| !unit.is_ascii_digit()) {
        "" => mistake.help(format!("write a number, as in `{name}=\"1\"`")),
        _ if is_size => mistake.help(format!(
            "write pixels without a unit, or `style:{name}=\"{value}\"`"
        )),
        number => mistake.help(format!("write `{name}=\"{number}\"`")),
    };
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
