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
        .map(|(index, fragment)| item(index, fragment, plan))
        .collect()
}

fn item(index: usize, fragment: &Fragment, plan: &Plan) -> TokenStream {
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
    let place = place(fragment.source, plan);
    quote! {
        static #name: #private::Template = #private::Template {
            markup: #markup,
            letters: #letters,
            addresses: #addresses,
            rows: &[#(&#rows),*],
            arity: #arity,
            tree: #tree,
            fingerprint: #fingerprint,
            source: #place,
        };
    }
}

/// The file and where in it: the macro's own, or the template's.
fn place(span: Span, plan: &Plan) -> TokenStream {
    let start = span.start();
    let place = format!(":{}:{}", start.line, start.column + 1);
    match &plan.source {
        Some(source) => {
            let place = format!("{}{place}", source.path);
            quote!(#place)
        }
        None => quote!(::core::concat!(::core::file!(), #place)),
    }
}
