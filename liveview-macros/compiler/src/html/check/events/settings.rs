//! The attributes that begin with `dj-` and bind nothing: which there are, what each takes, beside what each stands. Knows
//! no handler.

use super::table;
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Attribute, Element, Text, Value};
use crate::names::nearest;

/// What stands in a setting's value.
#[derive(Debug, Clone, Copy)]
enum Takes {
    /// Nothing: it is there or not.
    Nothing,
    /// Any text.
    Text,
    /// Any text, or nothing.
    TextOrNothing,
    /// Milliseconds.
    Milliseconds,
    /// Milliseconds, or `blur`.
    Quiet,
    /// A share from 0 to 1.
    Share,
    /// One of these.
    OneOf(&'static [&'static str]),
    /// One of these, or nothing.
    OneOfOrNothing(&'static [&'static str]),
    /// This word, written in the template.
    Word(&'static str),
}

/// Begins the name of a value for a handler.
pub(super) const VALUE: &str = "dj-value-";

/// Begins the name of a value for a hook.
const HOOK_VALUE: &str = "dj-hook-value-";

/// What the framework itself writes.
const RESERVED: [&str; 8] = [
    "dj-v",
    "dj-h",
    "dj-t",
    "dj-c",
    "dj-style",
    "dj-a",
    "dj-far",
    "dj-leaving",
];

/// Each setting, what it takes, and the attributes of which one has to stand on its element; none for those that need none.
const SETTINGS: [(&str, Takes, &[&str]); 42] = {
    use Takes::*;
    [
        ("dj-debounce", Quiet, &[]),
        ("dj-throttle", Milliseconds, &[]),
        ("dj-confirm", Text, &[]),
        ("dj-lock", Nothing, &[]),
        ("dj-disable-with", Text, &[]),
        ("dj-no-submit", OneOf(&["enter"]), &[]),
        ("dj-include", TextOrNothing, &[]),
        ("dj-loading", Text, &[]),
        ("dj-loading.class", Text, &[]),
        ("dj-loading.disable", Nothing, &[]),
        ("dj-loading.show", TextOrNothing, &[]),
        ("dj-loading.hide", Nothing, &[]),
        ("dj-loading.for", Text, &[]),
        ("dj-form-pending", OneOf(&["hide", "show", "disabled"]), &[]),
        ("dj-hook", Text, &[]),
        ("dj-hook-target", Text, &[]),
        ("dj-update", Word("ignore"), &[]),
        ("dj-ignore-attrs", Text, &[]),
        ("dj-cloak", Nothing, &[]),
        ("dj-enter", Text, &[]),
        ("dj-leave", Text, &[]),
        ("dj-flip", TextOrNothing, &[]),
        ("dj-transition-group", TextOrNothing, &[]),
        ("dj-view-transition", Nothing, &[]),
        ("dj-sticky-scroll", TextOrNothing, &[]),
        (
            "dj-scroll-into-view",
            OneOfOrNothing(&["start", "center", "end", "nearest", "instant"]),
            &[],
        ),
        ("dj-virtual", TextOrNothing, &[]),
        ("dj-paste-suppress", Nothing, &["dj-paste"]),
        ("dj-copy", Text, &[]),
        ("dj-copy-class", Text, &["dj-copy"]),
        ("dj-dialog", OneOf(&["open", "close"]), &[]),
        ("dj-autofocus", Nothing, &[]),
        ("dj-keep", Nothing, &[]),
        ("dj-pin", Nothing, &[]),
        ("dj-force-value", Nothing, &[]),
        ("dj-ignore-events", Nothing, &[]),
        ("dj-no-recover", Nothing, &[]),
        ("dj-trigger-action", Nothing, &[]),
        (
            "dj-threshold",
            Share,
            &[
                "dj-appear",
                "dj-disappear",
                "dj-viewport-top",
                "dj-viewport-bottom",
            ],
        ),
        ("dj-poll-interval", Milliseconds, &["dj-poll"]),
        ("dj-mutation-attr", Text, &["dj-mutation"]),
        ("dj-shortcut-in-input", Nothing, &[table::SHORTCUT]),
    ]
};

/// Settings of elements of one kind.
const ON: [(&str, &str); 2] = [("dj-dialog", "dialog"), ("dj-trigger-action", "form")];

/// A name that begins with `dj-` is ours, so one that we do not know is a mistake.
pub(super) fn are_known(attribute: &Attribute, diagnostics: &mut Diagnostics) {
    let name = attribute.name.text.as_str();
    let (base, _) = table::parts(name);
    let begins = |prefix| name.len() > str::len(prefix) && name.starts_with(prefix);
    if begins(VALUE) || begins(HOOK_VALUE) || table::event(name).is_some() || named(name).is_some()
    {
        return;
    }
    let (message, help) = if RESERVED.contains(&base) {
        let help = match base {
            "dj-style" => "write `style:property={…}`",
            _ => "leave it out",
        };
        let message = format!("`{name}` is written by the framework");
        (message, help.to_owned())
    } else if SETTINGS.iter().any(|(known, ..)| *known == base) {
        unknown_part(name)
    } else {
        unknown(base)
    };
    diagnostics.error(attribute.name.area, message).help(help);
}

/// `dj-loading.foo`, `dj-confirm.x`.
fn unknown_part(name: &str) -> (String, String) {
    let (base, part) = table::parts(name);
    let part = part.unwrap_or_default();
    let known = SETTINGS.iter().map(|(known, ..)| *known);
    let parts: Vec<&str> = known
        .filter_map(|known| known.strip_prefix(base)?.strip_prefix('.'))
        .collect();
    let help = match nearest(part, parts.iter().copied()) {
        Some(near) => format!("did you mean `{base}.{near}`?"),
        None if parts.is_empty() => format!("write `{base}`"),
        None => format!("it may be `.{}`", parts.join("`, `.")),
    };
    (format!("`{base}` has no `.{part}`"), help)
}

fn unknown(name: &str) -> (String, String) {
    let settings = SETTINGS.iter().map(|(known, ..)| *known);
    let help = match nearest(name, table::names().chain(settings)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "events: `dj-click`, `dj-input`, `dj-change`, `dj-submit`, `dj-keydown` and others in `docs/events.md`; \
                 values for handlers: `dj-value-name`"
            .to_owned(),
    };
    (format!("there is no `{name}`"), help)
}

/// A setting stands where it does something, with a value it knows.
pub(super) fn fit(element: &Element, attribute: &Attribute, diagnostics: &mut Diagnostics) {
    let name = attribute.name.text.as_str();
    let Some((_, beside)) = named(name) else {
        return;
    };
    let stands = |other: &&str| {
        let mut attributes = element.attributes.iter();
        attributes.any(|one| table::parts(&one.name.text).0 == *other)
    };
    if !beside.is_empty() && element.spread.is_none() && !beside.iter().any(stands) {
        diagnostics
            .error(
                attribute.name.area,
                format!("`{name}` does nothing without `{}`", beside.join("` or `")),
            )
            .help("leave it out, or put both on one element");
    }
    if let Some((_, tag)) = ON.iter().find(|(setting, _)| *setting == name)
        && element.name.text != *tag
    {
        let message = format!(
            "`{name}` belongs on a `<{tag}>`, and this is a `<{}>`",
            element.name.text
        );
        diagnostics
            .error(attribute.name.area, message)
            .help(format!("move it to the `<{tag}>`"));
    }
    has_its_value(attribute, diagnostics);
}

/// What stands in the template as text is what the setting takes.
pub(super) fn has_its_value(attribute: &Attribute, diagnostics: &mut Diagnostics) {
    let name = attribute.name.text.as_str();
    let Some((takes, _)) = named(name) else {
        return;
    };
    match (&attribute.value, takes) {
        (Value::Bare, Takes::Nothing | Takes::TextOrNothing | Takes::OneOfOrNothing(_)) => {}
        (Value::Bare, _) => {
            diagnostics
                .error(attribute.name.area, format!("`{name}` has no value"))
                .help(format!("write `{name}=\"{}\"`", example(takes)));
        }
        (Value::Static(text), _) => {
            if let Some((message, help)) = misread(name, text, takes) {
                diagnostics.error(text.area, message).help(help);
            }
        }
        (Value::Expression(_) | Value::Interpolated(..), Takes::Word(word)) => {
            diagnostics
                .error(
                    attribute.name.area,
                    format!("`{name}` decides how this place is made, so it is no value"),
                )
                .help(format!(
                    "write `{name}=\"{word}\"`, one element a case, and choose with `@if`"
                ));
        }
        _ => {}
    }
}

fn named(name: &str) -> Option<(Takes, &'static [&'static str])> {
    let mut all = SETTINGS.iter();
    let (_, takes, beside) = all.find(|(known, ..)| *known == name)?;
    Some((*takes, beside))
}

fn example(takes: Takes) -> &'static str {
    match takes {
        Takes::Milliseconds | Takes::Quiet => "300",
        Takes::Share => "0.5",
        Takes::OneOf(words) | Takes::OneOfOrNothing(words) => words.first().copied().unwrap_or("…"),
        Takes::Word(word) => word,
        Takes::Nothing | Takes::Text | Takes::TextOrNothing => "…",
    }
}

/// Why a setting does not take this text, and what it takes.
fn misread(name: &str, text: &Text, takes: Takes) -> Option<(String, String)> {
    let value = text.value.as_str();
    let is_a_time = || value.parse::<u32>().is_ok();
    match takes {
        Takes::Milliseconds if is_a_time() => None,
        Takes::Quiet if is_a_time() || value == "blur" => None,
        Takes::Milliseconds | Takes::Quiet => {
            let blur = match takes {
                Takes::Quiet => format!(", or `{name}=\"blur\"`"),
                _ => String::new(),
            };
            Some((
                format!("`{name}` is a number of milliseconds, and `{value}` is none"),
                format!("write `{name}=\"300\"`{blur}"),
            ))
        }
        Takes::Share => {
            let share = value.parse::<f64>();
            let is_one = share.is_ok_and(|share| (0.0..=1.0).contains(&share));
            (!is_one).then(|| {
                (
                    format!("`{name}` is a share from 0 to 1, and `{value}` is none"),
                    format!("write `{name}=\"0.5\"` for a half"),
                )
            })
        }
        Takes::OneOf(words) | Takes::OneOfOrNothing(words) => {
            (!words.contains(&value)).then(|| not_one_of(name, value, words))
        }
        Takes::Word(word) => (value != word).then(|| not_one_of(name, value, &[word])),
        Takes::Nothing => Some((
            format!("`{name}` is there or not, and has no value"),
            format!("write `{name}`, or `{name}={{…}}` with a `bool`"),
        )),
        Takes::Text | Takes::TextOrNothing => None,
    }
}

fn not_one_of(name: &str, value: &str, words: &[&str]) -> (String, String) {
    let help = match nearest(value, words.iter().copied()) {
        Some(near) => format!("did you mean `{name}=\"{near}\"`?"),
        None => format!("it may be `{}`", words.join("`, `")),
    };
    (format!("`{name}` knows no `{value}`"), help)
}
