//! Bindings against the view's handlers: names, arguments, what the browser supplies. Knows no nesting law.

mod claims;
mod controls;
mod form;
mod lower;
mod model;
mod modifiers;
mod names;
mod prop;
mod resolve;
mod settings;
mod shortcut;
mod site;
mod supply;
mod table;
mod timing;

use proc_macro2::TokenStream;

use crate::diagnostics::Diagnostics;
use crate::html::ast::{Attribute, Element, Handlers, Template};
use site::Site;
use table::Kind;

pub use form::{MISSING_FIELD, may_be_a_field};
pub use lower::{Lowered, lower};
pub use names::{is_submit, keeps_fields_hidden};
pub use prop::{Callback, callback};
pub use site::makes_commands;
pub use table::is_binding;

/// The names of what a browser supplies to a handler that is bound there; nothing where only the page
/// knows: a form's fields, or what spread attributes bring.
pub fn supplied(element: &Element, attribute: &Attribute) -> Option<Vec<String>> {
    if form::fills(element, attribute) {
        return None;
    }
    let supply = supply::supply(element, &Site::whole(attribute));
    let names = supply.offers.into_iter().map(|offer| offer.name);
    (!supply.is_open).then(|| names.collect())
}

/// Looks at the `dj-` attributes of one element.
pub fn check(element: &Element, handlers: Option<&Handlers>, diagnostics: &mut Diagnostics) {
    for attribute in &element.attributes {
        let name = attribute.name.text.as_str();
        let (event, _) = name.split_once('.').unwrap_or((name, ""));
        // Capitals are told of by a law of their own.
        if !event.starts_with("dj-") || event.contains(char::is_uppercase) {
            continue;
        }
        names::submits_stand_on_forms(element, attribute, diagnostics);
        names::submits_are_posted(element, attribute, diagnostics);
        names::optimism_stands_beside_an_event(element, attribute, diagnostics);
        settings::fit(element, attribute, diagnostics);
        if !is_well_named(attribute, diagnostics) {
            continue;
        }
        if table::event(&attribute.name.text).is_some_and(|event| event.kind == Kind::Model) {
            model::check(element, attribute, handlers, diagnostics);
        }
        for site in Site::all(attribute) {
            if let Some(bound) = resolve::resolve(&site, handlers, diagnostics) {
                names::commands_are_no_calls(&site, &bound, diagnostics);
                supply::check(element, &site, &bound, diagnostics);
            }
        }
    }
}

/// Looks at a `dj-` attribute that a component passes on, whose element is not known.
pub fn check_passed_on(
    attribute: &Attribute,
    handlers: Option<&Handlers>,
    diagnostics: &mut Diagnostics,
) {
    if !attribute.name.text.starts_with("dj-") {
        return;
    }
    settings::has_its_value(attribute, diagnostics);
    let kind = table::event(&attribute.name.text).map(|event| event.kind);
    if kind == Some(Kind::Model) {
        model::names_a_field(attribute, handlers, diagnostics);
    }
    if is_well_named(attribute, diagnostics) && !is_binding(&attribute.name.text) {
        for site in Site::all(attribute) {
            resolve::resolve(&site, handlers, diagnostics);
        }
    }
}

/// What the name and the kind of its value say by themselves; whether it is a binding to be looked at further.
fn is_well_named(attribute: &Attribute, diagnostics: &mut Diagnostics) -> bool {
    settings::are_known(attribute, diagnostics);
    let Some(event) = table::event(&attribute.name.text) else {
        return false;
    };
    if event.kind == Kind::Shortcuts {
        shortcut::fit(attribute, diagnostics);
    } else {
        modifiers::fit(attribute, diagnostics);
    }
    names::commands_are_no_names(attribute, diagnostics);
    true
}

/// Whether one of an element's bindings hears what happens elsewhere on the page.
pub fn hear_from_afar(element: &Element) -> bool {
    let mut events = element.attributes.iter();
    events.any(|attribute| {
        let event = table::event(&attribute.name.text);
        event.is_some_and(table::Event::is_heard_from_afar)
    })
}

/// Claims of one element's bindings for rustc to check, as items: facts about types that no macro can see.
pub fn claims(element: &Element, template: &Template) -> TokenStream {
    let single = element
        .attributes
        .iter()
        .filter(|attribute| table::event(&attribute.name.text).is_some())
        .filter(|attribute| !form::fills(element, attribute))
        .flat_map(Site::all)
        .map(|site| claims::of_binding(element, &site, template.handlers.as_ref()));
    let single: TokenStream = single.collect();
    let form = form::claims(element, template);
    let model = model::claims(element, template.handlers.as_ref());
    [single, model, form].into_iter().collect()
}
