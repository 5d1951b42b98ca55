//! From what was understood to code: the function, what hangs on its name, and the macro of that name. Takes no decision.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{FnArg, Generics, Type};

use super::declaration::Declaration;
use super::generics::named_in;
use super::half::Half;
use super::kinds;
use super::lifetimes::Shared;
use super::model::{Default, Item, Parameter, Role, SlotAttribute};
use crate::derive::live_event::conditions;
use crate::names::unraw;
use crate::runtime_path::private;

/// The whole expansion.
pub(super) fn generate(item: &Item, parameters: &[Parameter], half: Half) -> TokenStream {
    let function = function(item, parameters);
    let slots = parameters
        .iter()
        .filter_map(|parameter| match &parameter.role {
            Role::Slot { attributes, .. } if !attributes.is_empty() => {
                Some(slot(item, parameter, attributes))
            }
            _ => None,
        });
    let (structs, makers): (Vec<_>, Vec<_>) = slots.unzip();
    let defaults = parameters.iter().filter_map(|parameter| {
        let value = match parameter.default.as_ref()? {
            Default::OfType => quote!(::core::default::Default::default()),
            Default::Expression(tokens) => tokens.clone(),
        };
        let name = default_of(&unraw(&parameter.name));
        Some(default(item, &name, &parameter.kind, &value))
    });
    let props = parameters.iter().filter_map(|parameter| {
        let name = taker_of(&unraw(&parameter.name));
        let is_value = matches!(parameter.role, Role::Value | Role::Binding);
        is_value.then(|| taker(item, &name, &parameter.name, &parameter.kind))
    });
    let of_slots = parameters
        .iter()
        .flat_map(|parameter| match &parameter.role {
            Role::Slot { attributes, .. } => members_of_slot(item, parameter, attributes),
            _ => Vec::new(),
        });
    let members = defaults.chain(props).chain(of_slots).chain(makers);
    let named = named(item, members.collect());
    let known = half.expand();
    quote!(#function #(#structs)* #named #known)
}

/// The function as its author wrote it, and a name that says nothing of what it takes.
pub(super) fn generate_broken(item: &Item) -> TokenStream {
    let mut signature = item.signature.clone();
    for input in &mut signature.inputs {
        let attributes = match input {
            FnArg::Typed(typed) => &mut typed.attrs,
            FnArg::Receiver(receiver) => &mut receiver.attrs,
        };
        let ours = ["prop", "slot", "doc"];
        attributes.retain(|attribute| !ours.iter().any(|our| attribute.path().is_ident(our)));
    }
    let function = author(item, signature.to_token_stream());
    let is_method = item.signature.receiver().is_some();
    if is_method || !unraw(item.name()).starts_with(char::is_uppercase) {
        return function;
    }
    let broken = Declaration {
        is_broken: true,
        ..Declaration::default()
    };
    let named = named(item, TokenStream::new());
    let known = Half::of(item, broken, Vec::new()).expand();
    quote!(#function #named #known)
}

/// The hidden function that makes a prop's default.
pub(super) fn default_of(prop: &str) -> Ident {
    format_ident!("__default_{prop}")
}

/// The hidden function that makes a slot's default of an attribute.
pub(super) fn default_of_slot(slot: &str, attribute: &str) -> Ident {
    format_ident!("__default_{slot}_{attribute}")
}

/// The hidden function that takes a prop.
pub(super) fn taker_of(prop: &str) -> Ident {
    format_ident!("__prop_{prop}")
}

/// The hidden function that takes an attribute of a slot.
pub(super) fn taker_of_slot(slot: &str, attribute: &str) -> Ident {
    format_ident!("__prop_{slot}_{attribute}")
}

/// The hidden function that makes the attributes of a slot.
pub(super) fn maker_of(slot: &str) -> Ident {
    format_ident!("__slot_{slot}")
}

fn function(item: &Item, parameters: &[Parameter]) -> TokenStream {
    let mut shared = Shared::default();
    let mut signature = item.signature.clone();
    let inputs = parameters.iter().map(|parameter| {
        let Parameter {
            attributes,
            is_mutable,
            name,
            ..
        } = parameter;
        let docs = |attribute: &&syn::Attribute| !attribute.path().is_ident("doc");
        let attributes = attributes.iter().filter(docs);
        let mutable = is_mutable.then(|| quote!(mut));
        let kind = whole_type(item, parameter, &mut shared);
        quote!(#(#attributes)* #mutable #name: #kind)
    });
    let inputs: Vec<TokenStream> = inputs.collect();
    shared.fill_returned(&mut signature.output);
    shared.declare(&mut signature.generics);
    let name = &signature.ident;
    let (generics, conditions, output) = (
        &signature.generics,
        &signature.generics.where_clause,
        &signature.output,
    );
    let span = signature.paren_token.span.join();
    let inputs = quote_spanned!(span=> (#(#inputs),*));
    author(item, quote!(fn #name #generics #inputs #output #conditions))
}

/// The function under its head.
fn author(item: &Item, head: TokenStream) -> TokenStream {
    let Item {
        attributes,
        visibility,
        body,
        ..
    } = item;
    quote! {
        #(#attributes)*
        #[allow(non_snake_case, clippy::too_many_arguments, reason = "a component is called by its tag")]
        #visibility #head #body
    }
}

/// A parameter's type with its lifetimes, and with the attributes of a slot.
fn whole_type(item: &Item, parameter: &Parameter, shared: &mut Shared) -> Type {
    let mut kind = parameter.kind.clone();
    shared.fill(&mut kind);
    if matches!(parameter.role, Role::Value | Role::Binding) {
        return kind;
    }
    let more = match &parameter.role {
        Role::Slot { attributes, .. } if !attributes.is_empty() => {
            let AttributesOf { name, generics, .. } = attributes_of(item, parameter, attributes);
            if generics.lifetimes().next().is_some() {
                shared.lifetime(parameter.name.span());
            }
            let (_, arguments, _) = generics.split_for_impl();
            Some(syn::parse_quote!(#name #arguments))
        }
        _ => None,
    };
    match kinds::option_of_mut(&mut kind) {
        Some(inner) => shared.lend(inner, more),
        None => shared.lend(&mut kind, more),
    }
    kind
}

/// The struct that holds the attributes of a slot.
struct AttributesOf {
    name: Ident,
    generics: Generics,
    kinds: Vec<Type>,
}

fn attributes_of(item: &Item, parameter: &Parameter, attributes: &[SlotAttribute]) -> AttributesOf {
    let slot = pascal(&unraw(&parameter.name));
    let name = Ident::new(
        &format!("{}{slot}", unraw(item.name())),
        parameter.name.span(),
    );
    let mut shared = Shared::default();
    let kinds: Vec<Type> = attributes
        .iter()
        .map(|attribute| {
            let mut kind = attribute.kind.clone();
            shared.fill(&mut kind);
            kind
        })
        .collect();
    let mut generics = named_in(&quote!(#(#kinds)*), &item.signature.generics);
    shared.declare(&mut generics);
    AttributesOf {
        name,
        generics,
        kinds,
    }
}

fn pascal(name: &str) -> String {
    let words = name.split('_').map(|word| {
        let mut letters = word.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters).collect::<String>()
    });
    words.collect()
}

/// The struct of a slot's attributes, and the hidden function that makes it.
fn slot(
    item: &Item,
    parameter: &Parameter,
    attributes: &[SlotAttribute],
) -> (TokenStream, TokenStream) {
    let AttributesOf {
        name,
        generics,
        kinds,
    } = attributes_of(item, parameter, attributes);
    let names: Vec<&Ident> = attributes.iter().map(|attribute| &attribute.name).collect();
    let visibility = &item.visibility;
    let conditions_of_item = conditions(&item.attributes);
    let (head, arguments, conditions) = generics.split_for_impl();
    let doc = format!(
        "The attributes of the slot `{}` of [`{}`].",
        unraw(&parameter.name),
        unraw(item.name())
    );
    let definition = quote! {
        #(#conditions_of_item)*
        #[doc = #doc]
        #[allow(missing_debug_implementations, unreachable_pub, reason = "generated")]
        #visibility struct #name #generics #conditions { #(#names: #kinds),* }
    };
    let maker = maker_of(&unraw(&parameter.name));
    let maker = quote! {
        #visibility fn #maker #head (#(#names: #kinds),*) -> #name #arguments #conditions {
            #name { #(#names),* }
        }
    };
    (definition, maker)
}

fn members_of_slot(
    item: &Item,
    parameter: &Parameter,
    attributes: &[SlotAttribute],
) -> Vec<TokenStream> {
    let slot = unraw(&parameter.name);
    let defaults = attributes.iter().filter_map(|attribute| {
        let value = attribute.default.as_ref()?;
        let name = default_of_slot(&slot, &unraw(&attribute.name));
        Some(default(item, &name, &attribute.kind, value))
    });
    let takers = attributes.iter().map(|attribute| {
        let name = taker_of_slot(&slot, &unraw(&attribute.name));
        taker(item, &name, &attribute.name, &attribute.kind)
    });
    defaults.chain(takers).collect()
}

/// A hidden function that takes one prop and gives it back: rustc then speaks of this prop alone where its type is wrong.
fn taker(item: &Item, name: &Ident, prop: &Ident, kind: &Type) -> TokenStream {
    let private = private();
    let name = Ident::new(&name.to_string(), Span::call_site().located_at(prop.span()));
    let mut shared = Shared::default();
    let mut kind = kind.clone();
    if kinds::mentions_impl(&kind) {
        return TokenStream::new();
    }
    shared.fill(&mut kind);
    let mut generics = named_in(&kind.to_token_stream(), &item.signature.generics);
    shared.declare(&mut generics);
    let (head, _, conditions) = generics.split_for_impl();
    let visibility = &item.visibility;
    let (taken, given) = match kinds::option_of(&kind) {
        Some(inner) => (
            quote!(impl #private::IntoOptional<#inner>),
            quote!(#private::IntoOptional::into_optional(#prop)),
        ),
        None => (kind.to_token_stream(), quote!(#prop)),
    };
    quote!(#visibility fn #name #head (#prop: #taken) -> #kind #conditions { #given })
}

/// A hidden function that makes a default, where the names in it mean what they mean to its author.
fn default(item: &Item, name: &Ident, kind: &Type, value: &TokenStream) -> TokenStream {
    let mut shared = Shared::default();
    let mut kind = kind.clone();
    shared.fill(&mut kind);
    let target = match kinds::is(&kind, "Children") {
        true => Some(&mut kind),
        false => None,
    };
    if let Some(children) = target {
        shared.lend(children, None);
    }
    let mut generics = named_in(&kind.to_token_stream(), &item.signature.generics);
    shared.declare(&mut generics);
    let (head, _, conditions) = generics.split_for_impl();
    let visibility = &item.visibility;
    let body = quote_spanned!(crate::derive::live_event::span_of(&kind)=> { #value });
    quote!(#visibility fn #name #head () -> #kind #conditions #body)
}

/// The type that bears the component's name, for the hidden functions.
fn named(item: &Item, members: TokenStream) -> TokenStream {
    let name = item.name();
    let visibility = &item.visibility;
    let conditions = conditions(&item.attributes);
    let conditions = quote!(#(#conditions)*);
    let members = (!members.is_empty()).then(|| {
        quote! {
            #conditions
            #[doc(hidden)]
            #[allow(dead_code, unreachable_pub, private_interfaces, reason = "for calls of the component alone")]
            impl #name { #members }
        }
    });
    let place = Span::call_site().located_at(name.span());
    quote_spanned! {place=>
        #conditions
        #[doc(hidden)]
        #[allow(dead_code, unreachable_pub, missing_debug_implementations, reason = "a name for what belongs to the component")]
        #visibility struct #name {}
        #members
    }
}
