//! Hands each `html!` in a body the view's handlers. Reads raw tokens; changes nothing else.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::Type;

use super::model::{Plan, View};
use crate::derive::model::{Event, Timing};

/// What stands in front of a template: `@@view(Events => State; handler(parameter: Type) [debounce = 300], …)`.
pub(super) fn header(view: &View, events: &TokenStream, plan: &Plan) -> TokenStream {
    // What a type's parameters are cannot be said where templates need it.
    let state = view.generics.params.is_empty().then(|| {
        let state = &view.state;
        quote!(=> #state)
    });
    if plan.handle_event.is_some() {
        return quote!(@@view(#events #state));
    }
    let handlers = plan
        .handlers
        .iter()
        .map(|handler| signature(&handler.event, &view.state));
    quote!(@@view(#events #state; #(#handlers),*))
}

/// The header of a view whose own mistakes come first: bindings are taken as they are.
pub(super) fn unchecked() -> TokenStream {
    quote!(@@view(_))
}

fn signature(event: &Event, state: &Type) -> TokenStream {
    let name = &event.name;
    let parameters = event.parameters.iter().map(|parameter| {
        let ident = &parameter.ident;
        let kind = without_self(quote::ToTokens::to_token_stream(&parameter.kind), state);
        quote!(#ident: #kind)
    });
    let timing = timing(event.timing);
    quote!(#name(#(#parameters),*) #timing)
}

fn timing(timing: Timing) -> Option<TokenStream> {
    let part = |name: &str, milliseconds: Option<u32>| {
        let name = Ident::new(name, proc_macro2::Span::call_site());
        milliseconds.map(|milliseconds| quote!(#name = #milliseconds))
    };
    let parts = [
        part("debounce", timing.debounce),
        part("throttle", timing.throttle),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| quote!([#(#parts),*]))
}

/// Items inside a body cannot say `Self`, so a type that does says the state.
fn without_self(kind: TokenStream, state: &Type) -> TokenStream {
    let tokens = kind.into_iter().map(|token| match token {
        TokenTree::Ident(word) if word == "Self" => quote_spanned!(word.span()=> <#state>),
        TokenTree::Group(group) => {
            let inner = without_self(group.stream(), state);
            TokenTree::Group(respanned(&group, inner)).into()
        }
        token => token.into(),
    });
    tokens.collect()
}

/// The body of `render` with a mark in the `html!` that it ends with, which is all that the view shows.
pub(super) fn mark(body: TokenStream) -> TokenStream {
    let mut tokens: Vec<TokenTree> = body.into_iter().collect();
    if let Some(TokenTree::Group(group)) = tokens.pop_if(|last| matches!(last, TokenTree::Group(_)))
    {
        let group = match calls_html(&tokens) {
            true => {
                let template = group.stream();
                respanned(&group, quote!(@@root #template))
            }
            false => group,
        };
        tokens.push(group.into());
    }
    tokens.into_iter().collect()
}

/// A body with the header in each of its `html!`s, nested ones too.
pub(super) fn insert(body: TokenStream, header: &TokenStream) -> TokenStream {
    inserted(body.clone(), header).unwrap_or(body)
}

/// The same; nothing where no `html!` stands. Other groups stay as they are: a group made anew has lost the places of
/// its delimiters, and with them the white space of a template.
fn inserted(body: TokenStream, header: &TokenStream) -> Option<TokenStream> {
    let mut tokens: Vec<TokenTree> = Vec::new();
    let mut is_changed = false;
    for token in body {
        let changed = match &token {
            TokenTree::Group(group) if calls_html(&tokens) => {
                let inner = insert(group.stream(), header);
                Some(respanned(group, quote!(#header #inner)))
            }
            TokenTree::Group(group) => {
                inserted(group.stream(), header).map(|inner| respanned(group, inner))
            }
            _ => None,
        };
        is_changed |= changed.is_some();
        tokens.push(changed.map_or(token, TokenTree::Group));
    }
    is_changed.then(|| tokens.into_iter().collect())
}

/// Whether what was read last is `html !`.
fn calls_html(before: &[TokenTree]) -> bool {
    let [.., TokenTree::Ident(name), TokenTree::Punct(mark)] = before else {
        return false;
    };
    name == "html" && mark.as_char() == '!'
}

fn respanned(group: &Group, stream: TokenStream) -> Group {
    let delimiter: Delimiter = group.delimiter();
    let mut copy = Group::new(delimiter, stream);
    copy.set_span(group.span());
    copy
}
