//! What a binding is in generated code: a call of the events' own functions, and claims that rustc checks. Judges nothing.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

use super::names::is_binding;
use super::resolve::{Bound, Call, area_of, resolve};
use super::supply::{Found, Supply, help, left, message, supply};
use crate::diagnostics::{Area, Diagnostics};
use crate::html::ast::{Attribute, Element, Expression, Handlers, Parameter};
use crate::names::{ident, partial, respanned};
use crate::runtime_path::private;

/// The value of a binding that never changes: the handler's name, where it is called without arguments.
pub fn static_binding(attribute: &Attribute, handlers: Option<&Handlers>) -> Option<String> {
    match resolve(attribute, handlers, &mut Diagnostics::default())? {
        Bound::Handler(call) if call.arguments.is_empty() => Some(call.handler.spelling()),
        _ => None,
    }
}

/// The value of a binding that may change.
pub fn lower(
    attribute: &Attribute,
    expression: &Expression,
    handlers: Option<&Handlers>,
) -> Expression {
    let private = private();
    let bound = resolve(attribute, handlers, &mut Diagnostics::default());
    let value = match (bound, handlers) {
        (Some(Bound::Handler(call)), Some(handlers)) => called(&call, handlers),
        (
            Some(Bound::Open {
                name,
                area,
                arguments: Some(arguments),
            }),
            Some(handlers),
        ) => {
            let function = Ident::new(&name, place(area.first));
            function_call(&handlers.events, &function, &arguments, area)
        }
        (Some(Bound::Value), _) => expression.tokens.clone(),
        _ => return harmless(expression),
    };
    let span = place(expression.span);
    let group = grouped(value, span);
    Expression {
        tokens: quote_spanned!(span=> #private::bind(&#group)),
        span: expression.span,
    }
}

/// What stands where the binding was refused, or is not checked: its arguments are still looked at.
fn harmless(expression: &Expression) -> Expression {
    let private = private();
    let tokens: Vec<TokenTree> = expression.tokens.clone().into_iter().collect();
    let arguments = match &tokens[..] {
        [TokenTree::Ident(_), TokenTree::Group(group)] => super::resolve::arguments(group.stream()),
        _ => Vec::new(),
    };
    let looked_at = arguments
        .iter()
        .map(|argument| quote!(let _ = &(#argument);));
    Expression {
        tokens: quote!(#private::bind(&{ #(#looked_at)* #private::BindingWriter::new("").finish() })),
        span: expression.span,
    }
}

pub(super) fn called(call: &Call<'_>, handlers: &Handlers) -> TokenStream {
    let takes = call.handler.parameters.len();
    let given = call.arguments.len().min(takes);
    let name = call.handler.spelling();
    let span = place(call.area.first);
    let function = match given == takes {
        true => ident(&name, span),
        false => {
            let is_event = |name: &str| handlers.named(name).is_some();
            Ident::new(&partial(&name, given, is_event), span)
        }
    };
    function_call(
        &handlers.events,
        &function,
        &call.arguments[..given],
        call.area,
    )
}

/// `TodosEvents::toggle(&(todo.id))`: the arguments are borrowed, since a row's value must not move out of it.
pub(super) fn function_call(
    events: &TokenStream,
    function: &Ident,
    arguments: &[TokenStream],
    area: Area,
) -> TokenStream {
    let references = arguments.iter().map(|argument| {
        let area = area_of(argument, area.first);
        let group = grouped(argument.clone(), place(area.last));
        quote_spanned!(place(area.first)=> &#group)
    });
    let span = place(area.first);
    let list = grouped(quote!(#(#references),*), place(area.last));
    quote_spanned!(span=> #events::#function #list)
}

/// Claims of one element's bindings for rustc to check, as items: facts about types that no macro can see.
pub fn claims(element: &Element, handlers: Option<&Handlers>) -> TokenStream {
    let bindings = element
        .attributes
        .iter()
        .filter(|attribute| is_binding(&attribute.name.text));
    let claims = bindings.flat_map(|attribute| {
        match (
            resolve(attribute, handlers, &mut Diagnostics::default()),
            handlers,
        ) {
            (Some(Bound::Handler(call)), _) => claims_of_call(element, attribute, &call),
            (
                Some(Bound::Open {
                    name,
                    area,
                    arguments: None,
                }),
                Some(handlers),
            ) => {
                vec![is_offered(&handlers.events, &name, area)]
            }
            _ => Vec::new(),
        }
    });
    claims.collect()
}

/// A struct finds its fields among what is supplied.
fn claims_of_call(element: &Element, attribute: &Attribute, call: &Call<'_>) -> Vec<TokenStream> {
    let Supply::Names(names) = supply(element, attribute) else {
        return Vec::new();
    };
    if call.arguments.len() > call.handler.parameters.len() {
        return Vec::new();
    }
    let private = private();
    let claim = |parameter: &Parameter| {
        let text = format!(
            "{}\nhelp: {}",
            message(attribute, call, parameter),
            help(attribute, call, parameter)
        );
        let (kind, name) = (&parameter.kind, parameter.spelling());
        quote_spanned! {place(call.area.first)=>
            const _: () = ::core::assert!(#private::is_supplied::<#kind>(#name, &[#(#names),*]), "{}", #text);
        }
    };
    left(element, attribute, call, &Found::AskType)
        .into_iter()
        .map(claim)
        .collect()
}

/// An enum written by hand has an event of that name.
fn is_offered(events: &TokenStream, name: &str, area: Area) -> TokenStream {
    let private = respanned(private(), place(area.first));
    quote_spanned! {place(area.first)=>
        const _: () = #private::claim_offered(<#events as #private::LiveEvent>::EVENTS, #name);
    }
}

fn grouped(tokens: TokenStream, span: Span) -> Group {
    let mut group = Group::new(Delimiter::Parenthesis, tokens);
    group.set_span(span);
    group
}

/// Where rustc points, without its wish to mend what a macro wrote.
fn place(span: Span) -> Span {
    Span::call_site().located_at(span)
}
