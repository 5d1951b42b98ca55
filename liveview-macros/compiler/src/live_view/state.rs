//! `#[live_view]` on the struct: says that it is the state of a view. Changes nothing in it.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;
use syn::DeriveInput;

use crate::diagnostics::{Area, Diagnostics};
use crate::runtime_path::private;

/// Expands `#[live_view]` on what is no impl.
pub(super) fn expand(item: TokenStream, mut diagnostics: Diagnostics) -> TokenStream {
    let implementation = match syn::parse2::<DeriveInput>(item.clone()) {
        Ok(state) => implementation(&state),
        Err(_) if has_body(&item) => {
            diagnostics
                .error(
                    Area::of(&item),
                    "`#[live_view]` stands on a struct or on its impl",
                )
                .help("put it on `struct Name { … }` and on `impl Name { fn render(&self) … }`");
            TokenStream::new()
        }
        // What is half written is rustc's to report.
        Err(_) => TokenStream::new(),
    };
    let mistakes = diagnostics.into_tokens();
    quote!(#item #implementation #mistakes)
}

fn implementation(state: &DeriveInput) -> TokenStream {
    let private = private();
    let ident: &Ident = &state.ident;
    let name = ident.to_string();
    let (generics, arguments, conditions) = state.generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #generics #private::ViewState for #ident #arguments #conditions {
            const NAME: &'static ::core::primitive::str = #name;
        }
    }
}

fn has_body(item: &TokenStream) -> bool {
    let mut tokens = item.clone().into_iter();
    tokens.any(|token| matches!(token, TokenTree::Group(_)))
}
