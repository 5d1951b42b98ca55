//! When an event is sent: what an element says, and what a handler has said for all its bindings. Knows no arguments.

use proc_macro2::{TokenStream, TokenTree};

use super::names::is_binding;
use super::resolve::{Bound, resolve};
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Attribute, Element, Handlers, Value};

const DEBOUNCE: &str = "dj-debounce";
const THROTTLE: &str = "dj-throttle";

/// `dj-debounce` and `dj-throttle` are milliseconds; the former may wait for `blur`.
pub(super) fn is_a_time(attribute: &Attribute, diagnostics: &mut Diagnostics) {
    let name = attribute.name.text.as_str();
    let Value::Static(text) = &attribute.value else {
        return;
    };
    let value = text.value.as_str();
    let is_time = value.parse::<u32>().is_ok() || (name == DEBOUNCE && value == "blur");
    if matches!(name, DEBOUNCE | THROTTLE) && !is_time {
        let blur = if name == DEBOUNCE {
            ", or `dj-debounce=\"blur\"`"
        } else {
            ""
        };
        diagnostics
            .error(
                text.area,
                format!("`{name}` is a number of milliseconds, and `{value}` is none"),
            )
            .help(format!("write `{name}=\"300\"`{blur}"));
    }
}

/// The timing that an element gets from the handlers it names, unless it says one itself.
pub fn added_attributes(
    element: &Element,
    handlers: Option<&Handlers>,
) -> Vec<(&'static str, String)> {
    let says = |name| element.attribute(name).is_some();
    if says(DEBOUNCE) || says(THROTTLE) {
        return Vec::new();
    }
    let bindings = element
        .attributes
        .iter()
        .filter(|attribute| is_binding(&attribute.name.text));
    let mut added: Vec<(&'static str, String)> = Vec::new();
    for attribute in bindings {
        let bound = resolve(attribute, handlers, &mut Diagnostics::default());
        let Some(Bound::Handler(call)) = bound else {
            continue;
        };
        for name in [DEBOUNCE, THROTTLE] {
            let option = name.trim_start_matches("dj-");
            let milliseconds = option_of(&call.handler.options, option);
            let is_new = added.iter().all(|(known, _)| *known != name);
            added.extend(milliseconds.filter(|_| is_new).map(|value| (name, value)));
        }
    }
    added
}

/// `300` of `debounce = 300, throttle = 100`.
fn option_of(options: &TokenStream, name: &str) -> Option<String> {
    let tokens: Vec<TokenTree> = options.clone().into_iter().collect();
    tokens.windows(3).find_map(|window| match window {
        [TokenTree::Ident(word), _, TokenTree::Literal(value)] if word == name => {
            Some(value.to_string().trim_end_matches("u32").to_owned())
        }
        _ => None,
    })
}
