//! Claims of single bindings for rustc to check, as constants that do not evaluate where they are wrong. Finds no mistake itself.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::controls::{Sends, Written};
use super::lower::place;
use super::resolve::{Bound, Call, resolve};
use super::site::Site;
use super::supply::{Found, Supply, found, is_text, source, supply};
use crate::diagnostics::{Area, Diagnostics};
use crate::html::ast::{Attribute, Element, Handlers, Value};
use crate::names::respanned;
use crate::runtime_path::alias;

/// What a binding of its own, not a form's, claims.
pub(super) fn of_binding(
    element: &Element,
    site: &Site<'_>,
    handlers: Option<&Handlers>,
) -> TokenStream {
    let Some(bound) = resolve(site, handlers, &mut Diagnostics::default()) else {
        return TokenStream::new();
    };
    let Some(constant) = constant(&bound, handlers) else {
        return TokenStream::new();
    };
    let supply = supply(element, site);
    let offered = is_offered(&bound, handlers);
    let asked = match &bound {
        Bound::Handler(call) => Asked::of(call, &supply),
        _ => Asked::ALL,
    };
    if !asked.anything {
        return offered;
    }
    let private = alias();
    let supplied = asked.supplied.then(|| is_supplied(site, &bound, &supply));
    let all_fit = supply.offers.iter().enumerate().map(|(index, offer)| {
        let hidden = supply.offers[..index]
            .iter()
            .any(|earlier| earlier.name == offer.name);
        if hidden {
            return TokenStream::new();
        }
        let area = value_span(&site.attribute).into();
        fits(&offer.name, offer.sends, area, &offer.values)
    });
    quote! {
        #offered
        const _: () = {
            const BOUND: #private::Bound = #constant;
            const BOUNDS: &[&#private::Bound] = &[&BOUND];
            #supplied
            #(#all_fit)*
        };
    }
}

/// What rustc has to be asked about a call.
struct Asked {
    anything: bool,
    supplied: bool,
}

impl Asked {
    const ALL: Asked = Asked {
        anything: true,
        supplied: true,
    };

    /// Every text is a `String`, and what was found missing was said already.
    fn of(call: &Call<'_>, supply: &Supply) -> Asked {
        let left = call.left();
        let all: Vec<Found> = left
            .iter()
            .map(|parameter| found(parameter, supply))
            .collect();
        Asked {
            anything: left.iter().any(|parameter| !is_text(parameter)),
            supplied: !supply.is_open && !all.contains(&Found::No) && all.contains(&Found::AskType),
        }
    }
}

/// The binding as a constant; nothing where its events cannot be named.
pub(super) fn constant(bound: &Bound<'_>, handlers: Option<&Handlers>) -> Option<TokenStream> {
    let private = alias();
    let to = |name: &str, given: usize| {
        let events = &handlers?.events;
        Some(quote! {
            #private::Bound::to(<#events as #private::LiveEvent>::EVENTS, #name, #given)
        })
    };
    match bound {
        Bound::Handler(call) => to(&call.handler.spelling(), call.arguments.len()),
        Bound::Open {
            name, arguments, ..
        } => to(name, arguments.as_ref().map_or(0, Vec::len)),
        Bound::Path { events, function } => {
            let function = function.to_string();
            let function = function.trim_start_matches("r#");
            Some(quote! {
                #private::Bound::made_by(
                    {
                        use #private::AnyEvents as _;
                        #private::EventsOf::<#events>::EVENTS
                    },
                    #function,
                )
            })
        }
        Bound::Value => None,
    }
}

/// An enum written by hand has an event of that name, which takes what is given.
pub(super) fn is_offered(bound: &Bound<'_>, handlers: Option<&Handlers>) -> TokenStream {
    let (
        Bound::Open {
            name,
            area,
            arguments,
        },
        Some(handlers),
    ) = (bound, handlers)
    else {
        return TokenStream::new();
    };
    let private = alias();
    let events = &handlers.events;
    let given = arguments.as_ref().map_or(0, Vec::len);
    claim(
        *area,
        quote!(claim_called(<#events as #private::LiveEvent>::EVENTS, #name, #given)),
    )
}

/// Every parameter is supplied; a struct, every field of it.
fn is_supplied(site: &Site<'_>, bound: &Bound<'_>, supply: &Supply) -> TokenStream {
    if supply.is_open {
        return TokenStream::new();
    }
    let private = alias();
    let names = supply.offers.iter().map(|offer| &offer.name);
    let source = source(site);
    let (before, behind) = site.frame().unwrap_or_default();
    claim(
        area_of_call(&site.attribute, bound),
        quote!(claim_supplied(
            &BOUND,
            &#private::Source { before: #before, behind: #behind, says: #source },
            &[#(#names),*],
        )),
    )
}

/// The handler's name in the template.
pub(super) fn area_of_call(attribute: &Attribute, bound: &Bound<'_>) -> Area {
    match bound {
        Bound::Handler(call) => call.area,
        Bound::Open { area, .. } => *area,
        Bound::Path { function, .. } => function.span().into(),
        Bound::Value => value_span(attribute).into(),
    }
}

/// A field is read from what such a control sends, and from each value that stands in the template. What a browser
/// sends for a control without a value is looked at only where the control suits.
pub(super) fn fits(
    name: &str,
    sends: Option<Sends>,
    area: Area,
    values: &[Written],
) -> TokenStream {
    let suits = sends.map(|sends| {
        let sends = sends.tokens();
        let suits = call(area, quote!(claim_suits(BOUNDS, #name, #sends)));
        quote!(#suits;)
    });
    let unsaid = values.iter().filter(|value| value.text.is_none());
    let unsaid = unsaid.map(|value| {
        let none = quote!(::core::option::Option::None);
        call(value.area, quote!(claim_reads(BOUNDS, #name, #none)))
    });
    let said = values.iter().filter_map(|value| {
        let text = value.text.as_ref()?;
        let some = quote!(::core::option::Option::Some(#text));
        Some(claim(value.area, quote!(claim_reads(BOUNDS, #name, #some))))
    });
    quote! {
        const _: () = { #suits #(#unsaid;)* };
        #(#said)*
    }
}

/// A constant that calls this function.
pub(super) fn claim(area: Area, function: TokenStream) -> TokenStream {
    let called = call(area, function);
    quote_spanned!(place(area.first)=> const _: () = #called;)
}

/// A call whose place is the area: rustc points there where it fails.
pub(super) fn call(area: Area, function: TokenStream) -> TokenStream {
    let private = alias();
    respanned(quote!(#private::#function), place(area.first))
}

/// Where the value of a binding stands.
pub(super) fn value_span(attribute: &Attribute) -> Span {
    match &attribute.value {
        Value::Static(text) => text.area.first,
        Value::Expression(expression) => expression.span,
        Value::Interpolated(_, span) => *span,
        Value::Bare => attribute.name.area.first,
    }
}
