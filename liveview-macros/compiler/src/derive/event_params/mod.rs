//! `#[derive(EventParams)]`: a struct reads the fields of a form, a newtype is what it wraps, an enum is a choice. Knows nothing of HTML.

mod choice;
mod fields;
mod settings;

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Data, DeriveInput, Fields, GenericParam, Generics, Type};

use super::live_event::span_of;
use super::model::param_member;
use crate::diagnostics::{Area, Diagnostics};
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
    /// Items beside the implementation.
    beside: TokenStream,
}

fn body(item: &DeriveInput, diagnostics: &mut Diagnostics) -> Option<Body> {
    settings::none(&item.attrs, "the type itself", diagnostics);
    if !owns_its_values(item, diagnostics) {
        return None;
    }
    match &item.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(named) => Some(fields::by_name(item, named.named.iter(), diagnostics)),
            Fields::Unnamed(unnamed) if unnamed.unnamed.len() == 1 => {
                let field = unnamed.unnamed.first()?;
                settings::none(&field.attrs, "what a newtype wraps", diagnostics);
                Some(transparent(&field.ty))
            }
            Fields::Unnamed(_) => refuse(
                &item.ident,
                "has no names by which values could find its fields",
                diagnostics,
            ),
            Fields::Unit => refuse(&item.ident, "has nothing to read", diagnostics),
        },
        Data::Enum(data) => choice::of(&item.ident, data, diagnostics),
        Data::Union(_) => refuse(&item.ident, "is a union", diagnostics),
    }
}

fn refuse(name: &Ident, because: &str, diagnostics: &mut Diagnostics) -> Option<Body> {
    diagnostics
        .error(name.span(), format!("`{name}` {because}"))
        .help("derive `EventParams` for a struct with named fields, a newtype, or an enum of plain variants");
    None
}

/// What a browser sends is nobody's to lend.
fn owns_its_values(item: &DeriveInput, diagnostics: &mut Diagnostics) -> bool {
    let before = diagnostics.mistakes().len();
    let message = format!(
        "a browser sends these values, so `{}` owns them",
        item.ident
    );
    for lifetime in item.generics.lifetimes() {
        diagnostics
            .error(Area::of(&lifetime.lifetime), message.clone())
            .help("leave the lifetime out, and own what is borrowed: `String` for `&str`");
    }
    if let Data::Struct(data) = &item.data {
        for field in &data.fields {
            let Type::Reference(reference) = &field.ty else {
                continue;
            };
            let owned = match &*reference.elem {
                Type::Path(path) if path.path.is_ident("str") => "write `String`",
                Type::Slice(_) => "write `Vec<…>`",
                _ => "write the type without `&`",
            };
            diagnostics
                .error(Area::of(&field.ty), message.clone())
                .help(owned);
        }
    }
    diagnostics.mistakes().len() == before
}

/// A newtype is read and written as what it wraps.
fn transparent(kind: &Type) -> Body {
    let private = private();
    let member = |member| param_member(kind, member);
    let (optional, known, item) = (member("OPTIONAL"), member("KIND"), member("ITEM"));
    let (take, decode) = (member("take"), member("decode"));
    Body {
        facts: quote! {
            const OPTIONAL: ::core::primitive::bool = #optional;
            const KIND: #private::FieldKind = #known;
            const ITEM: #private::FieldKind = #item;
        },
        take: quote!(::core::result::Result::Ok(Self(#take(name, payload)?))),
        decode: quote!(::core::result::Result::Ok(Self(#decode(json)?))),
        encode: written(kind, quote!(0)),
        beside: TokenStream::new(),
    }
}

/// Writes a field, its place the type's.
fn written(kind: &Type, field: TokenStream) -> TokenStream {
    let encode = param_member(kind, "encode");
    quote_spanned!(span_of(kind)=> #encode(::core::borrow::Borrow::borrow(&value.#field), out);)
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
        beside,
    } = body;
    quote! {
        #[automatically_derived]
        impl #parameters #private::EventParam for #name #arguments #conditions {
            type Borrowed = Self;

            #facts

            #[allow(unused_variables, reason = "not every type asks for its name")]
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
        #beside
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
