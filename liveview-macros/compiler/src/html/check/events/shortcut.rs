//! `dj-shortcut="ctrl+k:open:prevent, escape:close"`: its little grammar. Knows no handler, only where one is named.

use super::modifiers::{HELD, is_key, key_help};
use super::site::named;
use super::table::{SHORTCUT, parts};
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Attribute, Text, Value};

/// One combination.
struct Shortcut<'t> {
    keys: &'t str,
    handler: Option<&'t str>,
    /// What stands behind the handler.
    rest: Option<&'t str>,
}

fn all(text: &str) -> impl Iterator<Item = Shortcut<'_>> {
    text.split(',').map(|one| {
        let mut pieces = one.trim().splitn(3, ':').map(str::trim);
        Shortcut {
            keys: pieces.next().unwrap_or_default(),
            handler: pieces.next().filter(|handler| !handler.is_empty()),
            rest: pieces.next(),
        }
    })
}

/// The handlers that the text names, each in the text's place.
pub(super) fn handlers(text: &Text) -> Vec<Text> {
    let readable = !text.value.contains('[');
    all(&text.value)
        .filter(|_| readable)
        .filter_map(|shortcut| Some(named(shortcut.handler?, text)))
        .collect()
}

/// Every combination is one of keys that exist, names a handler, and says nothing else but `prevent`.
pub(super) fn fit(attribute: &Attribute, diagnostics: &mut Diagnostics) {
    let name = attribute.name.text.as_str();
    if let (_, Some(modifier)) = parts(name) {
        diagnostics
            .error(attribute.name.area, format!("`{SHORTCUT}` has no `.{modifier}`"))
            .help("keys and what the browser is kept from stand in its text: `dj-shortcut=\"ctrl+k:open:prevent\"`");
    }
    let Value::Static(text) = &attribute.value else {
        diagnostics
            .error(
                attribute.name.area,
                format!("`{SHORTCUT}` is a text of keys and handlers, written in the template"),
            )
            .help("write `dj-shortcut=\"ctrl+k:open:prevent, escape:close\"`");
        return;
    };
    if text.value.contains('[') {
        diagnostics
            .error(text.area, "arguments in a text cannot be checked")
            .help(
                "name a handler without arguments; what it takes stands beside, in `dj-value-name`",
            );
        return;
    }
    for shortcut in all(&text.value) {
        if let Some((message, help)) = mistake(&shortcut) {
            diagnostics.error(text.area, message).help(help);
        }
    }
}

fn mistake(shortcut: &Shortcut<'_>) -> Option<(String, String)> {
    let keys = shortcut.keys;
    let names: Vec<&str> = keys.split('+').map(str::trim).collect();
    let (key, held) = names.split_last()?;
    if keys.is_empty() {
        return Some((
            "a shortcut without keys".to_owned(),
            "write `ctrl+k:open`, with commas between several".to_owned(),
        ));
    }
    if let Some(wrong) = held.iter().find(|name| !HELD.contains(name)) {
        let help = match is_key(wrong) {
            true => format!(
                "in `{keys}` only the last is pressed; those in front are held: {}",
                HELD.join(", ")
            ),
            false => key_help(wrong, str::to_owned),
        };
        return Some((format!("`{wrong}` is no key that is held"), help));
    }
    if !is_key(key) {
        let message = format!("there is no key `{key}`");
        let help = match HELD.contains(key) {
            true => format!("`{key}` is held while another is pressed: `{key}+k`"),
            false => key_help(key, str::to_owned),
        };
        return Some((message, help));
    }
    if shortcut.handler.is_none() {
        return Some((
            format!("`{keys}` calls no handler"),
            format!("write `{keys}:handler`"),
        ));
    }
    let rest = shortcut.rest.filter(|rest| *rest != "prevent")?;
    Some((
        format!("`{rest}` means nothing behind a shortcut's handler"),
        "`prevent` keeps the browser from its own shortcut; with commas between several".to_owned(),
    ))
}
