//! When an event is sent: what an element says, and what a handler has said for all its bindings. Knows no arguments.

use proc_macro2::{TokenStream, TokenTree};

use super::names::{belongs_to_forms, is_binding, parts};
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
    let timed = timed_bindings(element, handlers);
    let first = timed
        .into_iter()
        .find(|binding| !binding.settings.is_empty());
    first.map(|binding| binding.settings).unwrap_or_default()
}

/// An element has one timing for all its bindings, so one handler's must not hold back another.
pub(super) fn timings_agree(
    element: &Element,
    handlers: Option<&Handlers>,
    diagnostics: &mut Diagnostics,
) {
    let timed = timed_bindings(element, handlers);
    let Some(first) = timed.iter().find(|binding| !binding.settings.is_empty()) else {
        return;
    };
    let settings = first
        .settings
        .iter()
        .map(|(name, value)| format!("{name}=\"{value}\""));
    let settings = settings.collect::<Vec<_>>().join(" ");
    for other in timed
        .iter()
        .filter(|other| other.settings != first.settings)
    {
        let (event, _) = parts(&other.attribute.name.text);
        let message = format!(
            "`{}` says when it is sent, which would hold back `{}` here too",
            first.handler, other.handler
        );
        diagnostics
            .error(other.attribute.name.area, message)
            .help(format!(
                "write `{settings}` on the element if that is meant, or bind `{event}` on another"
            ));
    }
}

/// A binding that a timing holds back.
struct Timed<'e> {
    attribute: &'e Attribute,
    handler: String,
    /// What the handler declares.
    settings: Vec<(&'static str, String)>,
}

/// The bindings that a timing holds back; a submit is never held back.
fn timed_bindings<'e>(element: &'e Element, handlers: Option<&Handlers>) -> Vec<Timed<'e>> {
    let says = |name| element.attribute(name).is_some();
    if says(DEBOUNCE) || says(THROTTLE) {
        return Vec::new();
    }
    let bindings = element.attributes.iter().filter(|attribute| {
        let name = attribute.name.text.as_str();
        is_binding(name) && !belongs_to_forms(name)
    });
    let timed = bindings.filter_map(|attribute| {
        let bound = resolve(attribute, handlers, &mut Diagnostics::default())?;
        let Bound::Handler(call) = bound else {
            return None;
        };
        Some(Timed {
            attribute,
            handler: call.handler.spelling(),
            settings: declared(&call.handler.options),
        })
    });
    timed.collect()
}

fn declared(options: &TokenStream) -> Vec<(&'static str, String)> {
    let settings = [DEBOUNCE, THROTTLE].into_iter().filter_map(|name| {
        let milliseconds = option_of(options, name.trim_start_matches("dj-"))?;
        Some((name, milliseconds))
    });
    settings.collect()
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
