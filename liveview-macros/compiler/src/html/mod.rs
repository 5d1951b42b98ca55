//! `html!`: parse, check, lower, codegen. Decides nothing about views.

use std::rc::Rc;

use proc_macro2::TokenStream;

use crate::diagnostics::Diagnostics;
use crate::source::Source;

pub mod ast;
pub mod branches;
pub mod call;
pub mod check;
pub mod codegen;
pub mod contexts;
pub mod lower;
mod models;
pub mod namespace;
pub mod parse;
pub mod placed;
pub mod plan;
pub mod vocabulary;

/// Expands a template file to the expression that its text would be in `html!`, and finds the mistakes in it; `header`
/// says what names mean there.
pub(crate) fn expand_file(source: Rc<Source>, header: TokenStream) -> (TokenStream, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let mut template = parse::parse_file(&source.text, header, &mut diagnostics);
    check::check(&template, &mut diagnostics);
    models::complete(&mut template);
    let mut plan = lower::lower(&template);
    plan.source = Some(source);
    let expression = codegen::generate(&plan, TokenStream::new());
    (expression, diagnostics)
}

/// Expands one `html!` body; with mistakes in it, to their messages and the best that can be made of the rest.
pub fn expand(tokens: TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let mut template = parse::parse(tokens, &mut diagnostics);
    check::check(&template, &mut diagnostics);
    models::complete(&mut template);
    let plan = lower::lower(&template);
    codegen::generate(&plan, diagnostics.into_tokens())
}
