//! Tokens of ours around an author's expression, placed so that rustc speaks of his alone. Looks into no expression.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::quote_spanned;

use crate::html::ast::Expression;

/// The author's tokens in parentheses of ours, which are placed inside them: rustc then speaks of the tokens alone.
pub fn parenthesised(expression: &Expression) -> TokenTree {
    let (first, _) = ends(expression);
    grouped(expression, first)
}

/// A reference to the author's expression; rustc underlines it from its first token to its last.
pub fn borrowed(expression: &Expression) -> TokenStream {
    let (first, last) = ends(expression);
    let group = grouped(expression, last);
    quote_spanned!(first=> &#group)
}

/// `Show(&value)`, by the path that finds `Show` from a place; rustc underlines the author's tokens alone.
pub fn shown(expression: &Expression, path: fn(Span) -> TokenStream) -> TokenStream {
    let (first, last) = ends(expression);
    let (path, value) = (path(first), borrowed(expression));
    let argument = quote_spanned!(last=> (#value));
    quote_spanned!(first=> #path::Show #argument)
}

fn grouped(expression: &Expression, span: Span) -> TokenTree {
    let mut group = Group::new(Delimiter::Parenthesis, expression.tokens.clone());
    group.set_span(span);
    group.into()
}

/// The places of the author's first and last token, for tokens that are ours.
pub fn ends(expression: &Expression) -> (Span, Span) {
    let mut tokens = expression.tokens.clone().into_iter();
    let first = tokens.next().map_or(expression.span, |token| token.span());
    let last = match tokens.last() {
        Some(TokenTree::Group(group)) => group.span_close(),
        Some(token) => token.span(),
        None => first,
    };
    let mixed = Span::mixed_site();
    (mixed.located_at(first), mixed.located_at(last))
}
