//! What may stand behind a point in the name of a binding: keys, held keys, buttons, what the browser is kept from. Knows
//! no value.

use super::table::{Event, Kind, event, parts};
use crate::diagnostics::Diagnostics;
use crate::html::ast::Attribute;
use crate::names::nearest;

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

/// Keys that are held while another is pressed.
pub(super) const HELD: [&str; 4] = ["ctrl", "alt", "shift", "meta"];

/// The buttons of a pointer.
const BUTTONS: [&str; 3] = ["left", "middle", "right"];

/// What any event of an element's may be told to do.
const BEHAVIOURS: [&str; 4] = ["prevent", "stop", "self", "once"];

/// How `dj-model` waits: until the field is left, or for so many milliseconds of quiet.
const WAITS: [&str; 2] = ["lazy", "debounce-"];

/// Whether a key is called that.
pub(super) fn is_key(name: &str) -> bool {
    let is_function_key = name
        .strip_prefix('f')
        .and_then(|number| number.parse::<u8>().ok())
        .is_some_and(|number| (1..=24).contains(&number));
    let is_one_character = name.chars().count() == 1 && !name.chars().any(char::is_uppercase);
    KEYS.contains(&name) || is_function_key || is_one_character
}

/// The key that was most likely meant, or what there is.
pub(super) fn key_help(name: &str, written: impl Fn(&str) -> String) -> String {
    match nearest(&name.to_lowercase(), KEYS.into_iter().chain(HELD)) {
        Some(near) => format!("did you mean `{}`?", written(near)),
        None => format!(
            "keys: {}, f1 to f24, or one character in lower case",
            KEYS.join(", ")
        ),
    }
}

/// Everything behind a binding's name exists and suits its event.
pub(super) fn fit(attribute: &Attribute, diagnostics: &mut Diagnostics) {
    let name = attribute.name.text.as_str();
    let (Some(event), (_, Some(modifiers))) = (event(name), parts(name)) else {
        return;
    };
    if event.kind == Kind::Model {
        model_waits(attribute, modifiers, diagnostics);
        return;
    }
    let mut seen: Vec<&str> = Vec::new();
    let mut key = None;
    for modifier in modifiers.split('.') {
        let mistake = if seen.contains(&modifier) {
            Some((
                format!("`.{modifier}` stands twice"),
                "leave one out".to_owned(),
            ))
        } else {
            misfit(event, modifier, key)
        };
        if event.hears_keys() && !HELD.contains(&modifier) && !BEHAVIOURS.contains(&modifier) {
            key = Some(modifier);
        }
        seen.push(modifier);
        if let Some((message, help)) = mistake {
            diagnostics.error(attribute.name.area, message).help(help);
            return;
        }
    }
}

/// Why a modifier cannot stand there, and the way out; `key` is the key in front of it.
fn misfit(event: Event, modifier: &str, key: Option<&str>) -> Option<(String, String)> {
    let name = event.name;
    if BEHAVIOURS.contains(&modifier) && event.is_a_browsers() {
        return misbehaviour(event, modifier);
    }
    if event.hears_keys() {
        return key_misfit(name, modifier, key);
    }
    if (event.hears_buttons() && BUTTONS.contains(&modifier))
        || (event.hears_held_keys() && HELD.contains(&modifier))
    {
        return None;
    }
    let help = if is_key(modifier) || HELD.contains(&modifier) {
        format!("write `{name}`; keys stand behind `dj-keydown` and `dj-keyup`")
    } else if event.is_a_browsers() {
        let all = known(event);
        match nearest(modifier, all.iter().copied()) {
            Some(near) => format!("did you mean `{name}.{near}`?"),
            None => format!("it may be `.{}`", all.join("`, `.")),
        }
    } else {
        format!(
            "write `{name}`: modifiers belong to what a browser tells of, and this is the framework's own"
        )
    };
    Some((format!("`{name}` has no `.{modifier}`"), help))
}

/// All that may stand behind an event that hears no key.
fn known(event: Event) -> Vec<&'static str> {
    let behaviours = BEHAVIOURS.into_iter();
    let behaviours = behaviours.filter(|behaviour| misbehaviour(event, behaviour).is_none());
    let buttons = BUTTONS.into_iter().filter(|_| event.hears_buttons());
    let held = HELD.into_iter().filter(|_| event.hears_held_keys());
    behaviours.chain(buttons).chain(held).collect()
}

/// `.prevent` where there is something to prevent, `.self` and `.stop` where there is an element.
fn misbehaviour(event: Event, modifier: &str) -> Option<(String, String)> {
    let name = event.name;
    let message = format!("`{name}` has no `.{modifier}`");
    match modifier {
        "prevent" if name == "dj-submit" => Some((
            message,
            "write `dj-submit`: such a form is never sent by the browser itself".to_owned(),
        )),
        "prevent" if event.kind != Kind::Preventable => Some((
            message,
            format!("write `{name}`: there is nothing that the browser could be kept from"),
        )),
        "self" | "stop" if event.is_of_the_page() => Some((
            message,
            format!("write `{name}`: it is heard wherever on the page it happens"),
        )),
        _ => None,
    }
}

/// Held keys come first, then at most one key.
fn key_misfit(name: &str, modifier: &str, key: Option<&str>) -> Option<(String, String)> {
    if !HELD.contains(&modifier) && !is_key(modifier) {
        let of_all = nearest(modifier, BEHAVIOURS);
        let help = match of_all {
            Some(near) => format!("did you mean `{name}.{near}`?"),
            None => key_help(modifier, |near| format!("{name}.{near}")),
        };
        return Some((format!("there is no key `{modifier}`"), help));
    }
    let key = key?;
    Some(match HELD.contains(&modifier) {
        true => (
            format!("`.{modifier}` is held while `{key}` is pressed, so it stands in front of it"),
            format!("write `{name}.{modifier}.{key}`"),
        ),
        false => (
            format!("`{name}` hears one key, and `{key}` and `{modifier}` are two"),
            format!("bind each by itself: `{name}.{key}` and `{name}.{modifier}`"),
        ),
    })
}

/// `.lazy` or `.debounce-300`.
fn model_waits(attribute: &Attribute, modifiers: &str, diagnostics: &mut Diagnostics) {
    let [lazy, debounce] = WAITS;
    let is_known = modifiers == lazy
        || modifiers
            .strip_prefix(debounce)
            .is_some_and(|milliseconds| milliseconds.parse::<u32>().is_ok());
    if is_known {
        return;
    }
    diagnostics
        .error(
            attribute.name.area,
            format!("`dj-model` has no `.{modifiers}`"),
        )
        .help("write `dj-model` for each edit, `dj-model.lazy` for when the field is left, `dj-model.debounce-300` for 300 milliseconds of quiet");
}
