//! From the plan to code. Takes no decision and cannot fail.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

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
    let templates = templates::generate(plan);
    let root = template(0);
    let renderer = actions::renderer();
    let actions = actions::Generator::new(plan).root();
    quote! {{
        #mistakes
        use #private as #alias;
        #templates
        #alias::fragment(&#root, move |#renderer: &mut #alias::Renderer<'_>| {
            #[allow(unused_imports)]
            use #alias::kinds::*;
            #actions
        })
    }}
}

/// The name of a template's static: items have no hygiene, so it is one that nobody takes.
fn template(index: usize) -> Ident {
    format_ident!("__LIVEVIEW_TEMPLATE_{index}")
}
