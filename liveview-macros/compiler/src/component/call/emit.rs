//! The statement that a call becomes: the component's function, called and rendered. Takes no decision about props.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::{Argument, Caller};
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Attribute, Piece, Value};
use crate::html::call::Role;
use crate::html::placed::borrowed;
use crate::runtime_path::private;

impl Argument {
    /// The argument as code.
    pub(super) fn tokens(self) -> TokenStream {
        let private = private();
        match self {
            Argument::Given(tokens) => tokens,
            Argument::Missing => quote!(#private::missing()),
        }
    }
}

/// The call, with the mistakes found in it before it.
pub(super) fn emit(
    caller: &Caller<'_>,
    arguments: Vec<Argument>,
    diagnostics: Diagnostics,
) -> TokenStream {
    let is_open = !caller.declaration.generics.is_empty();
    let is_missing = |argument: &Argument| matches!(argument, Argument::Missing);
    let mistakes = diagnostics.into_tokens();
    // Types that a missing prop would have told are asked for by nobody.
    if is_open && arguments.iter().any(is_missing) {
        let looked_at = looked_at(caller);
        return quote!(#mistakes #looked_at);
    }
    let arguments = arguments.into_iter().map(Argument::tokens);
    let path = &caller.call.path;
    let span = Span::mixed_site().located_at(caller.call.name.area.last);
    let called = quote_spanned!(span=> (#(#arguments),*));
    let renderer = caller.renderer;
    match caller.call.role {
        // The markup in front was written by whoever knows it.
        Role::Slot => quote!(#mistakes #renderer.render("", #path #called);),
        Role::Row => quote!(#mistakes #renderer.component_row(#path #called);),
    }
}

/// Every expression of a call that cannot be made, so that rustc and editors see it.
pub(super) fn looked_at(caller: &Caller<'_>) -> TokenStream {
    let call = caller.call;
    let fillings = || call.content.iter().chain(&call.slots);
    let of_slots = call.slots.iter().flat_map(|filling| &filling.attributes);
    let expressions = call
        .attributes
        .iter()
        .chain(of_slots)
        .map(|attribute| values(caller, attribute));
    let closures = fillings().filter(|filling| filling.argument.is_none());
    let closures = closures.map(|filling| {
        let closure = &filling.content;
        quote!(let _ = &#closure;)
    });
    quote!(#(#expressions)* #(#closures)*)
}

fn values(caller: &Caller<'_>, attribute: &Attribute) -> TokenStream {
    let expressions: Vec<_> = match &attribute.value {
        // It may be a handler's name, which is no expression.
        Value::Expression(_) if caller.handlers.is_some() => Vec::new(),
        Value::Expression(expression) => vec![expression],
        Value::Interpolated(pieces, _) => pieces
            .iter()
            .filter_map(|piece| match piece {
                Piece::Expression(expression) => Some(expression),
                Piece::Text(_) => None,
            })
            .collect(),
        Value::Bare | Value::Static(_) => Vec::new(),
    };
    expressions
        .into_iter()
        .map(|expression| {
            let value = borrowed(expression);
            quote!(let _ = #value;)
        })
        .collect()
}
