//! The headers of blocks, split by tokens and never parsed. Knows where an expression ends, not what it says.

use proc_macro2::{Group, TokenStream, TokenTree};

use super::hints;
use super::tokens::{Cursor, Token};

/// Takes trees while the token ahead is wanted.
pub(super) fn take_while(
    cursor: &mut Cursor,
    mut wanted: impl FnMut(&Cursor, &Token) -> bool,
) -> Vec<TokenTree> {
    let mut taken = Vec::new();
    while let Some(token) = cursor.peek(0) {
        if !wanted(cursor, token) {
            break;
        }
        taken.extend(cursor.bump_tree());
    }
    taken
}

/// An expression: to a semicolon or the first braces.
pub(super) fn expression(cursor: &mut Cursor) -> TokenStream {
    take_while(cursor, |_, token| {
        !token.is_mark(';') && !matches!(token, Token::Braces(_))
    })
    .into_iter()
    .collect()
}

/// A condition: an expression in which each `let` brings a pattern, braces and all, up to its `=`.
pub(super) fn condition(cursor: &mut Cursor) -> TokenStream {
    let mut in_pattern = false;
    let mut previous = ' ';
    take_while(cursor, |cursor, token| {
        if token.is_word("let") {
            in_pattern = true;
        }
        if in_pattern && token.is_mark('=') && previous != '.' && !cursor.is_mark(1, '=') {
            in_pattern = false;
        }
        previous = match token {
            Token::Mark(mark) => mark.as_char(),
            _ => ' ',
        };
        in_pattern || (!token.is_mark(';') && !matches!(token, Token::Braces(_)))
    })
    .into_iter()
    .collect()
}

/// A loop's pattern up to `in`, which stays; braces that no `in` or `|` follows are the body already.
pub(super) fn pattern_to_in(cursor: &mut Cursor) -> TokenStream {
    take_while(cursor, |cursor, token| match token {
        Token::Braces(_) => {
            cursor.is_mark(1, '|') || cursor.peek(1).is_some_and(|next| next.is_word("in"))
        }
        token => !token.is_word("in") && !token.is_mark(';'),
    })
    .into_iter()
    .collect()
}

/// A pattern, perhaps with a guard, up to `=>`, which stays.
pub(super) fn pattern_to_arrow(cursor: &mut Cursor) -> TokenStream {
    take_while(cursor, |cursor, token| {
        !(token.is_mark('=') && cursor.is_mark(1, '>'))
    })
    .into_iter()
    .collect()
}

/// Whether the braces behind `header` are fields and not the body. `Name { a, b } { … }` could be a text and a value behind it,
/// so they are fields only where what stands behind can be no value: the template that is the true body.
pub(super) fn is_struct_literal(header: &TokenStream, body: &Group, next: Option<&Token>) -> bool {
    let last = header.clone().into_iter().last();
    let ends_in_type = matches!(last, Some(TokenTree::Ident(word)) if word.to_string().starts_with(char::is_uppercase));
    let is_body_behind = matches!(next, Some(Token::Braces(group)) if hints::is_template(group));
    let mut tokens = body.stream().into_iter();
    let has_fields = match (tokens.next(), tokens.next()) {
        (None, _) => true,
        (Some(TokenTree::Ident(_)), None) => true,
        (Some(TokenTree::Ident(_)), Some(TokenTree::Punct(mark))) => {
            matches!(mark.as_char(), ':' | ',')
        }
        (Some(TokenTree::Punct(mark)), _) => mark.as_char() == '.',
        _ => false,
    };
    ends_in_type && has_fields && is_body_behind
}
