//! What stands where a view has mistakes: the author's item and a harmless view. Finds no mistake itself.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;

use super::model::{Plan, View};
use super::{codegen, header};
use crate::diagnostics::Diagnostics;
use crate::runtime_path::private;

/// The expansion of a view with mistakes.
pub(super) fn generate(view: &View, plan: &Plan, diagnostics: Diagnostics) -> TokenStream {
    let mistakes = diagnostics.into_tokens();
    let author = codegen::author(view, &header::unchecked());
    let events = codegen::event_enum(view, plan);
    let implementation = harmless(view);
    quote!(#mistakes #author #events #implementation)
}

/// The expansion of an impl that cannot be read: rustc says more about it than we can, unless we know better.
pub(super) fn unreadable(
    item: TokenStream,
    error: syn::Error,
    diagnostics: Diagnostics,
) -> TokenStream {
    let mistakes = diagnostics.into_tokens();
    let error = error.into_compile_error();
    let item = header::insert(without_handlers(item), &header::unchecked());
    quote!(#mistakes #error #item)
}

/// The item without `#[event_handler]`, which would say that it stands in no view.
fn without_handlers(item: TokenStream) -> TokenStream {
    let mut tokens: Vec<TokenTree> = Vec::new();
    for token in item {
        match token {
            TokenTree::Group(group) if is_handler(&tokens, &group) => {
                tokens.pop();
            }
            TokenTree::Group(group) if holds_handler(group.stream()) => {
                let inner = without_handlers(group.stream());
                let mut copy = Group::new(group.delimiter(), inner);
                copy.set_span(group.span());
                tokens.push(copy.into());
            }
            token => tokens.push(token),
        }
    }
    tokens.into_iter().collect()
}

/// Whether this is `[event_handler]` behind a `#`.
fn is_handler(before: &[TokenTree], group: &Group) -> bool {
    let follows = matches!(before.last(), Some(TokenTree::Punct(mark)) if mark.as_char() == '#');
    let is_named =
        |token: &TokenTree| matches!(token, TokenTree::Ident(word) if word == "event_handler");
    follows
        && group.delimiter() == Delimiter::Bracket
        && group.stream().into_iter().any(|token| is_named(&token))
}

fn holds_handler(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(word) => word == "event_handler",
        TokenTree::Group(group) => holds_handler(group.stream()),
        _ => false,
    })
}

/// A view with parameters gets none: what they mean is not known.
fn harmless(view: &View) -> TokenStream {
    if !view.generics.params.is_empty() {
        return TokenStream::new();
    }
    let private = private();
    let state = &view.state;
    let events = codegen::events_name(view);
    quote! {
        #[automatically_derived]
        impl #private::LiveView for #state {
            type Event = #events;
            type Message = ::core::convert::Infallible;
            async fn mount(_: &mut #private::Context<Self>) -> #private::Result<Self> { ::core::unreachable!() }
            async fn handle_event(&mut self, _: #events, _: &mut #private::Context<Self>) -> #private::Result<()> {
                ::core::unreachable!()
            }
            fn render(&self) -> impl #private::Render { #private::Nothing }
        }
    }
}
