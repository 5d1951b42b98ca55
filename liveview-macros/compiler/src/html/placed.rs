//! Tokens of ours around an author's expression, placed so that rustc speaks of his alone. Looks into no expression.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote_spanned};

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

/// `Show(&value)`, by the path that finds `Show`; rustc underlines the author's tokens alone.
pub fn shown(
    expression: &Expression,
    (first, last): (Span, Span),
    path: &impl ToTokens,
) -> TokenStream {
    let value = grouped(expression, last);
    let mut argument = Group::new(Delimiter::Parenthesis, quote_spanned!(first=> &#value));
    argument.set_span(last);
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

/// These tokens, all of them at this place.
pub fn moved(tokens: TokenStream, span: Span) -> TokenStream {
    let moved = tokens.into_iter().map(|token| match token {
        TokenTree::Group(group) => {
            let mut new = Group::new(group.delimiter(), moved(group.stream(), span));
            new.set_span(span);
            TokenTree::Group(new)
        }
        mut other => {
            other.set_span(span);
            other
        }
    });
    moved.collect()
}
