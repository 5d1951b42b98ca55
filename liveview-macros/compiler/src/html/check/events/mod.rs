//! Bindings against the view's handlers: names, arguments, what the browser supplies. Knows no nesting law.

mod claims;
mod controls;
mod form;
mod lower;
mod names;
mod prop;
mod resolve;
mod supply;
mod timing;

use proc_macro2::TokenStream;

use crate::diagnostics::Diagnostics;
use crate::html::ast::{Attribute, Element, Handlers, Template};

pub use form::MISSING_FIELD;
pub use lower::{Lowered, lower};
pub use names::is_binding;
pub use prop::{Callback, callback};

/// The names of what a browser supplies to a handler that is bound there; nothing where only the page
/// knows: a form's fields, or what spread attributes bring.
pub fn supplied(element: &Element, attribute: &Attribute) -> Option<Vec<String>> {
    if form::fills(element, attribute) {
        return None;
    }
    let supply = supply::supply(element, attribute);
    let names = supply.offers.into_iter().map(|offer| offer.name);
    (!supply.is_open).then(|| names.collect())
}

/// Looks at the `dj-` attributes of one element.
pub fn check(element: &Element, handlers: Option<&Handlers>, diagnostics: &mut Diagnostics) {
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

/// Claims of one element's bindings for rustc to check, as items: facts about types that no macro can see.
pub fn claims(element: &Element, template: &Template) -> TokenStream {
    let bindings = element
        .attributes
        .iter()
        .filter(|attribute| is_binding(&attribute.name.text));
    let single = bindings
        .filter(|attribute| !form::fills(element, attribute))
        .map(|attribute| claims::of_binding(element, attribute, template.handlers.as_ref()));
    let single: TokenStream = single.collect();
    let form = form::claims(element, template);
    [single, form].into_iter().collect()
}
