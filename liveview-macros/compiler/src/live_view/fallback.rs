//! What stands where a view has mistakes: the author's item and a harmless view. Finds no mistake itself.

use proc_macro2::TokenStream;
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
    quote!(#mistakes #error #item)
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
