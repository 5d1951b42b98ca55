//! `#[live_view]`: on the state and on its impl. Knows nothing of HTML.

mod check;
mod codegen;
mod fallback;
mod header;
mod model;
mod parse;
mod state;

use proc_macro2::TokenStream;

use crate::diagnostics::Diagnostics;

/// Expands `#[live_view]`. Whatever is wrong, the author's item comes back.
pub fn expand(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    check::arguments(arguments, &mut diagnostics);
    if !parse::is_impl(&item) {
        return state::expand(item, diagnostics);
    }
    match parse::view(item.clone()) {
        Ok(view) => expand_view(view, diagnostics),
        Err(error) => fallback::unreadable(item, error, diagnostics),
    }
}

fn expand_view(view: model::View, mut diagnostics: Diagnostics) -> TokenStream {
    let plan = check::check(&view, &mut diagnostics);
    if diagnostics.mistakes().is_empty() {
        codegen::generate(&view, &plan)
    } else {
        fallback::generate(&view, &plan, diagnostics)
    }
}
