//! The `static Template`s. Takes no decision.

use proc_macro2::{Span, TokenStream};
use quote::quote;

use super::template;
use crate::html::plan::{Fragment, Kind, Place, Plan, Point, Slot, Step, Tree};
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
    let statics = &fragment.statics;
    let slots = fragment.slots.iter().map(slot);
    let arity = match fragment.arity {
        Some(elements) => quote!(#private::Arity::Elements(#elements)),
        None => quote!(#private::Arity::Variable),
    };
    let tree = fragment.tree.iter().map(tree);
    let fingerprint = fragment.fingerprint;
    let place = place_in_file(fragment.source);
    quote! {
        static #name: #private::Template = #private::Template {
            statics: &[#(#statics),*],
            slots: &[#(#slots),*],
            arity: #arity,
            tree: &[#(#tree),*],
            fingerprint: #fingerprint,
            source: ::core::concat!(::core::file!(), #place),
        };
    }
}

fn place_in_file(span: Span) -> String {
    let start = span.start();
    format!(":{}:{}", start.line, start.column + 1)
}

fn slot(slot: &Slot) -> TokenStream {
    let private = runtime_path::alias();
    let kind = kind(slot.kind);
    let path = slot.path.iter().map(|way| step(*way));
    let place = place(slot.place);
    let name = &slot.name;
    let row = match slot.row {
        Some(row) => {
            let row = template(row);
            quote!(::core::option::Option::Some(&#row))
        }
        None => quote!(::core::option::Option::None),
    };
    quote! {
        #private::Slot {
            kind: #private::Kind::#kind,
            path: &[#(#path),*],
            place: #place,
            name: #name,
            row: #row,
        }
    }
}

fn kind(kind: Kind) -> TokenStream {
    match kind {
        Kind::SoleText => quote!(SoleText),
        Kind::Text => quote!(Text),
        Kind::Attribute => quote!(Attribute),
        Kind::Style => quote!(Style),
        Kind::Classes => quote!(Classes),
        Kind::Class => quote!(Class),
        Kind::Property => quote!(Property),
        Kind::OneOf => quote!(OneOf),
        Kind::List => quote!(List),
        Kind::Component => quote!(Component),
    }
}

fn step(step: Step) -> TokenStream {
    let private = runtime_path::alias();
    match step {
        Step::Element(element) => quote!(#private::Step::Element(#element)),
        Step::After { range, element } => {
            quote!(#private::Step::After { range: #range, element: #element })
        }
    }
}

fn place(place: Place) -> TokenStream {
    let private = runtime_path::alias();
    match place {
        Place::Element => quote!(#private::Place::Element),
        Place::Content => quote!(#private::Place::Content),
        Place::Only => quote!(#private::Place::Only),
        Place::Behind(Point::Start(elements)) => {
            quote!(#private::Place::Behind(#private::Point::Start(#elements)))
        }
        Place::Behind(Point::Range { range, elements }) => {
            quote!(#private::Place::Behind(#private::Point::Range { range: #range, elements: #elements }))
        }
    }
}

fn tree(node: &Tree) -> TokenStream {
    let private = runtime_path::alias();
    match node {
        Tree::Text(text) => quote!(#private::Node::Text(#text)),
        Tree::Slot(slot) => quote!(#private::Node::Slot(#slot)),
        Tree::Element {
            tag,
            attributes,
            children,
        } => {
            let attributes = attributes
                .iter()
                .map(|(name, value)| quote!((#name, #value)));
            let children = children.iter().map(tree);
            quote! {
                #private::Node::Element {
                    tag: #tag,
                    attributes: &[#(#attributes),*],
                    children: &[#(#children),*],
                }
            }
        }
    }
}
