//! What the value of a binding means: a handler with arguments, or a value made elsewhere. Emits nothing.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};

use super::site::Site;
use crate::diagnostics::{Area, Diagnostics};
use crate::html::ast::{Expression, Handler, Handlers, Text, Value};
use crate::names::nearest;

/// What a binding means.
pub(super) enum Bound<'h> {
    /// A handler that the header names.
    Handler(Call<'h>),
    /// A name that only the author's own enum knows.
    Open {
        /// The name.
        name: String,
        /// Where.
        area: Area,
        /// What it is called with; nothing where it is a bare name.
        arguments: Option<Vec<TokenStream>>,
    },
    /// A function of an enum of events, called by its path: `TodosEvents::edit_1(&id)`.
    Path {
        /// The enum.
        events: TokenStream,
        /// The function.
        function: Ident,
    },
    /// An expression whose value is a binding.
    Value,
}

/// A handler, called.
pub(super) struct Call<'h> {
    /// The handler.
    pub(super) handler: &'h Handler,
    /// Its name in the template.
    pub(super) area: Area,
    /// What it is called with.
    pub(super) arguments: Vec<TokenStream>,
}

/// Finds out what a binding means, and says so where it means nothing.
pub(super) fn resolve<'h>(
    site: &Site<'_>,
    handlers: Option<&'h Handlers>,
    diagnostics: &mut Diagnostics,
) -> Option<Bound<'h>> {
    if handlers.is_some_and(Handlers::is_unchecked) {
        return None;
    }
    let attribute = &*site.attribute;
    let name = attribute.name.text.as_str();
    match &attribute.value {
        Value::Static(text) => bare(name, text, handlers, diagnostics),
        Value::Expression(expression) => expressed(site, expression, handlers, diagnostics),
        Value::Bare => {
            diagnostics
                .error(attribute.name.area, format!("`{name}` names no handler"))
                .help(format!(
                    "write `{name}=\"handler\"` or `{name}={{handler(argument)}}`"
                ));
            None
        }
        Value::Interpolated(_, span) => {
            diagnostics
                .error(*span, "a binding is no text to put values into")
                .help(format!(
                    "write `{name}={{handler(argument)}}`: arguments are typed"
                ));
            None
        }
    }
}

/// `dj-click="add"`.
fn bare<'h>(
    attribute: &str,
    text: &Text,
    handlers: Option<&'h Handlers>,
    diagnostics: &mut Diagnostics,
) -> Option<Bound<'h>> {
    let name = text.value.as_str();
    if let Some(call) = written_call(name) {
        diagnostics
            .error(text.area, "arguments in a text cannot be checked")
            .help(format!("write `{attribute}={{{call}}}`"));
        return None;
    }
    if syn::parse_str::<Ident>(name).is_err() {
        diagnostics
            .error(text.area, format!("`{name}` is not the name of a handler"))
            .help(format!(
                "write `{attribute}=\"handler\"` or `{attribute}={{handler(argument)}}`"
            ));
        return None;
    }
    let Some(handlers) = handlers else {
        diagnostics
            .error(text.area, no_view(&format!("a handler `{name}`")))
            .help(format!(
                "pass a `Binding` in and write `{attribute}={{binding}}`, or name the view's events: \
                 `{attribute}={{TodosEvents::{name}()}}`"
            ));
        return None;
    };
    named(name, text.area, handlers, None, diagnostics)
}

/// What is said where the header of `#[live_view]` is missing.
pub(super) fn no_view(what: &str) -> String {
    format!("no view is in sight here that could have {what}")
}

/// `["toggle",7]` or `toggle(7)` in a text: the call it should have been.
fn written_call(text: &str) -> Option<String> {
    let text = text.trim();
    if let Some(array) = text.strip_prefix('[') {
        let (name, arguments) = array.split_once(',').unwrap_or((array, ""));
        let name = name.trim().trim_matches([']', '"', '\'', '`']);
        return Some(format!(
            "{name}({})",
            arguments.trim().trim_end_matches(']')
        ));
    }
    (text.ends_with(')') && text.contains('(')).then(|| text.to_owned())
}

/// `dj-click={…}`.
fn expressed<'h>(
    site: &Site<'_>,
    expression: &Expression,
    handlers: Option<&'h Handlers>,
    diagnostics: &mut Diagnostics,
) -> Option<Bound<'h>> {
    let tokens: Vec<TokenTree> = expression.tokens.clone().into_iter().collect();
    match &tokens[..] {
        [TokenTree::Literal(literal)] => {
            diagnostics
                .error(literal.span(), "a binding in braces is a handler, called")
                .help(format!(
                    "write `{}` for a handler without arguments",
                    site.without_arguments(literal.to_string().trim_matches('"'))
                ));
            None
        }
        [TokenTree::Punct(bar), ..] if bar.as_char() == '|' => {
            no_closure(site, expression.span, diagnostics);
            None
        }
        [TokenTree::Ident(word), TokenTree::Punct(bar), ..]
            if word == "move" && bar.as_char() == '|' =>
        {
            no_closure(site, expression.span, diagnostics);
            None
        }
        [TokenTree::Ident(name)] => {
            let known = handlers.and_then(|handlers| handlers.named(&name.to_string()));
            Some(known.map_or(Bound::Value, |handler| {
                Bound::Handler(Call {
                    handler,
                    area: name.span().into(),
                    arguments: Vec::new(),
                })
            }))
        }
        [TokenTree::Ident(name), TokenTree::Group(group)]
            if group.delimiter() == Delimiter::Parenthesis =>
        {
            // A capital makes no handler: `Some(…)`.
            let is_handler = !name.to_string().starts_with(char::is_uppercase);
            let Some(handlers) = handlers.filter(|_| is_handler) else {
                return Some(Bound::Value);
            };
            let arguments = Some(arguments(group.stream()));
            named(
                &name.to_string(),
                name.span().into(),
                handlers,
                arguments,
                diagnostics,
            )
        }
        _ => match method_call(&tokens, handlers) {
            Some(call) => {
                no_method_call(site, &call, expression.span, diagnostics);
                None
            }
            None => Some(path_call(&tokens).unwrap_or(Bound::Value)),
        },
    }
}

fn no_method_call(site: &Site<'_>, call: &str, span: Span, diagnostics: &mut Diagnostics) {
    diagnostics
        .error(
            span,
            "a handler is called by the page, when the event comes",
        )
        .help(match site.frame() {
            Some((before, behind)) => format!("leave `self` out: `{before}{call}{behind}`"),
            None => "leave `self` out".to_owned(),
        });
}

/// A page calls handlers by their names; it cannot call what only this process knows.
fn no_closure(site: &Site<'_>, span: Span, diagnostics: &mut Diagnostics) {
    diagnostics
        .error(span, "a page cannot call a closure: a binding names a handler")
        .help(format!(
            "put what it does into `#[event_handler] fn add(&mut self)` in the `#[live_view] impl`, and write `{}`",
            site.without_arguments("add")
        ));
}

/// `self.add(1)`, where `add` is a handler: the call that was meant.
fn method_call(tokens: &[TokenTree], handlers: Option<&Handlers>) -> Option<String> {
    let [
        TokenTree::Ident(receiver),
        TokenTree::Punct(point),
        TokenTree::Ident(name),
        TokenTree::Group(arguments),
    ] = tokens
    else {
        return None;
    };
    let is_method = receiver == "self" && point.as_char() == '.';
    let is_handler = handlers.is_some_and(|handlers| handlers.named(&name.to_string()).is_some());
    (is_method && is_handler).then(|| format!("{name}{arguments}"))
}

/// `TodosEvents::edit_1(&id)`. Types of other names may be anything, parameters of the function around among them.
fn path_call<'h>(tokens: &[TokenTree]) -> Option<Bound<'h>> {
    let [
        path @ ..,
        TokenTree::Ident(events),
        TokenTree::Punct(_),
        TokenTree::Punct(_),
        TokenTree::Ident(function),
        TokenTree::Group(arguments),
    ] = tokens
    else {
        return None;
    };
    let is_path = |token: &TokenTree| match token {
        TokenTree::Ident(word) => word != "Self",
        TokenTree::Punct(mark) => mark.as_char() == ':',
        _ => false,
    };
    let is_one = events.to_string().ends_with("Events")
        && arguments.delimiter() == Delimiter::Parenthesis
        && path.iter().all(is_path)
        && tokens[path.len() + 1..path.len() + 3].iter().all(is_path);
    is_one.then(|| Bound::Path {
        events: tokens[..=path.len()].iter().cloned().collect(),
        function: function.clone(),
    })
}

/// A name where a handler's is expected.
fn named<'h>(
    name: &str,
    area: Area,
    handlers: &'h Handlers,
    arguments: Option<Vec<TokenStream>>,
    diagnostics: &mut Diagnostics,
) -> Option<Bound<'h>> {
    if handlers.is_open {
        return Some(Bound::Open {
            name: name.to_owned(),
            area,
            arguments,
        });
    }
    if let Some(handler) = handlers.named(name) {
        let arguments = arguments.unwrap_or_default();
        return Some(Bound::Handler(Call {
            handler,
            area,
            arguments,
        }));
    }
    let names: Vec<String> = handlers.handlers.iter().map(Handler::spelling).collect();
    let help = match nearest(name, names.iter().map(String::as_str)) {
        Some(near) => format!("did you mean `{near}`?"),
        None if arguments.is_some() => format!(
            "write `#[event_handler] fn {name}(&mut self, …)`; a function that makes a `Binding` is called by a path, \
             as in `self::{name}(…)`"
        ),
        None => format!("write `#[event_handler] fn {name}(&mut self)` in the `#[live_view] impl`"),
    };
    diagnostics
        .error(area, format!("this view has no event handler `{name}`"))
        .help(help);
    None
}

/// The arguments between commas; a comma between the angles of `::<A, B>` belongs to them.
pub(super) fn arguments(tokens: TokenStream) -> Vec<TokenStream> {
    let mut arguments = Vec::new();
    let mut current: Vec<TokenTree> = Vec::new();
    let mut angles = 0_usize;
    for token in tokens {
        let mark = match &token {
            TokenTree::Punct(mark) => mark.as_char(),
            _ => ' ',
        };
        let follows_path =
            matches!(current.last(), Some(TokenTree::Punct(mark)) if mark.as_char() == ':');
        match mark {
            '<' if follows_path || angles > 0 => angles += 1,
            '>' => angles = angles.saturating_sub(1),
            _ => {}
        }
        if mark == ',' && angles == 0 {
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

/// From the first to the last token of an argument.
pub(super) fn area_of(argument: &TokenStream, otherwise: Span) -> Area {
    let tokens: Vec<Span> = argument
        .clone()
        .into_iter()
        .map(|token| token.span())
        .collect();
    Area {
        first: tokens.first().copied().unwrap_or(otherwise),
        last: tokens.last().copied().unwrap_or(otherwise),
    }
}
