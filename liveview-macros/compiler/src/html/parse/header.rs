//! What stands in front of a template: the header `@@view(Events => State; handler(parameter: Type, …) [options], …)` that
//! `#[live_view]` writes, and the author's `@allow(lint, …)`. Knows no HTML.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::quote;

use super::tokens::{Cursor, Token};
use crate::html::ast::{Handler, Handlers, Name, Parameter};

/// Takes the header off, if there is one.
pub(super) fn parse(cursor: &mut Cursor) -> Option<Handlers> {
    let is_header = cursor.is_mark(0, '@')
        && cursor.is_mark(1, '@')
        && cursor.peek(2).is_some_and(|token| token.is_word("view"));
    let Some(Token::Open(group, _)) = cursor.peek(3).filter(|_| is_header) else {
        return None;
    };
    let (stream, span) = (group.stream(), group.span());
    let header = quote!(@@view #group);
    cursor.skip(3);
    cursor.bump_tree();
    let mut events: Vec<TokenTree> = Vec::new();
    let mut handlers: Vec<Handler> = Vec::new();
    let mut name: Option<Ident> = None;
    let mut is_open = true;
    for token in stream {
        match token {
            TokenTree::Punct(mark) if mark.as_char() == ';' => is_open = false,
            token if is_open => events.push(token),
            TokenTree::Ident(word) => name = Some(word),
            TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
                handlers.extend(name.take().map(|name| Handler {
                    name,
                    parameters: parameters(group.stream()),
                    options: TokenStream::new(),
                }));
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => {
                if let Some(handler) = handlers.last_mut() {
                    handler.options = group.stream();
                }
            }
            _ => {}
        }
    }
    let (events, state) = named(&events);
    Some(Handlers {
        events,
        state,
        handlers,
        is_open,
        header,
        span,
    })
}

/// Takes off the mark that `#[live_view]` sets on the template that is all that a view shows: `@@root`.
pub(super) fn is_view(cursor: &mut Cursor) -> bool {
    let is_marked = cursor.is_mark(0, '@')
        && cursor.is_mark(1, '@')
        && cursor.peek(2).is_some_and(|token| token.is_word("root"));
    if is_marked {
        cursor.skip(3);
    }
    is_marked
}

/// `Events => State`, or the events alone.
fn named(tokens: &[TokenTree]) -> (TokenStream, Option<TokenStream>) {
    let is = |token: &TokenTree, mark: char| matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark);
    let arrow = tokens
        .windows(2)
        .position(|pair| is(&pair[0], '=') && is(&pair[1], '>'));
    let collected = |tokens: &[TokenTree]| tokens.iter().cloned().collect();
    match arrow {
        Some(arrow) => (
            collected(&tokens[..arrow]),
            Some(collected(&tokens[arrow + 2..])),
        ),
        None => (collected(tokens), None),
    }
}

/// Takes `@allow(lint, …)` off, as often as it stands there.
pub(super) fn allowed(cursor: &mut Cursor) -> Vec<Name> {
    let mut lints = Vec::new();
    while cursor.is_mark(0, '@') && cursor.peek(1).is_some_and(|token| token.is_word("allow")) {
        let Some(Token::Open(group, _)) = cursor.peek(2) else {
            break;
        };
        let words = group.stream().into_iter().filter_map(|token| match token {
            TokenTree::Ident(word) => Some(word),
            _ => None,
        });
        lints.extend(words.map(|word| Name {
            text: word.to_string(),
            area: word.span().into(),
        }));
        cursor.skip(2);
        cursor.bump_tree();
    }
    lints
}

/// `name: Type, …`; a comma inside `<…>` belongs to the type.
fn parameters(stream: TokenStream) -> Vec<Parameter> {
    let mut parameters = Vec::new();
    let mut tokens = stream.into_iter().peekable();
    while let Some(TokenTree::Ident(name)) = tokens.next() {
        tokens.next();
        let mut angles = 0_i32;
        let mut previous = ' ';
        let kind = std::iter::from_fn(|| {
            let token = tokens.next()?;
            if let TokenTree::Punct(mark) = &token {
                match mark.as_char() {
                    ',' if angles <= 0 => return None,
                    '<' => angles += 1,
                    '>' if previous != '-' => angles -= 1,
                    _ => {}
                }
                previous = mark.as_char();
            }
            Some(token)
        })
        .collect();
        parameters.push(Parameter { name, kind });
    }
    parameters
}
