//! A binding given to a component as a prop: resolved here, where the handlers are known, and bound there. Knows no element.

use proc_macro2::{Span, TokenStream};
use quote::quote;

use super::lower::{called, commands, open_call};
use super::resolve::{Bound, Call, resolve};
use super::site::{Site, makes_commands};
use super::supply::{Found, Supply, found, has_surplus};
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Attribute, Handlers, Value};
use crate::html::placed::parenthesised;
use crate::names::respanned;
use crate::runtime_path::private;

/// A prop that takes a binding.
#[derive(Debug, Clone, Copy)]
pub struct Callback<'c> {
    /// The attribute that gives it.
    pub attribute: &'c Attribute,
    /// The component's name.
    pub component: &'c str,
    /// The names of what the browser supplies where the component binds it; nothing where that is not known.
    pub supplied: Option<&'c [String]>,
}

/// The value of such a prop.
pub fn callback(
    callback: Callback<'_>,
    handlers: Option<&Handlers>,
    diagnostics: &mut Diagnostics,
) -> TokenStream {
    let private = private();
    if let Value::Expression(expression) = &callback.attribute.value
        && makes_commands(&expression.tokens)
    {
        for site in Site::all(callback.attribute) {
            if let Some(Bound::Handler(call)) = resolve(&site, handlers, diagnostics) {
                is_filled(callback, &site, &call, diagnostics);
            }
        }
        let commands = commands(callback.attribute, expression, handlers);
        return quote!(#private::Binding::from(#commands));
    }
    let whole = Site::whole(callback.attribute);
    let bound = resolve(&whole, handlers, diagnostics);
    match (bound, handlers, &callback.attribute.value) {
        (Some(Bound::Handler(call)), Some(handlers), _) => {
            is_filled(callback, &whole, &call, diagnostics);
            called(&call, handlers)
        }
        (
            Some(Bound::Open {
                name,
                area,
                arguments,
            }),
            Some(handlers),
            _,
        ) => {
            let events = &handlers.events;
            let arguments = arguments.unwrap_or_default();
            let given = arguments.len();
            let place = Span::call_site().located_at(area.first);
            let offered = quote!(
                #private::claim_called(<#events as #private::LiveEvent>::EVENTS, #name, #given)
            );
            let offered = respanned(offered, place);
            let call = open_call(events, &name, area, &arguments);
            quote!({ const _: () = #offered; #call })
        }
        (Some(_), _, Value::Expression(expression)) => {
            let value = parenthesised(expression);
            quote!(#value)
        }
        _ => quote!(#private::BindingWriter::new("").finish()),
    }
}

/// Each parameter that the call leaves is supplied wherever the component binds the handler.
fn is_filled(
    callback: Callback<'_>,
    site: &Site<'_>,
    call: &Call<'_>,
    diagnostics: &mut Diagnostics,
) {
    let Some(supplied) = callback.supplied else {
        has_surplus(call, diagnostics);
        return;
    };
    if has_surplus(call, diagnostics) {
        return;
    }
    let supply = Supply::of_names(supplied);
    let Callback {
        attribute,
        component,
        ..
    } = callback;
    let left = call.left().iter();
    for parameter in left.filter(|parameter| found(parameter, &supply) == Found::No) {
        let (name, prop) = (call.handler.spelling(), &attribute.name.text);
        let (before, behind) = site.frame().unwrap_or_default();
        diagnostics
            .error(
                call.area,
                format!(
                    "missing argument: `{name}` takes `{}`, and `{prop}` of `<{component}>` does not supply it",
                    parameter.signature()
                ),
            )
            .help(format!("write `{before}{name}(…){behind}`"));
    }
}
