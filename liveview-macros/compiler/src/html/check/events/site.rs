//! The calls that one attribute makes: its whole value, each of its shortcuts, what its commands push. Resolves none.

use std::borrow::Cow;

use proc_macro2::{Group, TokenStream, TokenTree};

use super::resolve::arguments;
use super::shortcut;
use super::table::{Brings, Event, Kind, event, parts};
use crate::html::ast::{Attribute, Expression, Text, Value};

/// A place where a handler is called.
pub(super) struct Site<'a> {
    /// The attribute, whose value is this call alone.
    pub(super) attribute: Cow<'a, Attribute>,
    way: Way,
}

/// How it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// It is the attribute's value.
    Whole,
    /// A command of the attribute's pushes it.
    Pushed,
    /// Keys call it.
    Shortcut,
}

impl<'a> Site<'a> {
    /// The value of an attribute as one call.
    pub(super) fn whole(attribute: &'a Attribute) -> Self {
        Site {
            attribute: Cow::Borrowed(attribute),
            way: Way::Whole,
        }
    }

    /// All that an attribute calls.
    pub(super) fn all(attribute: &'a Attribute) -> Vec<Self> {
        let kind = event(&attribute.name.text).map(|event| event.kind);
        match (&attribute.value, kind) {
            (_, Some(Kind::Model)) => Vec::new(),
            (Value::Static(text), Some(Kind::Shortcuts)) => shortcut::handlers(text)
                .into_iter()
                .map(|handler| Site::part(attribute, Value::Static(handler), Way::Shortcut))
                .collect(),
            (_, Some(Kind::Shortcuts)) => Vec::new(),
            (Value::Bare, _) if holds_back(&attribute.name.text) => Vec::new(),
            (
                Value::Static(_) | Value::Interpolated(..) | Value::Bare,
                Some(Kind::Commands | Kind::CommandsOrClasses),
            ) => Vec::new(),
            (Value::Expression(expression), _) if makes_commands(&expression.tokens) => {
                let mut sites = Vec::new();
                each_push(expression.tokens.clone(), &mut |call| {
                    sites.push(Site::pushed(attribute, call));
                    None
                });
                sites
            }
            _ => vec![Site::whole(attribute)],
        }
    }

    /// A call that a command of an attribute's pushes.
    pub(super) fn pushed(attribute: &Attribute, call: &Expression) -> Self {
        Site::part(attribute, Value::Expression(call.clone()), Way::Pushed)
    }

    fn part(attribute: &Attribute, value: Value, way: Way) -> Self {
        let name = attribute.name.clone();
        Site {
            attribute: Cow::Owned(Attribute { name, value }),
            way,
        }
    }

    /// Whether a command calls it.
    pub(super) fn is_pushed(&self) -> bool {
        self.way == Way::Pushed
    }

    /// What its event brings.
    pub(super) fn brings(&self) -> Brings {
        self.event().map_or(Brings::Nothing, |event| event.brings)
    }

    pub(super) fn event(&self) -> Option<Event> {
        event(&self.attribute.name.text)
    }

    /// What stands before and behind a call with arguments; nothing where none can have any.
    pub(super) fn frame(&self) -> Option<(String, &'static str)> {
        let (event, _) = parts(&self.attribute.name.text);
        match self.way {
            Way::Whole => Some((format!("{event}={{"), "}")),
            Way::Pushed => Some((".push(".to_owned(), ")")),
            Way::Shortcut => None,
        }
    }

    /// How a handler without arguments is written.
    pub(super) fn without_arguments(&self, handler: &str) -> String {
        let event = &self.attribute.name.text;
        match self.way {
            Way::Pushed => format!(".push({handler})"),
            Way::Whole | Way::Shortcut => format!("{event}=\"{handler}\""),
        }
    }
}

/// `dj-click.stop`, `dj-contextmenu.prevent`: it needs no handler to be of use.
fn holds_back(name: &str) -> bool {
    let modifiers = parts(name).1.unwrap_or_default();
    modifiers
        .split('.')
        .any(|modifier| matches!(modifier, "prevent" | "stop"))
}

/// Whether somewhere in an expression commands are made: `Js::new()…`.
pub fn makes_commands(tokens: &TokenStream) -> bool {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let begins = |(index, token): (usize, &TokenTree)| match token {
        TokenTree::Group(group) => makes_commands(&group.stream()),
        token => is_js(token, tokens.get(index + 1)),
    };
    tokens.iter().enumerate().any(begins)
}

/// `Js` in front of `::`.
fn is_js(token: &TokenTree, next: Option<&TokenTree>) -> bool {
    matches!(token, TokenTree::Ident(word) if word == "Js")
        && matches!(next, Some(TokenTree::Punct(mark)) if mark.as_char() == ':')
}

/// The tokens with each call that commands push replaced by what `replace` makes of it.
pub(super) fn each_push(
    tokens: TokenStream,
    replace: &mut dyn FnMut(&Expression) -> Option<TokenStream>,
) -> TokenStream {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut is_chain = false;
    let mut out: Vec<TokenTree> = Vec::with_capacity(tokens.len());
    for (index, token) in tokens.iter().enumerate() {
        is_chain |= is_js(token, tokens.get(index + 1));
        let TokenTree::Group(group) = token else {
            let ends =
                matches!(token, TokenTree::Punct(mark) if matches!(mark.as_char(), ',' | ';'));
            is_chain &= !ends;
            out.push(token.clone());
            continue;
        };
        let is_push = matches!(
            &out[..],
            [.., TokenTree::Punct(dot), TokenTree::Ident(method)] if dot.as_char() == '.' && method == "push"
        );
        let inner = match is_chain && is_push {
            true => first_replaced(group, replace),
            false => each_push(group.stream(), replace),
        };
        let mut copy = Group::new(group.delimiter(), inner);
        copy.set_span(group.span());
        out.push(copy.into());
    }
    out.into_iter().collect()
}

/// The arguments of a push, the first of which is the call.
fn first_replaced(
    group: &Group,
    replace: &mut dyn FnMut(&Expression) -> Option<TokenStream>,
) -> TokenStream {
    let mut all = arguments(group.stream()).into_iter();
    let Some(first) = all.next() else {
        return group.stream();
    };
    let span = first
        .clone()
        .into_iter()
        .next()
        .map_or_else(|| group.span(), |token| token.span());
    let call = Expression {
        tokens: first,
        span,
    };
    let first = replace(&call).unwrap_or(call.tokens);
    let rest = all.map(|argument| quote::quote!(, #argument));
    quote::quote!(#first #(#rest)*)
}

/// A handler's name where its text stands.
pub(super) fn named(handler: &str, text: &Text) -> Text {
    Text {
        value: handler.to_owned(),
        quoted: true,
        area: text.area,
    }
}
