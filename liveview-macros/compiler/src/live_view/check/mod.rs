//! The laws of a view, one function each; every mistake is told at once. What obeys them becomes the plan.

mod callbacks;
mod handlers;
mod signature;

use proc_macro2::TokenTree;

use super::model::{Member, Method, Plan, View};
use super::template::Template;
use crate::diagnostics::{Area, Diagnostics};
use crate::html::branches;

/// Looks at the whole view.
pub(super) fn check(
    view: &View,
    template: Option<Template>,
    diagnostics: &mut Diagnostics,
) -> Plan {
    let mut plan = Plan {
        template,
        ..Plan::default()
    };
    no_generics(view, diagnostics);
    no_trait(view, diagnostics);
    no_types(view, diagnostics);
    for method in view.methods() {
        branches::check(&method.body.stream(), diagnostics);
    }
    callbacks::check(view, &mut plan, diagnostics);
    handlers::check(view, &mut plan, diagnostics);
    plan
}

/// Events are named in templates and sent by browsers, where type parameters have no meaning.
fn no_generics(view: &View, diagnostics: &mut Diagnostics) {
    if let Some(parameter) = view.generics.params.first() {
        let message = format!("the view `{}` cannot have parameters", view.name);
        diagnostics
            .error(Area::of(parameter), message)
            .help("write the types themselves; one `#[live_view] impl` a type");
    }
}

/// The trait is implemented from an impl of the state itself.
fn no_trait(view: &View, diagnostics: &mut Diagnostics) {
    if let Some(of_trait) = &view.of_trait {
        diagnostics
            .error(
                Area::of(of_trait),
                "`#[live_view]` stands on the impl of the state itself",
            )
            .help(format!(
                "write `impl {} {{ … }}`; the trait is implemented for you",
                view.name
            ));
    }
}

/// `type Message = …;` belongs to a trait; here the signature says it.
fn no_types(view: &View, diagnostics: &mut Diagnostics) {
    for member in &view.members {
        let Member::Other(tokens) = member else {
            continue;
        };
        let words: Vec<String> = tokens
            .clone()
            .into_iter()
            .take(2)
            .map(|token| token.to_string())
            .collect();
        let callback = match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            ["type", "Message"] => "handle_info(&mut self, message: …)",
            ["type", "Event"] => "handle_event(&mut self, event: …)",
            _ => continue,
        };
        let keyword = tokens
            .clone()
            .into_iter()
            .next()
            .as_ref()
            .map(TokenTree::span);
        diagnostics
            .error(
                keyword.unwrap_or(view.braces),
                format!("`type {}` is not needed here", words[1]),
            )
            .help(format!(
                "the type of the parameter says it: `fn {callback}`"
            ));
    }
}

/// The first of several methods of a name; rustc reports the others.
fn method<'v>(view: &'v View, name: &str) -> Option<&'v Method> {
    view.methods()
        .find(|method| method.name() == name && method.handler.is_none())
}
