//! A function under `#[component]` as its author wrote it, and what we understood of it. Decides nothing.

use proc_macro2::{Group, Ident, TokenStream};
use syn::{Attribute, Signature, Type, Visibility};

/// The function, its body unparsed.
pub(super) struct Item {
    /// What stands above it.
    pub(super) attributes: Vec<Attribute>,
    /// Who may call it.
    pub(super) visibility: Visibility,
    /// Its head.
    pub(super) signature: Signature,
    /// Its body, braces and all.
    pub(super) body: Group,
}

/// One parameter, understood.
pub(super) struct Parameter {
    /// What stands above it, without our own.
    pub(super) attributes: Vec<Attribute>,
    /// Whether it is `mut`.
    pub(super) is_mutable: bool,
    /// Its name.
    pub(super) name: Ident,
    /// Its type.
    pub(super) kind: Type,
    /// What it is where nothing is given.
    pub(super) default: Option<Default>,
    /// What it is given by.
    pub(super) role: Role,
}

/// What a parameter is where nothing is given.
pub(super) enum Default {
    /// Its type's default.
    OfType,
    /// This, raw.
    Expression(TokenStream),
}

/// What a parameter is given by.
pub(super) enum Role {
    /// An attribute.
    Value,
    /// An attribute that names a handler.
    Binding,
    /// All attributes that are no props.
    Rest,
    /// What stands between the tags.
    Children,
    /// What stands between the tags of a slot.
    Slot {
        /// Whether it may be given more than once.
        is_many: bool,
        /// Whether it gives a value.
        has_argument: bool,
        /// Its attributes.
        attributes: Vec<SlotAttribute>,
    },
}

/// An attribute of a slot: `label: &str` in `#[slot(label: &str)]`.
pub(super) struct SlotAttribute {
    /// Its name.
    pub(super) name: Ident,
    /// Its type.
    pub(super) kind: Type,
    /// What it is where nothing is given, raw.
    pub(super) default: Option<TokenStream>,
}

impl Item {
    /// The component's name.
    pub(super) fn name(&self) -> &Ident {
        &self.signature.ident
    }
}

impl Parameter {
    /// Whether it is a slot, or what stands between the tags: such parameters come last.
    pub(super) fn is_content(&self) -> bool {
        matches!(self.role, Role::Children | Role::Slot { .. })
    }
}
