//! The text of a template file as the tokens it would be in `html!`, so that all that reads tokens reads files too. Parses
//! no node and judges none: it knows only where text, tags, headers and expressions begin and end.

use std::ops::Range;

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

use super::plain;
use crate::diagnostics::Diagnostics;

mod blocks;
mod expressions;
mod places;
mod rust;
mod tags;
mod text;

use places::Places;

/// Turns the text of a file into tokens with their places; what cannot be a token is a mistake.
pub(super) fn tokens(source: &str, diagnostics: &mut Diagnostics) -> TokenStream {
    let mut lexer = Lexer {
        source,
        places: Places::new(source),
        at: 0,
        bodies: 0,
        spaces: 0,
        touches: false,
        tokens: Vec::new(),
        diagnostics,
    };
    while lexer.text() {
        lexer.report_closing();
    }
    TokenStream::from_iter(lexer.tokens)
}

struct Lexer<'s, 'd> {
    source: &'s str,
    places: Places<'s>,
    /// The byte read next.
    at: usize,
    /// The bodies of blocks around.
    bodies: usize,
    /// The elements around that keep their white space.
    spaces: usize,
    /// Whether a character of text stands right before.
    touches: bool,
    /// What was read since the innermost body began.
    tokens: Vec<TokenTree>,
    diagnostics: &'d mut Diagnostics,
}

impl<'s> Lexer<'s, '_> {
    fn rest(&self) -> &'s str {
        &self.source[self.at..]
    }

    fn next(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn span(&self, range: Range<usize>) -> Span {
        self.places.span(range)
    }

    /// Takes so many bytes; their place.
    fn take(&mut self, length: usize) -> Span {
        let start = self.at;
        self.at += length;
        self.span(start..self.at)
    }

    /// Takes so many bytes as text.
    fn plain(&mut self, length: usize) {
        let text = &self.rest()[..length];
        let span = self.take(length);
        self.tokens.push(plain::write(text, span));
    }

    /// Takes a mark of Rust's.
    fn mark(&mut self, mark: char) {
        let mut token = Punct::new(mark, Spacing::Alone);
        token.set_span(self.take(mark.len_utf8()));
        self.tokens.push(token.into());
    }

    /// Takes a word of ASCII.
    fn word(&mut self, length: usize) {
        let text = &self.rest()[..length];
        let word = Ident::new(text, self.take(length));
        self.tokens.push(word.into());
    }

    /// Takes a character that is neither white space nor a brace, or the word or number that it begins.
    fn character(&mut self) {
        let rest = self.rest();
        match self.next() {
            Some(first) if begins_word(first) => self.word(word_length(rest)),
            Some(first) if is_mark(first) => self.mark(first),
            Some(first) if first.is_ascii_digit() => self.number(word_length(rest)),
            Some(first) => self.plain(first.len_utf8()),
            None => {}
        }
    }

    /// Takes digits and what sticks to them: a number where Rust has such, text elsewhere.
    fn number(&mut self, length: usize) {
        match self.rest()[..length].parse::<Literal>() {
            Ok(mut number) => {
                number.set_span(self.take(length));
                self.tokens.push(number.into());
            }
            Err(_) => self.plain(length),
        }
    }

    /// Puts what was read since `before` into a group that begins there.
    fn group(&mut self, delimiter: Delimiter, start: usize, inner: TokenStream) {
        let mut group = Group::new(delimiter, inner);
        group.set_span(self.span(start..self.at));
        self.tokens.push(group.into());
    }

    /// Takes white space.
    fn space(&mut self) {
        let rest = self.rest();
        let length = rest.len() - rest.trim_ascii_start().len();
        self.at += length;
    }
}

/// Whether a word of ASCII begins here; others are text.
fn begins_word(character: char) -> bool {
    character.is_ascii_alphabetic() || character == '_'
}

fn word_length(text: &str) -> usize {
    text.find(|character: char| !character.is_ascii_alphanumeric() && character != '_')
        .unwrap_or(text.len())
}

/// The marks of Rust that are no bracket and no quote.
fn is_mark(character: char) -> bool {
    "!#$%&*+,-./:;<=>?@^|~".contains(character)
}
