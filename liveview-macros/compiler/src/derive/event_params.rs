//! `#[derive(EventParams)]`: a struct reads the fields of a form, a newtype is what it wraps, an enum is a choice. Knows nothing of HTML.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Data, DataEnum, DeriveInput, Field, Fields, GenericParam, Generics, Type};

use super::live_event::span_of;
use super::model::{handler_of, param_member};
use crate::diagnostics::Diagnostics;
use crate::names::unraw;
use crate::runtime_path::private;

/// Expands the derive.
pub fn expand(item: TokenStream) -> TokenStream {
    let item: DeriveInput = match syn::parse2(item) {
        Ok(item) => item,
        Err(error) => return error.into_compile_error(),
    };
    let mut diagnostics = Diagnostics::default();
    let body = body(&item, &mut diagnostics);
    let mistakes = diagnostics.into_tokens();
    let implementation = body.map(|body| implementation(&item, &body));
    quote!(#mistakes #implementation)
}

/// What the trait asks of a type, as code.
struct Body {
    facts: TokenStream,
    take: TokenStream,
    decode: TokenStream,
    encode: TokenStream,
}

fn body(item: &DeriveInput, diagnostics: &mut Diagnostics) -> Option<Body> {
    match &item.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => Some(fields_by_name(fields.named.iter())),
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                Some(transparent(&fields.unnamed.first()?.ty))
            }
            _ => refuse(
                &item.ident,
                "has no names by which values could find its fields",
                diagnostics,
            ),
        },
        Data::Enum(data) => choice(&item.ident, data, diagnostics),
        Data::Union(_) => refuse(&item.ident, "is a union", diagnostics),
    }
}

fn refuse(name: &Ident, because: &str, diagnostics: &mut Diagnostics) -> Option<Body> {
    diagnostics
        .error(name.span(), format!("`{name}` {because}"))
        .help("derive `EventParams` for a struct with named fields, a newtype, or an enum of plain variants");
    None
}

/// Each field is read by its name; unknown ones that a client sends are nobody's.
fn fields_by_name<'f>(fields: impl Iterator<Item = &'f Field> + Clone) -> Body {
    let private = private();
    let idents: Vec<_> = fields
        .clone()
        .filter_map(|field| field.ident.as_ref())
        .collect();
    let names: Vec<_> = idents.iter().map(|ident| unraw(ident)).collect();
    let kinds: Vec<_> = fields.map(|field| &field.ty).collect();
    let keys = names.iter().enumerate().map(|(index, name)| {
        let separator = if index == 0 { "{" } else { "," };
        format!("{separator}\"{name}\":")
    });
    let keys: Vec<_> = keys.collect();
    let end = if names.is_empty() { "{}" } else { "}" };
    let members = |member| {
        kinds
            .iter()
            .map(|kind| param_member(kind, member))
            .collect::<Vec<_>>()
    };
    let (optional, inner) = (members("OPTIONAL"), members("FIELDS"));
    let taken = kinds.iter().zip(&names).map(|(kind, name)| {
        let take = param_member(kind, "take");
        quote_spanned!(span_of(kind)=> #take(#name, payload)?)
    });
    let read = kinds.iter().zip(&names).map(|(kind, name)| {
        let (take, decode) = (param_member(kind, "take"), param_member(kind, "decode"));
        quote_spanned!(span_of(kind)=> fields.field(#decode, #take, #name)?)
    });
    let written = kinds
        .iter()
        .zip(&idents)
        .map(|(kind, ident)| written(kind, ident.to_token_stream()));
    Body {
        facts: quote! {
            const FIELDS: ::core::option::Option<&'static [#private::FieldSpec]> = ::core::option::Option::Some(&[
                #(#private::FieldSpec {
                    name: #names,
                    optional: #optional,
                    fields: #inner,
                }),*
            ]);
        },
        take: quote!(::core::result::Result::Ok(Self { #(#idents: #taken),* })),
        decode: quote! {
            let fields = #private::object(json)?;
            ::core::result::Result::Ok(Self { #(#idents: #read),* })
        },
        encode: quote! {
            #(
                out.push_str(#keys);
                #written
            )*
            out.push_str(#end);
        },
    }
}

/// A newtype is read and written as what it wraps.
fn transparent(kind: &Type) -> Body {
    let private = private();
    let member = |member| param_member(kind, member);
    let (optional, fields) = (member("OPTIONAL"), member("FIELDS"));
    let (take, decode) = (member("take"), member("decode"));
    Body {
        facts: quote! {
            const OPTIONAL: ::core::primitive::bool = #optional;
            const FIELDS: ::core::option::Option<&'static [#private::FieldSpec]> = #fields;
        },
        take: quote!(::core::result::Result::Ok(Self(#take(name, payload)?))),
        decode: quote!(::core::result::Result::Ok(Self(#decode(json)?))),
        encode: written(kind, quote!(0)),
    }
}

/// Writes a field, its place the type's.
fn written(kind: &Type, field: TokenStream) -> TokenStream {
    let encode = param_member(kind, "encode");
    quote_spanned!(span_of(kind)=> #encode(::core::borrow::Borrow::borrow(&value.#field), out);)
}

/// A plain enum is the name of a variant, spelled as a handler would be.
fn choice(name: &Ident, data: &DataEnum, diagnostics: &mut Diagnostics) -> Option<Body> {
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
    let names: Vec<_> = variants
        .iter()
        .map(|variant| unraw(&handler_of(variant)))
        .collect();
    let choices = quote!([#((#names, Self::#variants)),*]);
    Some(Body {
        facts: TokenStream::new(),
        take: quote!(#private::choice::take(name, payload, #choices)),
        decode: quote!(#private::choice::decode(json, #choices)),
        encode: quote!(#private::choice::encode(match value { #(Self::#variants => #names),* }, out);),
    })
}

fn implementation(item: &DeriveInput, body: &Body) -> TokenStream {
    let private = private();
    let name = &item.ident;
    let generics = bounded(item.generics.clone());
    let (parameters, arguments, conditions) = generics.split_for_impl();
    let Body {
        facts,
        take,
        decode,
        encode,
    } = body;
    quote! {
        #[automatically_derived]
        impl #parameters #private::EventParam for #name #arguments #conditions {
            type Borrowed = Self;

            #facts

            #[allow(unused_variables, reason = "a struct has the names of its fields")]
            fn take(
                name: &::core::primitive::str,
                payload: &mut #private::Payload<'_>,
            ) -> ::core::result::Result<Self, #private::EventError> {
                #take
            }

            fn decode(json: &#private::RawValue) -> ::core::result::Result<Self, #private::EventError> {
                #decode
            }

            #[allow(unused_variables, reason = "a struct may have no fields")]
            fn encode(value: &Self, out: &mut #private::String) {
                #encode
            }
        }
    }
}

/// Type parameters are parameters of events too.
fn bounded(mut generics: Generics) -> Generics {
    let private = private();
    for parameter in &mut generics.params {
        if let GenericParam::Type(parameter) = parameter {
            let bound = quote!(#private::EventParam).into_token_stream();
            parameter.bounds.push(syn::parse_quote!(#bound));
        }
    }
    generics
}
