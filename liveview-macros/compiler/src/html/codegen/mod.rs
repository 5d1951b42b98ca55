//! From the plan to code. Takes no decision and cannot fail.

use proc_macro2::TokenStream;
use quote::quote;

use super::plan::Plan;
use crate::runtime_path;

mod actions;
mod components;
mod marks;
mod templates;
mod values;

/// The expression that `html!` becomes; `mistakes` stand in front of it, so that only they turn red.
pub fn generate(plan: &Plan, mistakes: TokenStream) -> TokenStream {
    let (private, alias) = (runtime_path::private(), runtime_path::alias());
    let (questions, templates) = (templates::questions(plan), templates::generate(plan));
    let root = templates::template(0);
    let renderer = actions::renderer();
    let actions = actions::Generator::new(plan).root();
    quote! {{
        #mistakes
        use #private as #alias;
        #[allow(unused_imports)]
        use #alias::kinds::*;
        #questions
        #templates
        #alias::fragment(&#root, move |#renderer: &mut #alias::Renderer<'_>| {
            #actions
        })
    }}
}
