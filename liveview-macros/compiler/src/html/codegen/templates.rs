//! The `static Template`s. Takes no decision.

use proc_macro2::{Span, TokenStream};
use quote::quote;

use super::template;
use crate::html::plan::{Definition, Fragment, Plan};
use crate::runtime_path;

pub(super) fn generate(plan: &Plan) -> TokenStream {
    plan.fragments
        .iter()
        .enumerate()
        .map(|(index, fragment)| item(index, fragment))
        .collect()
}

fn item(index: usize, fragment: &Fragment) -> TokenStream {
    let private = runtime_path::alias();
    let name = template(index);
    let rows = fragment.slots.iter().filter_map(|slot| slot.row);
    let rows = rows.map(template);
    let arity = match fragment.arity {
        Some(elements) => quote!(#private::Arity::Elements(#elements)),
        None => quote!(#private::Arity::Variable),
    };
    let Definition {
        markup,
        letters,
        addresses,
        tree,
        fingerprint,
    } = &fragment.definition;
    let place = place_in_file(fragment.source);
    quote! {
        static #name: #private::Template = #private::Template {
            markup: #markup,
            letters: #letters,
            addresses: #addresses,
            rows: &[#(&#rows),*],
            arity: #arity,
            tree: #tree,
            fingerprint: #fingerprint,
            source: ::core::concat!(::core::file!(), #place),
        };
    }
}

fn place_in_file(span: Span) -> String {
    let start = span.start();
    format!(":{}:{}", start.line, start.column + 1)
}
