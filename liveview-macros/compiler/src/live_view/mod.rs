//! `#[live_view]`: on the state and on its impl. Knows nothing of HTML.

mod arguments;
mod check;
mod codegen;
mod fallback;
mod header;
mod model;
mod parse;
mod state;
mod template;

use proc_macro2::{Span, TokenStream};
use quote::quote;

use crate::diagnostics::Diagnostics;
use arguments::Arguments;
use template::Template;

/// Expands `#[live_view]`. Whatever is wrong, the author's item comes back.
pub fn expand(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let arguments = arguments::parse(arguments, &mut diagnostics);
    if !parse::is_impl(&item) {
        arguments::refuse_template(&arguments, &mut diagnostics);
        return state::expand(item, diagnostics);
    }
    match parse::view(item.clone()) {
        Ok(view) => expand_view(view, arguments, diagnostics),
        Err(error) => fallback::unreadable(item, error, diagnostics),
    }
}

/// Expands `#[event_handler]` where no `#[live_view]` has taken it away: it stands in the wrong place.
pub fn expand_misplaced_handler(item: TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    diagnostics
        .error(
            Span::call_site(),
            "`#[event_handler]` stands on a method in a `#[live_view] impl`",
        )
        .help("put `#[live_view]` on the `impl` around it, or leave it out");
    let mistakes = diagnostics.into_tokens();
    quote!(#mistakes #item)
}

fn expand_view(
    view: model::View,
    arguments: Arguments,
    mut diagnostics: Diagnostics,
) -> TokenStream {
    let template = Template::read(arguments, &mut diagnostics);
    let plan = check::check(&view, template, &mut diagnostics);
    if diagnostics.mistakes().is_empty() {
        codegen::generate(&view, plan)
    } else {
        fallback::generate(&view, &plan, diagnostics)
    }
}
