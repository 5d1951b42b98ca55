//! Bindings against the view's handlers: names, arguments, what the browser supplies. Knows no nesting law.

mod lower;
mod names;
mod prop;
mod resolve;
mod supply;
mod timing;

use crate::diagnostics::Diagnostics;
use crate::html::ast::{Attribute, Element, Handlers};

pub use lower::{claims, lower, static_binding};
pub use names::is_binding;
pub use prop::{Callback, callback};
pub use timing::added_attributes;

/// The names of what a browser supplies to a handler that is bound there; nothing where it is a form's fields.
pub fn supplied(element: &Element, attribute: &Attribute) -> Option<Vec<String>> {
    match supply::supply(element, attribute) {
        supply::Supply::Form => None,
        supply::Supply::Names(names) => Some(names),
    }
}

/// Looks at the `dj-` attributes of one element.
pub fn check(element: &Element, handlers: Option<&Handlers>, diagnostics: &mut Diagnostics) {
    timing::timings_agree(element, handlers, diagnostics);
    for attribute in &element.attributes {
        let name = attribute.name.text.as_str();
        if !name.starts_with("dj-") {
            continue;
        }
        names::are_known(attribute, diagnostics);
        timing::is_a_time(attribute, diagnostics);
        if !is_binding(name) {
            continue;
        }
        names::submits_stand_on_forms(element, attribute, diagnostics);
        names::submits_are_posted(element, attribute, diagnostics);
        if let Some(bound) = resolve::resolve(attribute, handlers, diagnostics) {
            supply::check(element, attribute, &bound, diagnostics);
        }
    }
}
