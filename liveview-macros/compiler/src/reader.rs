//! Tokens of ours read in order: what one expansion writes for another. Knows none of what is written.

use proc_macro2::token_stream::IntoIter;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

/// Tokens to be read in order; every step gives nothing where they are not what was written.
#[derive(Debug, Clone)]
pub struct Reader(IntoIter);

impl Reader {
    /// Reads these.
    pub fn new(tokens: TokenStream) -> Self {
        Reader(tokens.into_iter())
    }

    /// The next token.
    pub fn token(&mut self) -> Option<TokenTree> {
        self.0.next()
    }

    /// What is left.
    pub fn rest(self) -> TokenStream {
        self.0.collect()
    }

    /// Whether nothing is left.
    pub fn is_done(&self) -> bool {
        self.0.clone().next().is_none()
    }

    /// The next token, as tokens.
    pub fn tree(&mut self) -> Option<TokenStream> {
        self.token().map(TokenStream::from)
    }

    /// A word.
    pub fn word(&mut self) -> Option<Ident> {
        match self.token()? {
            TokenTree::Ident(word) => Some(word),
            _ => None,
        }
    }

    /// A literal of text, and where it stands.
    pub fn text(&mut self) -> Option<(String, Span)> {
        match self.token()? {
            TokenTree::Literal(literal) => text(literal),
            _ => None,
        }
    }

    /// A group in these delimiters.
    pub fn group(&mut self, delimiter: Delimiter) -> Option<Group> {
        match self.token()? {
            TokenTree::Group(group) if group.delimiter() == delimiter => Some(group),
            _ => None,
        }
    }

    /// What stands in the brackets that come next.
    pub fn brackets(&mut self) -> Option<Reader> {
        Some(Reader::new(self.group(Delimiter::Bracket)?.stream()))
    }

    /// All that is left, each read by itself.
    pub fn all<T>(mut self, mut read: impl FnMut(&mut Reader) -> Option<T>) -> Option<Vec<T>> {
        let mut found = Vec::new();
        while !self.is_done() {
            found.push(read(&mut self)?);
        }
        Some(found)
    }
}

/// What a literal of text says, and where it stands.
pub(crate) fn text(literal: proc_macro2::Literal) -> Option<(String, Span)> {
    let span = literal.span();
    match syn::Lit::new(literal) {
        syn::Lit::Str(text) => Some((text.value(), span)),
        _ => None,
    }
}
