//! Bindings against the view's handlers: names, and how a call becomes a value. Knows no nesting law.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

use crate::diagnostics::Diagnostics;
use crate::html::ast::{Attribute, Element, Expression, Handlers, Value};

/// The browser events that bind to a handler; a modifier follows a point (`dj-keydown.enter`).
const BINDINGS: [&str; 8] = [
    "dj-click",
    "dj-input",
    "dj-change",
    "dj-submit",
    "dj-keydown",
    "dj-keyup",
    "dj-focus",
    "dj-blur",
];

/// Whether an attribute of this name binds an event.
pub fn is_binding(name: &str) -> bool {
    let event = name.split('.').next().unwrap_or(name);
    BINDINGS.contains(&event)
}

/// Looks at the bindings of one element.
pub fn check(element: &Element, handlers: Option<&Handlers>, diagnostics: &mut Diagnostics) {
    for attribute in &element.attributes {
        if is_binding(&attribute.name.text) {
            check_binding(attribute, handlers, diagnostics);
        }
    }
}

fn check_binding(
    attribute: &Attribute,
    handlers: Option<&Handlers>,
    diagnostics: &mut Diagnostics,
) {
    let Value::Static(name) = &attribute.value else {
        return;
    };
    let Some(handlers) = handlers else {
        diagnostics
            .error(
                name.area,
                format!("there is no view here that has a handler `{}`", name.value),
            )
            .help("bare names work in the `html!` of a `#[live_view] impl`; elsewhere pass a `Binding`");
        return;
    };
    if !handlers.is_open
        && !handlers
            .handlers
            .iter()
            .any(|handler| handler.name == name.value)
    {
        diagnostics.error(
            name.area,
            format!("this view has no event handler `{}`", name.value),
        );
    }
}

/// What a binding's value is in generated code: `toggle(id)` becomes a call of the event enum's hidden function.
pub fn lower(expression: &Expression, handlers: Option<&Handlers>) -> Expression {
    let called = handlers.and_then(|handlers| call(expression, handlers));
    Expression {
        tokens: called.unwrap_or_else(|| expression.tokens.clone()),
        span: expression.span,
    }
}

fn call(expression: &Expression, handlers: &Handlers) -> Option<TokenStream> {
    let mut tokens = expression.tokens.clone().into_iter();
    let (Some(TokenTree::Ident(name)), Some(TokenTree::Group(arguments)), None) =
        (tokens.next(), tokens.next(), tokens.next())
    else {
        return None;
    };
    if arguments.delimiter() != Delimiter::Parenthesis
        || !handlers.handlers.iter().any(|handler| handler.name == name)
    {
        return None;
    }
    let events = Ident::new(&handlers.events.to_string(), name.span());
    let references = arguments_of(arguments.stream())
        .into_iter()
        .map(|argument| quote!(&(#argument)));
    let references = quote_spanned!(arguments.span()=> (#(#references),*));
    Some(quote!(#events::#name #references))
}

/// The arguments between top-level commas.
fn arguments_of(tokens: TokenStream) -> Vec<TokenStream> {
    let mut arguments = Vec::new();
    let mut current: Vec<TokenTree> = Vec::new();
    for token in tokens {
        if matches!(&token, TokenTree::Punct(mark) if mark.as_char() == ',') {
            arguments.push(std::mem::take(&mut current).into_iter().collect());
        } else {
            current.push(token);
        }
    }
    if !current.is_empty() {
        arguments.push(current.into_iter().collect());
    }
    arguments
}

/// Attributes that an element gets from the handlers it names.
pub fn added_attributes(
    _element: &Element,
    _handlers: Option<&Handlers>,
) -> Vec<(&'static str, String)> {
    Vec::new()
}
