//! The names that begin with `dj-`, and the keys that may follow them. Knows no handlers.

use crate::diagnostics::Diagnostics;
use crate::html::ast::{Attribute, Element, Value};
use crate::names::nearest;

/// The browser events that bind to a handler.
const EVENTS: [&str; 6] = [
    "dj-click",
    "dj-input",
    "dj-change",
    "dj-submit",
    "dj-keydown",
    "dj-keyup",
];

/// Says which handler takes up what was typed before a form's session was lost.
const RECOVERY: &str = "dj-auto-recover";

/// What else an author may write.
const SETTINGS: [&str; 8] = [
    "dj-debounce",
    "dj-throttle",
    "dj-keep",
    "dj-no-recover",
    RECOVERY,
    "dj-force-value",
    "dj-ignore-events",
    "dj-pin",
];

/// What the framework itself writes.
const RESERVED: [&str; 6] = ["dj-v", "dj-h", "dj-t", "dj-c", "dj-style", "dj-a"];

/// Begins the name of an extra value.
pub(super) const VALUE: &str = "dj-value-";

/// Keys by name, as `dj-keydown.enter` spells them: the browser's name in lower case, and the short forms people use.
const KEYS: [&str; 20] = [
    "enter",
    "escape",
    "esc",
    "tab",
    "space",
    "backspace",
    "delete",
    "insert",
    "arrowup",
    "arrowdown",
    "arrowleft",
    "arrowright",
    "up",
    "down",
    "left",
    "right",
    "home",
    "end",
    "pageup",
    "pagedown",
];

/// Whether an attribute of this name binds an event to a handler.
pub fn is_binding(name: &str) -> bool {
    let (event, _) = parts(name);
    EVENTS.contains(&event) || event == RECOVERY
}

/// Whether it is bound on forms alone.
pub(super) fn belongs_to_forms(name: &str) -> bool {
    matches!(name, "dj-submit" | RECOVERY)
}

/// A binding's event, and the key behind it.
pub(super) fn parts(name: &str) -> (&str, Option<&str>) {
    match name.split_once('.') {
        Some((event, key)) => (event, Some(key)),
        None => (name, None),
    }
}

/// A name that begins with `dj-` is ours, so one that we do not know is a mistake.
pub(super) fn are_known(attribute: &Attribute, diagnostics: &mut Diagnostics) {
    let name = attribute.name.text.as_str();
    let (event, modifier) = parts(name);
    if name
        .strip_prefix(VALUE)
        .is_some_and(|value| !value.is_empty())
    {
        return;
    }
    if RESERVED.contains(&event) {
        let help = if event == "dj-style" {
            "write `style:property={…}`"
        } else {
            "leave it out"
        };
        diagnostics
            .error(
                attribute.name.area,
                format!("`{name}` is written by the framework"),
            )
            .help(help);
    } else if !EVENTS.contains(&event) && !SETTINGS.contains(&event) {
        let known = EVENTS.iter().chain(&SETTINGS).copied();
        let help = match nearest(event, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!(
                "events: {}; values for handlers: `dj-value-name`",
                EVENTS.join(", ")
            ),
        };
        diagnostics
            .error(attribute.name.area, format!("there is no `{event}`"))
            .help(help);
    } else if let Some(modifier) = modifier {
        modifier_is_a_key(attribute, modifier, diagnostics);
    }
}

/// Only key events have something behind a point, and it is a key.
fn modifier_is_a_key(attribute: &Attribute, modifier: &str, diagnostics: &mut Diagnostics) {
    let (event, _) = parts(&attribute.name.text);
    if !matches!(event, "dj-keydown" | "dj-keyup") {
        diagnostics
            .error(
                attribute.name.area,
                format!("`{event}` has no `.{modifier}`"),
            )
            .help(format!(
                "write `{event}`; `dj-keydown` and `dj-keyup` take a key behind a point"
            ));
        return;
    }
    let is_function_key = modifier
        .strip_prefix('f')
        .and_then(|number| number.parse::<u8>().ok())
        .is_some_and(|number| (1..=24).contains(&number));
    let is_one_character =
        modifier.chars().count() == 1 && !modifier.chars().any(char::is_uppercase);
    if KEYS.contains(&modifier) || is_function_key || is_one_character {
        return;
    }
    let help = match nearest(&modifier.to_lowercase(), KEYS) {
        Some(near) => format!("did you mean `{event}.{near}`?"),
        None => format!(
            "keys: {}, f1 to f24, or one character in lower case",
            KEYS.join(", ")
        ),
    };
    diagnostics
        .error(attribute.name.area, format!("there is no key `{modifier}`"))
        .help(help);
}

/// A browser submits forms and nothing else; recovery is a form's too.
pub(super) fn submits_stand_on_forms(
    element: &Element,
    attribute: &Attribute,
    diagnostics: &mut Diagnostics,
) {
    let name = attribute.name.text.as_str();
    if belongs_to_forms(name) && element.name.text != "form" {
        diagnostics
            .error(
                attribute.name.area,
                format!(
                    "`{name}` belongs on a `<form>`, and this is a `<{}>`",
                    element.name.text
                ),
            )
            .help("move it to the form around");
    }
}

/// Where no script runs, a form that is not posted would put what was typed into the address.
pub(super) fn submits_are_posted(
    element: &Element,
    attribute: &Attribute,
    diagnostics: &mut Diagnostics,
) {
    let Some(method) = element
        .attribute("method")
        .filter(|_| attribute.name.text == "dj-submit")
    else {
        return;
    };
    let sends_no_address = ["post", "dialog"];
    let is_one = |text: &str| {
        sends_no_address
            .iter()
            .any(|one| text.eq_ignore_ascii_case(one))
    };
    if !matches!(&method.value, Value::Static(text) if is_one(&text.value)) {
        diagnostics
            .error(
                method.name.area,
                "a form with `dj-submit` is posted: another method would show its fields in the address",
            )
            .help("leave `method` out: the framework writes `method=\"post\"`");
    }
}
