//! A struct as a parameter: each field is read by its name, and an absent one can be named in a warning. Knows no enums.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{DeriveInput, Field, Type};

use super::settings;
use super::{Body, bounded, written};
use crate::derive::live_event::span_of;
use crate::derive::model::{field_spec, param_member};
use crate::diagnostics::{Area, Diagnostics};
use crate::names::unraw;
use crate::runtime_path::private;

/// A field that is read by its name.
struct Named<'f> {
    ident: &'f Ident,
    kind: &'f Type,
    /// What a form calls it.
    name: String,
    /// Whether an absent one is the type's default.
    default: bool,
}

/// Reads and writes a struct; unknown fields that a client sends are nobody's.
pub(super) fn by_name<'f>(
    item: &DeriveInput,
    fields: impl Iterator<Item = &'f Field>,
    diagnostics: &mut Diagnostics,
) -> Body {
    let fields = named(fields, diagnostics);
    let private = private();
    let idents: Vec<_> = fields.iter().map(|field| field.ident).collect();
    let specs = fields
        .iter()
        .map(|field| field_spec(&field.name, field.kind, field.default));
    let taken = fields.iter().map(|field| {
        let (name, take) = (&field.name, field.take());
        quote_spanned!(span_of(field.kind)=> #take(&#private::inner(name, #name), payload)?)
    });
    let read = fields.iter().map(|field| {
        let (name, take, decode) = (
            &field.name,
            field.take(),
            param_member(field.kind, "decode"),
        );
        quote_spanned!(span_of(field.kind)=> fields.field(#decode, #take, #name)?)
    });
    Body {
        facts: quote! {
            const KIND: #private::FieldKind = #private::FieldKind::Fields(&[#(#specs),*]);
            const ITEM: #private::FieldKind = #private::FieldKind::Fields(&[]);
        },
        take: quote!(::core::result::Result::Ok(Self { #(#idents: #taken),* })),
        decode: quote! {
            let fields = #private::object(json)?;
            ::core::result::Result::Ok(Self { #(#idents: #read),* })
        },
        encode: encoding(&fields),
        beside: absences(item, &fields),
    }
}

fn named<'f>(
    fields: impl Iterator<Item = &'f Field>,
    diagnostics: &mut Diagnostics,
) -> Vec<Named<'f>> {
    let mut all: Vec<Named<'f>> = Vec::new();
    for field in fields {
        let Some(ident) = &field.ident else { continue };
        let settings = settings::of_field(&field.attrs, diagnostics);
        let area = settings.name.as_ref().map(Area::of);
        let name = match settings.name {
            Some(name) => name.value(),
            None => unraw(ident),
        };
        let message = if name.is_empty() || name.contains(char::is_control) {
            Some("no input can be called that".to_owned())
        } else if all.iter().any(|other| other.name == name) {
            Some(format!("two fields would be called `{name}`"))
        } else {
            None
        };
        if let Some(message) = message {
            diagnostics
                .error(area.unwrap_or_else(|| ident.span().into()), message)
                .help("give it another `#[param(name = \"…\")]`");
        }
        all.push(Named {
            ident,
            kind: &field.ty,
            name,
            default: settings.default,
        });
    }
    all
}

impl Named<'_> {
    /// The function that finds it in what a browser said.
    fn take(&self) -> TokenStream {
        let private = private();
        let kind = self.kind;
        match self.default {
            true => quote_spanned!(span_of(kind)=> #private::or_default::<#kind>),
            false => param_member(kind, "take"),
        }
    }

    /// Whether a form may have to hold it, as far as its type's spelling says.
    fn may_be_required(&self) -> bool {
        let name = match self.kind {
            Type::Path(path) => path.path.segments.last().map(|segment| &segment.ident),
            _ => None,
        };
        let never = ["Option", "Vec", "bool"];
        !self.default && !name.is_some_and(|name| never.iter().any(|never| name == never))
    }
}

fn encoding(fields: &[Named<'_>]) -> TokenStream {
    let keys = fields.iter().enumerate().map(|(index, field)| {
        let separator = if index == 0 { "{" } else { "," };
        let name = field.name.replace('\\', "\\\\").replace('"', "\\\"");
        format!("{separator}\"{name}\":")
    });
    let written = fields
        .iter()
        .map(|field| written(field.kind, field.ident.to_token_stream()));
    let end = if fields.is_empty() { "{}" } else { "}" };
    quote! {
        #(
            out.push_str(#keys);
            #written
        )*
        out.push_str(#end);
    }
}

/// For each field that a form may have to hold, a constant whose deprecation is the warning that it does not.
fn absences(item: &DeriveInput, fields: &[Named<'_>]) -> TokenStream {
    let private = private();
    let name = &item.ident;
    let generics = bounded(item.generics.clone());
    let (parameters, arguments, conditions) = generics.split_for_impl();
    let numbered = fields.iter().enumerate();
    let required = numbered.filter(|(_, field)| field.may_be_required());
    let absences = required.map(|(number, field)| {
        let ident = field.ident;
        let note = format!(
            "`{name}` needs `{}`, and no input of this form supplies it",
            field.name
        );
        quote! {
            pub struct #ident;
            impl #ident {
                #[deprecated(note = #note)]
                pub const missing_field: () = ();
            }
            impl #parameters #private::FieldAt<#number> for #name #arguments #conditions {
                type Field = #ident;
            }
        }
    });
    let absences: Vec<_> = absences.collect();
    if absences.is_empty() {
        return TokenStream::new();
    }
    quote! {
        #[allow(dead_code, non_camel_case_types, non_upper_case_globals, missing_debug_implementations, missing_docs, unreachable_pub, reason = "generated")]
        const _: () = { #(#absences)* };
    }
}
