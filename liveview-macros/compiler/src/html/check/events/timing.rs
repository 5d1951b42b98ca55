//! When an event is sent: what a handler says in each of its bindings. Knows no arguments.

use proc_macro2::{TokenStream, TokenTree};

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
