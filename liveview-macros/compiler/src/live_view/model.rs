//! What an author wrote and what we understood of it, as data. Decides nothing.

use proc_macro2::{Group, Ident, Span, TokenStream};
use syn::{Attribute, Generics, Signature, Token, Type, Visibility};

use super::template::Template;
use crate::derive::model::Event;

/// A `#[live_view] impl`, its bodies unparsed.
pub(super) struct View {
    /// What stands above it.
    pub(super) attributes: Vec<Attribute>,
    /// The keyword.
    pub(super) impl_token: Token![impl],
    /// Between the keyword and the type, with the `where`.
    pub(super) generics: Generics,
    /// `LiveView for`, which should not be there.
    pub(super) of_trait: Option<Type>,
    /// The state.
    pub(super) state: Type,
    /// Its last name.
    pub(super) name: Ident,
    /// The braces.
    pub(super) braces: Span,
    /// What stands in them, in order.
    pub(super) members: Vec<Member>,
}

/// Anything in the impl.
pub(super) enum Member {
    /// A method or function.
    Method(Box<Method>),
    /// A constant, a type, a macro call.
    Other(TokenStream),
}

/// A method or function, its body raw.
pub(super) struct Method {
    /// What stands above it, without our own.
    pub(super) attributes: Vec<Attribute>,
    /// Who may call it.
    pub(super) visibility: Visibility,
    /// Its head.
    pub(super) signature: Signature,
    /// Its body, braces and all.
    pub(super) body: Group,
    /// `#[event_handler]`, where it stands above it.
    pub(super) handler: Option<Attribute>,
}

/// What we understood: what the trait's functions call.
#[derive(Default)]
pub(super) struct Plan {
    /// The handlers in order.
    pub(super) handlers: Vec<Handler>,
    /// `mount`.
    pub(super) mount: Option<Callback>,
    /// `handle_event`, where the events are an enum of the author's, with that enum.
    pub(super) handle_event: Option<(Callback, Type)>,
    /// `handle_info`, with the type of its messages.
    pub(super) handle_info: Option<(Callback, Type)>,
    /// `disconnect`.
    pub(super) disconnect: Option<Callback>,
    /// `render`.
    pub(super) render: Option<Callback>,
    /// The file that stands for `render`.
    pub(super) template: Option<Template>,
}

/// One `#[event_handler]`.
pub(super) struct Handler {
    /// How it is called.
    pub(super) callback: Callback,
    /// What the browser sees of it.
    pub(super) event: Event,
}

/// How one function of the author's is called.
#[derive(Clone)]
pub(super) struct Callback {
    /// Its name.
    pub(super) name: Ident,
    /// Whether it is awaited.
    pub(super) asynchronous: bool,
    /// Whether it takes the context.
    pub(super) context: bool,
}

impl Method {
    /// Its name.
    pub(super) fn name(&self) -> &Ident {
        &self.signature.ident
    }
}

impl View {
    /// The methods, in order.
    pub(super) fn methods(&self) -> impl Iterator<Item = &Method> {
        self.members.iter().filter_map(|member| match member {
            Member::Method(method) => Some(&**method),
            Member::Other(_) => None,
        })
    }
}
