//! Text that Rust's lexer would not have made, carried in a token stream: `@` and a literal in an invisible group, which
//! no fragment of a macro is. Knows no HTML.

use proc_macro2::{Delimiter, Group, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

/// These characters as one tree.
pub(super) fn write(text: &str, span: Span) -> TokenTree {
    let mut literal = Literal::string(text);
    literal.set_span(span);
    let mut mark = Punct::new('@', Spacing::Alone);
    mark.set_span(span);
    let inner = [TokenTree::Punct(mark), TokenTree::Literal(literal)];
    let mut group = Group::new(Delimiter::None, TokenStream::from_iter(inner));
    group.set_span(span);
    group.into()
}

/// The characters, where the group holds such text.
pub(super) fn read(group: &Group) -> Option<String> {
    let mut tokens = group.stream().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Punct(mark)), Some(TokenTree::Literal(literal)))
            if mark.as_char() == '@' =>
        {
            super::values::quoted(&literal)
        }
        _ => None,
    }
}
