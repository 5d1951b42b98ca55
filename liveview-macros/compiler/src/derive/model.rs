//! The events of a view as data: written by `#[live_view]` from handlers, by `#[derive(LiveEvent)]` from an enum. Decides nothing.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Attribute, Type};

use crate::diagnostics::Area;
use crate::names::{ident, respanned, spelt, unraw};
use crate::runtime_path::private;

/// A set of events.
pub struct Events {
    /// The enum.
    pub name: Ident,
    /// The events in order.
    pub events: Vec<Event>,
    /// Whether the enum is the author's own, so that templates cannot know its events by name.
    pub is_by_hand: bool,
}

/// One event: a variant of the enum.
#[derive(Clone)]
pub struct Event {
    /// The handler's name, or the variant's in its spelling.
    pub name: Ident,
    /// The variant.
    pub variant: Ident,
    /// Whether the variant's fields have names.
    pub shape: Shape,
    /// The fields, which are the parameters.
    pub parameters: Vec<Parameter>,
    /// When it is sent.
    pub timing: Timing,
    /// The `#[cfg]`s it stands under.
    pub conditions: Vec<Attribute>,
}

/// How the fields of a variant are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// `Name`.
    Unit,
    /// `Name { field: Type }`.
    Named,
    /// `Name(Type)`.
    Tuple,
}

/// One parameter.
#[derive(Clone)]
pub struct Parameter {
    /// Its name, which is a number in a tuple.
    pub name: String,
    /// The name as a token.
    pub ident: Ident,
    /// Its type.
    pub kind: Type,
}

/// When an event is sent, in milliseconds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Timing {
    /// So long after the last one.
    pub debounce: Option<u32>,
    /// At most once in so long.
    pub throttle: Option<u32>,
}

impl Event {
    /// The name as a template spells it.
    pub fn spelling(&self) -> String {
        unraw(&self.name)
    }

    /// The variant with its fields bound, or built from, names or values in their order.
    pub fn fields(&self, values: &[TokenStream]) -> TokenStream {
        let names = self.parameters.iter().map(|parameter| &parameter.ident);
        match self.shape {
            Shape::Unit => TokenStream::new(),
            Shape::Named => quote!({ #(#names: #values),* }),
            Shape::Tuple => quote!((#(#values),*)),
        }
    }
}

/// `toggle_all` as a variant: `ToggleAll`.
pub fn variant_of(handler: &Ident) -> Ident {
    let mut variant = String::new();
    let name = unraw(handler);
    for word in name.split('_') {
        let mut characters = word.chars();
        variant.extend(characters.next().into_iter().flat_map(char::to_uppercase));
        variant.push_str(characters.as_str());
    }
    // `Self` is no variant; a name of underscores or digits alone is none either.
    if variant == "Self" || !variant.starts_with(char::is_alphabetic) {
        variant.insert_str(0, "On");
    }
    Ident::new(&variant, handler.span())
}

/// `ToggleAll` as a handler: `toggle_all`.
pub fn handler_of(variant: &Ident) -> Ident {
    let mut handler = String::new();
    for (index, character) in unraw(variant).chars().enumerate() {
        if index > 0 && character.is_uppercase() {
            handler.push('_');
        }
        handler.extend(character.to_lowercase());
    }
    ident(&handler, variant.span())
}

/// A member of a type's `EventParam`, its place the type's, so that a type that has none is underlined itself.
pub fn param_member(kind: &Type, member: &str) -> TokenStream {
    let area = Area::of(kind);
    let private = respanned(private(), area.first);
    let start = quote_spanned!(area.first=> <);
    let member = Ident::new(member, area.last);
    let end = quote_spanned!(area.last=> as #private::EventParam>::#member);
    quote!(#start #kind #end)
}

/// What templates may know of a parameter or a field.
pub fn field_spec(name: &str, kind: &Type, has_default: bool) -> TokenStream {
    let private = private();
    let type_name = spelt(kind);
    let known = param_member(kind, "KIND");
    let optional = match has_default {
        true => quote!(true),
        false => param_member(kind, "OPTIONAL"),
    };
    quote! {
        #private::FieldSpec { name: #name, type_name: #type_name, optional: #optional, kind: #known }
    }
}
