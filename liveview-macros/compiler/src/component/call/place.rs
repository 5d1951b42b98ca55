//! The laws of nesting where a component stands, and where it puts what it is given. Looks at no prop.

use proc_macro2::TokenStream;

use super::Caller;
use crate::component::declaration::{Places, Role};
use crate::diagnostics::Diagnostics;
use crate::html::call::{self, Filling};
use crate::html::check::roots::Spot;

/// Looks at what the component begins with, then at what is given to it.
pub(super) fn check(caller: &Caller<'_>, diagnostics: &mut Diagnostics) {
    a_row_is_one_element(caller, diagnostics);
    let what = format!("`<{}>`", caller.name());
    let own = caller.declaration.roots;
    if let Some(misfit) = own.and_then(|own| own.misfit(&what, &caller.call.spot)) {
        diagnostics
            .error(caller.call.name.area, misfit.message)
            .help(misfit.help);
    }
    for prop in &caller.declaration.props {
        match &prop.role {
            Role::Children(places) => {
                if let Some(content) = &caller.call.content {
                    fits(
                        caller,
                        "what stands between the tags",
                        content,
                        places,
                        diagnostics,
                    );
                }
            }
            Role::Slot(slot) => {
                let given = caller.call.slots.iter();
                let what = format!("`<:{}>`", prop.name);
                for filling in given.filter(|filling| filling.name.text == prop.name) {
                    fits(caller, &what, filling, &slot.places, diagnostics);
                }
            }
            _ => {}
        }
    }
}

/// What is given stands in the component's elements; at its top, in what is around the component.
fn fits(
    caller: &Caller<'_>,
    what: &str,
    filling: &Filling<TokenStream>,
    places: &Places,
    diagnostics: &mut Diagnostics,
) {
    let component = caller.name();
    for (area, roots) in &filling.roots {
        let misfit = places.iter().find_map(|place| {
            let place = match *place == Spot::default() {
                true => &caller.call.spot,
                false => place,
            };
            roots.misfit(what, place)
        });
        if let Some(misfit) = misfit {
            diagnostics
                .error(
                    *area,
                    format!("{}, where `<{component}>` shows it", misfit.message),
                )
                .help(misfit.help);
        }
    }
}

/// A row moves as one element, so a component that is a row is one.
fn a_row_is_one_element(caller: &Caller<'_>, diagnostics: &mut Diagnostics) {
    if caller.call.role != call::Role::Row || caller.declaration.is_one_element {
        return;
    }
    let name = caller.name();
    diagnostics
        .error(
            caller.call.name.area,
            format!("a row is exactly one element, and `<{name}>` is not known to be one"),
        )
        .help(format!(
            "put it into one, as in `<li><{name} … /></li>`; a component is one element if it ends in an `html!` of one"
        ));
}
