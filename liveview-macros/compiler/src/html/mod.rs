//! `html!`: parse, check, lower, codegen. Decides nothing about views.

use proc_macro2::TokenStream;

pub mod ast;
pub mod check;

/// Expands one `html!` body.
pub fn expand(tokens: TokenStream) -> TokenStream {
    tokens
}
