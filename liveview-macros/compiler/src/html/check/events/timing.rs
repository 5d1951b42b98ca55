//! When an event is sent: what an element says, and what a handler says in each of its bindings. Knows no arguments.

use proc_macro2::{TokenStream, TokenTree};

use crate::diagnostics::Diagnostics;
use crate::html::ast::{Attribute, Value};

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

/// What a handler's options put in front of a binding: `debounce=300 `.
pub(super) fn prefix(options: &TokenStream) -> String {
    let milliseconds = |name| Some((name, option_of(options, name)?));
    let declared = milliseconds("debounce").or_else(|| milliseconds("throttle"));
    declared
        .map(|(name, milliseconds)| format!("{name}={milliseconds} "))
        .unwrap_or_default()
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
