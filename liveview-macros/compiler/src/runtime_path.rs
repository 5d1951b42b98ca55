//! Where generated code finds the runtime. The only place that spells the path.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

/// The path of the hidden module that generated code goes through.
pub fn private() -> TokenStream {
    quote!(::liveview::__private)
}

/// The crate that has that module: what the macros of other crates are told.
pub fn root() -> TokenStream {
    quote!(::liveview)
}

/// What that module is called within one expansion, which names it hundreds of times: one token to read, not nine.
pub const ALIAS: &str = "__liveview";

/// The alias as a token.
pub fn alias() -> Ident {
    alias_at(Span::call_site())
}

/// The same, at a place that rustc shall speak of.
pub fn alias_at(place: Span) -> Ident {
    Ident::new(ALIAS, place)
}

/// As [`private`], at a place that rustc shall speak of.
pub fn private_at(place: Span) -> TokenStream {
    quote_spanned!(place=> ::liveview::__private)
}
