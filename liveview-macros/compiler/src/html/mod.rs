//! `html!`: parse, check, lower, codegen. Decides nothing about views.

use proc_macro2::TokenStream;

use crate::diagnostics::Diagnostics;

pub mod ast;
pub mod call;
pub mod check;
pub mod codegen;
pub mod contexts;
pub mod lower;
pub mod namespace;
pub mod parse;
pub mod placed;
pub mod plan;
pub mod vocabulary;

/// Expands one `html!` body; with mistakes in it, to their messages and the best that can be made of the rest.
pub fn expand(tokens: TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let template = parse::parse(tokens, &mut diagnostics);
    check::check(&template, &mut diagnostics);
    let plan = lower::lower(&template);
    codegen::generate(&plan, diagnostics.into_tokens())
}
