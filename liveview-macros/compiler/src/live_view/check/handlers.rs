//! Laws of the handlers: what a browser may call, and with what. Knows no callbacks.

use syn::{PatType, Type};

use super::signature::{Parts, name_of, parts, plain, receives_mutably};
use crate::derive::live_event::{conditions, timing};
use crate::derive::model::{Event, Parameter, Shape, variant_of};
use crate::diagnostics::{Area, Diagnostics};
use crate::live_view::model::{Handler, Method, Plan, View};
use crate::names::unraw;

const CALLBACKS: [&str; 6] = [
    "mount",
    "handle_event",
    "handle_info",
    "handle_params",
    "disconnect",
    "render",
];

/// Looks at every handler. One that breaks a law is still named in the plan, so that templates find it.
pub(super) fn check(view: &View, plan: &mut Plan, diagnostics: &mut Diagnostics) {
    for method in view.methods() {
        let Some(attribute) = &method.handler else {
            continue;
        };
        if plan.handle_event.is_some() {
            diagnostics
                .error(
                    Area::of(attribute),
                    "this view has a `handle_event` of its own",
                )
                .help("either handlers, or `handle_event` with an enum that derives `LiveEvent`");
            continue;
        }
        let handler = handler(method, attribute, diagnostics);
        if is_new(&handler, plan, diagnostics) {
            plan.handlers.push(handler);
        }
    }
}

fn handler(method: &Method, attribute: &syn::Attribute, diagnostics: &mut Diagnostics) -> Handler {
    let parts = parts(method, diagnostics);
    plain(method, diagnostics);
    receives_mutably(method, &parts, diagnostics);
    no_callback(method, diagnostics);
    let parameters = parameters(&parts, diagnostics);
    Handler {
        event: Event {
            name: method.name().clone(),
            variant: variant_of(method.name()),
            shape: if parameters.is_empty() {
                Shape::Unit
            } else {
                Shape::Named
            },
            parameters,
            timing: timing(
                "event_handler",
                std::slice::from_ref(attribute),
                diagnostics,
            ),
            conditions: conditions(&method.attributes),
        },
        callback: parts.callback,
    }
}

/// The framework calls callbacks; a browser must not.
fn no_callback(method: &Method, diagnostics: &mut Diagnostics) {
    let name = method.name();
    if name == "update_model" {
        diagnostics
            .error(
                name.span(),
                "`update_model` is what `dj-model` sends, and cannot be an event too",
            )
            .help("give the handler another name");
    }
    if CALLBACKS.iter().any(|callback| name == callback) {
        diagnostics
            .error(
                name.span(),
                format!("`{name}` is called by the framework and cannot be an event too"),
            )
            .help("give the handler another name");
    }
}

/// Every parameter has a name, by which the browser's values find it, and owns its value.
fn parameters(parts: &Parts<'_>, diagnostics: &mut Diagnostics) -> Vec<Parameter> {
    let named = parts.parameters.iter().filter_map(|typed| {
        if !is_owned(typed, diagnostics) {
            return None;
        }
        let Some(name) = name_of(typed) else {
            diagnostics
                .error(
                    Area::of(&typed.pat),
                    "a handler's parameter needs a name: values find it by that",
                )
                .help("write `name: Type`");
            return None;
        };
        Some(Parameter {
            name: unraw(name),
            ident: name.clone(),
            kind: (*typed.ty).clone(),
        })
    });
    named.collect()
}

fn is_owned(typed: &PatType, diagnostics: &mut Diagnostics) -> bool {
    let help = match &*typed.ty {
        Type::Reference(reference) => match &*reference.elem {
            Type::Path(path) if path.path.is_ident("str") => "write `String`",
            _ => "write the type without `&`",
        },
        Type::ImplTrait(_) => "write the type itself",
        _ => return true,
    };
    let message = "a browser sends this value, so the handler owns it";
    diagnostics.error(Area::of(&typed.ty), message).help(help);
    false
}

/// Two handlers of a name: rustc reports them as methods. Two names with one variant: only we can.
fn is_new(handler: &Handler, plan: &Plan, diagnostics: &mut Diagnostics) -> bool {
    let same = plan
        .handlers
        .iter()
        .find(|known| known.event.variant == handler.event.variant);
    let Some(known) = same else { return true };
    let (old, new) = (&known.event.name, &handler.event.name);
    let conditional = !known.event.conditions.is_empty() && !handler.event.conditions.is_empty();
    if old == new {
        return conditional;
    }
    let message = format!(
        "`{new}` and `{old}` would be one event, `{}`",
        handler.event.variant
    );
    diagnostics
        .error(new.span(), message)
        .help("name one of them otherwise");
    false
}
