//! Laws of the callbacks: `mount`, `handle_event`, `handle_info`, `disconnect`, `render`. Knows no handlers.

use syn::{ReturnType, Type};

use super::method;
use super::signature::{Lent, Parts, lent, parts, plain, receives_mutably};
use crate::diagnostics::{Area, Diagnostics};
use crate::live_view::model::{Callback, Method, Plan, View};

/// Looks at every callback there is.
pub(super) fn check(view: &View, plan: &mut Plan, diagnostics: &mut Diagnostics) {
    plan.mount = method(view, "mount").map(|method| mount(method, diagnostics));
    plan.handle_event = method(view, "handle_event").and_then(|method| {
        let (callback, kind) = takes_one(method, "event: TodosEvents", diagnostics)?;
        Some((callback, kind))
    });
    plan.handle_info = method(view, "handle_info")
        .and_then(|method| takes_one(method, "message: Tick", diagnostics));
    plan.disconnect = method(view, "disconnect").map(|method| disconnect(method, diagnostics));
    plan.render = match (method(view, "render"), &plan.template) {
        (Some(method), None) => Some(render(method, diagnostics)),
        (Some(method), Some(_)) => {
            diagnostics
                .error(
                    method.name().span(),
                    "a template file already says what this view shows",
                )
                .help("remove `render`, or leave `template = …` out of `#[live_view]`");
            None
        }
        (None, Some(_)) => None,
        (None, None) => {
            let message = format!("the view `{}` has no `render`", view.name);
            diagnostics
                .error(view.name.span(), message)
                .help("write `fn render(&self) -> impl Render { html! { … } }`");
            None
        }
    };
    not_yet(view, diagnostics);
}

/// `mount(cx) -> Result<Self>`: there is no state yet.
fn mount(method: &Method, diagnostics: &mut Diagnostics) -> Callback {
    let parts = parts(method, diagnostics);
    plain(method, diagnostics);
    let way_out = "write `fn mount(cx: &mut Context<Self>) -> Result<Self>`";
    if let Some(receiver) = parts.receiver {
        diagnostics
            .error(
                Area::of(receiver),
                "`mount` makes the state, so there is none yet",
            )
            .help(way_out);
    }
    takes_nothing(
        &parts,
        "`mount` is given its context alone",
        way_out,
        diagnostics,
    );
    parts.callback
}

/// `handle_event` and `handle_info` take one value, whose type says what it is.
fn takes_one(
    method: &Method,
    example: &str,
    diagnostics: &mut Diagnostics,
) -> Option<(Callback, Type)> {
    let parts = parts(method, diagnostics);
    plain(method, diagnostics);
    receives_mutably(method, &parts, diagnostics);
    let name = method.name();
    let way_out = format!("write `fn {name}(&mut self, {example}, cx: &mut Context<Self>)`");
    let [parameter] = parts.parameters[..] else {
        let message = format!("`{name}` takes one value");
        let place = parts
            .parameters
            .get(1)
            .map_or(Area::from(name.span()), |second| Area::of(&second.pat));
        diagnostics.error(place, message).help(way_out);
        return None;
    };
    if let Type::Path(path) = &*parameter.ty
        && path
            .path
            .segments
            .first()
            .is_some_and(|segment| segment.ident == "Self")
    {
        let message = format!(
            "the type is what this signature says, so it cannot be `{}`",
            path_text(path)
        );
        diagnostics
            .error(Area::of(&parameter.ty), message)
            .help(way_out);
        return None;
    }
    Some((parts.callback, (*parameter.ty).clone()))
}

fn path_text(path: &syn::TypePath) -> String {
    let names = path
        .path
        .segments
        .iter()
        .map(|segment| segment.ident.to_string());
    names.collect::<Vec<_>>().join("::")
}

/// `disconnect` runs when nobody waits any more.
fn disconnect(method: &Method, diagnostics: &mut Diagnostics) -> Callback {
    let parts = parts(method, diagnostics);
    plain(method, diagnostics);
    let way_out = "write `fn disconnect(&mut self)`";
    at_once(method, way_out, diagnostics);
    receives_mutably(method, &parts, diagnostics);
    takes_nothing(
        &parts,
        "`disconnect` is given the state alone",
        way_out,
        diagnostics,
    );
    no_context(&parts, way_out, diagnostics);
    if let ReturnType::Type(_, kind) = &method.signature.output {
        diagnostics
            .error(
                Area::of(kind),
                "nobody is left to hear what `disconnect` returns",
            )
            .help(way_out);
    }
    parts.callback
}

/// `render` reads the state, at once, and nothing else.
fn render(method: &Method, diagnostics: &mut Diagnostics) -> Callback {
    let parts = parts(method, diagnostics);
    plain(method, diagnostics);
    let way_out = "write `fn render(&self) -> impl Render`";
    at_once(method, way_out, diagnostics);
    match parts.receiver {
        None => {
            diagnostics
                .error(
                    method.name().span(),
                    "`render` reads the state and needs `&self`",
                )
                .help(way_out);
        }
        Some(receiver) if lent(receiver) != Lent::Shared => {
            diagnostics
                .error(
                    Area::of(receiver),
                    "`render` changes nothing: the state is lent to it",
                )
                .help(way_out);
        }
        Some(_) => {}
    }
    takes_nothing(
        &parts,
        "`render` is given the state alone",
        way_out,
        diagnostics,
    );
    no_context(&parts, way_out, diagnostics);
    if matches!(method.signature.output, ReturnType::Default) {
        diagnostics
            .error(method.name().span(), "`render` returns what the page shows")
            .help(way_out);
    }
    parts.callback
}

fn takes_nothing(parts: &Parts<'_>, message: &str, way_out: &str, diagnostics: &mut Diagnostics) {
    for parameter in &parts.parameters {
        diagnostics
            .error(Area::of(&parameter.pat), message)
            .help(way_out);
    }
}

fn no_context(parts: &Parts<'_>, way_out: &str, diagnostics: &mut Diagnostics) {
    if let Some(context) = parts.context {
        let message = format!("`{}` has no context", parts.callback.name);
        diagnostics.error(Area::of(context), message).help(way_out);
    }
}

fn at_once(method: &Method, way_out: &str, diagnostics: &mut Diagnostics) {
    if let Some(keyword) = &method.signature.asyncness {
        let message = format!("`{}` cannot wait", method.name());
        diagnostics.error(keyword.span, message).help(way_out);
    }
}

/// A callback of that name would never be called; better to say so.
fn not_yet(view: &View, diagnostics: &mut Diagnostics) {
    if let Some(method) = method(view, "handle_params") {
        diagnostics
            .error(
                method.name().span(),
                "`handle_params` is not called: live navigation is not there yet",
            )
            .help("read the parameters in `mount` with `cx.params()`");
    }
}
