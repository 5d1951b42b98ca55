//! `#[component]`, and the calls of components. Knows nothing of views.

use proc_macro2::TokenStream;

use crate::diagnostics::{Area, Diagnostics};

pub mod call;
mod check;
mod codegen;
pub mod declaration;
mod declare;
mod facts;
mod generics;
mod half;
mod kinds;
mod known;
mod lifetimes;
mod model;
mod parse;

/// Expands `#[component]`. Whatever is wrong, the author's function comes back.
pub fn expand(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    check::arguments(arguments, &mut diagnostics);
    if !parse::is_function(&item) {
        diagnostics
            .error(Area::of(&item), "`#[component]` stands on a function")
            .help("put it on `fn Card(…) -> impl Render { html! { … } }`");
        let mistakes = diagnostics.into_tokens();
        return quote::quote!(#item #mistakes);
    }
    match parse::item(item.clone()) {
        Ok(function) => expand_function(&function, diagnostics),
        Err(error) => {
            let error = error.into_compile_error();
            quote::quote!(#error #item)
        }
    }
}

fn expand_function(item: &model::Item, mut diagnostics: Diagnostics) -> TokenStream {
    let mut parameters = check::check(item, &mut diagnostics);
    // Types that a slot gives are told by what comes before it.
    parameters.sort_by_key(model::Parameter::is_content);
    let facts = facts::find(item, &parameters, &mut diagnostics);
    if !diagnostics.mistakes().is_empty() {
        let mistakes = diagnostics.into_tokens();
        let function = codegen::generate_broken(item);
        return quote::quote!(#mistakes #function);
    }
    let declaration = declare::declare(item, &parameters, &facts);
    let half = half::Half::of(item, declaration, facts.begins);
    codegen::generate(item, &parameters, half)
}
