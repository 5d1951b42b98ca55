//! `#[live_view]` on the struct: says that it is the state of a view, and which of its fields `#[model]` gives to controls.
//! Changes nothing else in it.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;
use syn::{Attribute, Data, DeriveInput, Field, Meta};

use crate::derive::model::field_spec;
use crate::diagnostics::{Area, Diagnostics};
use crate::names::unraw;
use crate::runtime_path::private;

/// Expands `#[live_view]` on what is no impl.
pub(super) fn expand(item: TokenStream, mut diagnostics: Diagnostics) -> TokenStream {
    match syn::parse2::<DeriveInput>(item.clone()) {
        Ok(mut state) => {
            let models = take_models(&mut state, &mut diagnostics);
            let implementation = implementation(&state, &models);
            let mistakes = diagnostics.into_tokens();
            let item = match holds_mark(item.clone()) {
                true => quote!(#state),
                false => item,
            };
            quote!(#item #implementation #mistakes)
        }
        Err(_) => {
            // What is half written is rustc's to report.
            if has_body(&item) {
                diagnostics
                    .error(
                        Area::of(&item),
                        "`#[live_view]` stands on a struct or on its impl",
                    )
                    .help(
                        "put it on `struct Name { … }` and on `impl Name { fn render(&self) … }`",
                    );
            }
            let mistakes = diagnostics.into_tokens();
            quote!(#item #mistakes)
        }
    }
}

/// Whether `#[model]` may stand in there.
fn holds_mark(item: TokenStream) -> bool {
    item.into_iter().any(|token| match token {
        TokenTree::Group(group) => holds_mark(group.stream()),
        TokenTree::Ident(word) => word == "model",
        _ => false,
    })
}

/// The fields under `#[model]`, which is taken off.
fn take_models(state: &mut DeriveInput, diagnostics: &mut Diagnostics) -> Vec<Field> {
    let fields = match &mut state.data {
        Data::Struct(data) => data.fields.iter_mut().collect(),
        Data::Enum(_) | Data::Union(_) => Vec::new(),
    };
    let mut models = Vec::new();
    for field in fields {
        let (marks, others): (Vec<_>, Vec<_>) = std::mem::take(&mut field.attrs)
            .into_iter()
            .partition(is_mark);
        field.attrs = others;
        let Some(mark) = marks.first() else { continue };
        if !matches!(mark.meta, Meta::Path(_)) {
            diagnostics
                .error(Area::of(&mark.meta), "`#[model]` takes nothing")
                .help("write `#[model]`: `dj-model` calls the field by its name");
        }
        match field.ident {
            Some(_) => models.push(field.clone()),
            None => {
                diagnostics
                    .error(
                        Area::of(&mark.meta),
                        "`dj-model` finds a field by its name, and this has none",
                    )
                    .help("give the struct named fields: `struct Name { #[model] query: String }`");
            }
        }
    }
    models
}

fn is_mark(attribute: &Attribute) -> bool {
    attribute.path().is_ident("model")
}

fn implementation(state: &DeriveInput, models: &[Field]) -> TokenStream {
    let private = private();
    let ident: &Ident = &state.ident;
    let name = ident.to_string();
    let (generics, arguments, conditions) = state.generics.split_for_impl();
    let access = accesses(state, models);
    let models = self::models(models);
    quote! {
        #[automatically_derived]
        impl #generics #private::ViewState for #ident #arguments #conditions {
            const NAME: &'static ::core::primitive::str = #name;
            #models
        }
        #access
    }
}

/// How a template reads each of them, by its number.
fn accesses(state: &DeriveInput, models: &[Field]) -> TokenStream {
    let private = private();
    let ident = &state.ident;
    let (generics, arguments, conditions) = state.generics.split_for_impl();
    let accesses = models.iter().enumerate().map(|(number, field)| {
        let (name, kind) = (&field.ident, &field.ty);
        quote! {
            #[automatically_derived]
            #[allow(private_interfaces, reason = "generated")]
            impl #generics #private::ModelAt<#number> for #ident #arguments #conditions {
                type Field = #kind;
                fn field(&self) -> &#kind {
                    &self.#name
                }
            }
        }
    });
    accesses.collect()
}

/// The list of the fields, and how each is set.
fn models(models: &[Field]) -> Option<TokenStream> {
    if models.is_empty() {
        return None;
    }
    let private = private();
    let all = models
        .iter()
        .filter_map(|field| Some((unraw(field.ident.as_ref()?), field)));
    let (names, fields): (Vec<String>, Vec<&Field>) = all.unzip();
    let specs = names
        .iter()
        .zip(&fields)
        .map(|(name, field)| field_spec(name, &field.ty, false));
    let idents = fields.iter().map(|field| &field.ident);
    let kinds = fields.iter().map(|field| &field.ty);
    Some(quote! {
        const MODELS: &'static [#private::FieldSpec] = &[#(#specs),*];
        fn update_model(
            &mut self,
            field: &::core::primitive::str,
            payload: &mut #private::Payload<'_>,
        ) -> ::core::result::Result<(), #private::EventError> {
            match field {
                #(#names => self.#idents = #private::take_model::<#kinds>(#names, payload)?,)*
                _ => return ::core::result::Result::Err(#private::EventError::unknown(field)),
            }
            ::core::result::Result::Ok(())
        }
    })
}

fn has_body(item: &TokenStream) -> bool {
    let mut tokens = item.clone().into_iter();
    tokens.any(|token| matches!(token, TokenTree::Group(_)))
}
