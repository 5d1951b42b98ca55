//! A plain enum as a parameter: the name of a variant, spelled as a handler would be. Knows no structs.

use proc_macro2::Ident;
use quote::quote;
use syn::{DataEnum, Fields, Variant};

use super::settings::{self, Settings};
use super::{Body, refuse};
use crate::derive::model::handler_of;
use crate::diagnostics::{Area, Diagnostics};
use crate::names::unraw;
use crate::runtime_path::private;

/// Reads and writes an enum.
pub(super) fn of(name: &Ident, data: &DataEnum, diagnostics: &mut Diagnostics) -> Option<Body> {
    if let Some(variant) = data
        .variants
        .iter()
        .find(|variant| !matches!(variant.fields, Fields::Unit))
    {
        let message = format!(
            "the variant `{}` holds values, so it is no plain choice",
            variant.ident
        );
        diagnostics
            .error(variant.ident.span(), message)
            .help("an enum of plain variants can be a parameter");
        return None;
    }
    if data.variants.is_empty() {
        return refuse(name, "has no variants to choose from", diagnostics);
    }
    let private = private();
    let variants: Vec<_> = data.variants.iter().map(|variant| &variant.ident).collect();
    let names = spellings(data, diagnostics);
    let choices = quote!([#((#names, Self::#variants)),*]);
    Some(Body {
        facts: quote! {
            const KIND: #private::FieldKind = #private::FieldKind::Choice(&[#(#names),*]);
        },
        take: quote!(#private::choice::take(name, payload, #choices)),
        decode: quote!(#private::choice::decode(json, #choices)),
        encode: quote!(#private::choice::encode(match value { #(Self::#variants => #names),* }, out);),
        beside: quote!(),
    })
}

/// The names of the variants, no two the same.
fn spellings(data: &DataEnum, diagnostics: &mut Diagnostics) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for variant in &data.variants {
        let settings = settings::of_variant(&variant.attrs, diagnostics);
        let name = spelling(variant, &settings);
        if names.contains(&name) {
            let area = settings.name.as_ref().map(Area::of);
            diagnostics
                .error(
                    area.unwrap_or_else(|| variant.ident.span().into()),
                    format!("two variants would be called `{name}`"),
                )
                .help("give one of them another `#[param(name = \"…\")]`");
        }
        names.push(name);
    }
    names
}

fn spelling(variant: &Variant, settings: &Settings) -> String {
    match &settings.name {
        Some(name) => name.value(),
        None => unraw(&handler_of(&variant.ident)),
    }
}
