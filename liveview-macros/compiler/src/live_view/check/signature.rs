//! Laws of a single signature: receiver, context, what stands before `fn`. Does not know what the function is for.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::{FnArg, Pat, PatType, ReceiverKind, Type};

use crate::diagnostics::{Area, Diagnostics};
use crate::live_view::model::{Callback, Method};

/// A signature taken apart.
pub(super) struct Parts<'m> {
    /// How it is called.
    pub(super) callback: Callback,
    /// `self` in some form.
    pub(super) receiver: Option<&'m syn::Receiver>,
    /// The context.
    pub(super) context: Option<&'m PatType>,
    /// What stands between `self` and the context.
    pub(super) parameters: Vec<&'m PatType>,
}

/// Takes a signature apart; the context has to be last.
pub(super) fn parts<'m>(method: &'m Method, diagnostics: &mut Diagnostics) -> Parts<'m> {
    let mut parts = Parts {
        callback: Callback {
            name: method.name().clone(),
            asynchronous: method.signature.asyncness.is_some(),
            context: false,
        },
        receiver: None,
        context: None,
        parameters: Vec::new(),
    };
    for input in &method.signature.inputs {
        match input {
            FnArg::Receiver(receiver) => parts.receiver = Some(receiver),
            FnArg::Typed(typed) if is_context(&typed.ty) => {
                borrowed_context(typed, diagnostics);
                parts.callback.context = true;
                parts.context = Some(typed);
            }
            FnArg::Typed(typed) => {
                if parts.callback.context {
                    let message = format!("the context of `{}` comes last", method.name());
                    diagnostics
                        .error(Area::of(&typed.pat), message)
                        .help("move `cx: &mut Context<Self>` to the end");
                }
                parts.parameters.push(typed);
            }
        }
    }
    parts
}

/// Callbacks get their context lent.
fn borrowed_context(typed: &PatType, diagnostics: &mut Diagnostics) {
    let lent = matches!(&*typed.ty, Type::Reference(reference) if reference.mutability.is_some());
    if !lent {
        diagnostics
            .error(Area::of(&typed.ty), "the context is lent to a callback")
            .help("write `cx: &mut Context<Self>`");
    }
}

/// Nothing stands before `fn` but `async`, and no parameters behind the name.
pub(super) fn plain(method: &Method, diagnostics: &mut Diagnostics) {
    let signature = &method.signature;
    let name = method.name();
    let qualifiers = [
        signature.constness.as_ref().map(ToTokens::to_token_stream),
        Some(signature.safety.to_token_stream()).filter(|safety| !safety.is_empty()),
        signature.abi.as_ref().map(ToTokens::to_token_stream),
    ];
    for qualifier in qualifiers.into_iter().flatten() {
        let message = format!("`{name}` is called by the framework and cannot be `{qualifier}`");
        diagnostics
            .error(Area::of(&qualifier), message)
            .help(format!("write `fn {name}` or `async fn {name}`"));
    }
    if let Some(parameter) = signature.generics.params.first() {
        let message = format!(
            "`{name}` is called by the framework and cannot have type or lifetime parameters"
        );
        diagnostics
            .error(Area::of(parameter), message)
            .help("write the types themselves");
    }
}

/// A receiver that can change the state.
pub(super) fn receives_mutably(method: &Method, parts: &Parts<'_>, diagnostics: &mut Diagnostics) {
    let name = method.name();
    let way_out = format!("write `fn {name}(&mut self, …)`");
    match parts.receiver {
        None => {
            let message = format!("`{name}` works on the view's state and needs `&mut self`");
            diagnostics.error(name.span(), message).help(way_out);
        }
        Some(receiver) if lent(receiver) == Lent::Not => {
            let message = format!("`{name}` cannot take the state away from the session");
            diagnostics.error(Area::of(receiver), message).help(way_out);
        }
        Some(receiver) if lent(receiver) == Lent::Shared && parts.callback.asynchronous => {
            let message = format!("`async fn {name}(&self)` would ask for a state that is `Sync`");
            diagnostics
                .error(Area::of(receiver), message)
                .help("write `&mut self`: nobody else holds the state");
        }
        Some(_) => {}
    }
}

/// How a receiver gets the state.
#[derive(PartialEq, Eq)]
pub(super) enum Lent {
    /// `self`.
    Not,
    /// `&self`.
    Shared,
    /// `&mut self`.
    Mutably,
}

/// How this receiver gets the state.
pub(super) fn lent(receiver: &syn::Receiver) -> Lent {
    match &receiver.kind {
        ReceiverKind::Reference(_, _, Some(_)) => Lent::Mutably,
        ReceiverKind::Reference(_, _, None) => Lent::Shared,
        ReceiverKind::Typed(_, kind) => match &**kind {
            Type::Reference(reference) if reference.mutability.is_some() => Lent::Mutably,
            Type::Reference(_) => Lent::Shared,
            _ => Lent::Not,
        },
        _ => Lent::Not,
    }
}

/// The name of a parameter, which is how the browser's values find it.
pub(super) fn name_of(typed: &PatType) -> Option<&Ident> {
    match &*typed.pat {
        Pat::Ident(pattern) if pattern.subpat.is_none() && pattern.by_ref.is_none() => {
            Some(&pattern.ident)
        }
        _ => None,
    }
}

/// `Context<…>`, lent or not, under any path.
fn is_context(kind: &Type) -> bool {
    match kind {
        Type::Reference(reference) => is_context(&reference.elem),
        Type::Path(path) => path
            .path
            .segments
            .last()
            .is_some_and(|segment| segment.ident == "Context"),
        _ => false,
    }
}
