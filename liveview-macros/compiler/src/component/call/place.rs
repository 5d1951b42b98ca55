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
    let places = caller.call.places.iter().map(Spot::at);
    let misfit = caller
        .declaration
        .roots
        .and_then(|own| places.into_iter().find_map(|spot| own.misfit(&what, &spot)));
    if let Some(misfit) = misfit {
        let place = shown_by(&misfit.shown_by);
        diagnostics
            .error(caller.call.name.area, misfit.message + &place)
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
    let around = caller.call.places.iter();
    let spots = around.flat_map(|around| {
        let joined = |place| Spot::at(&around.joined(place, component)).beyond_own();
        places.iter().map(joined)
    });
    let spots: Vec<Spot> = spots.collect();
    let drawings = spots.iter().filter(|spot| spot.is_in_drawing()).count();
    for (area, roots) in &filling.roots {
        let misfit = spots.iter().find_map(|spot| roots.misfit(what, spot));
        if let Some(misfit) = misfit {
            let by = match misfit.shown_by.as_str() {
                "" => component,
                other => other,
            };
            diagnostics
                .error(*area, misfit.message + &shown_by(by))
                .help(misfit.help);
        } else if roots.is_of_both() && (1..spots.len()).contains(&drawings) {
            diagnostics
                .error(
                    *area,
                    format!("`<{component}>` shows this in an `<svg>` and outside of one, where it would be another element"),
                )
                .help("give the component two slots, one for each place");
        }
    }
}

/// Where an element stands that the author did not write.
fn shown_by(component: &str) -> String {
    match component {
        "" => String::new(),
        component => format!(", where `<{component}>` shows it"),
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
