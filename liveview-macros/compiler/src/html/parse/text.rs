//! Unquoted text, rebuilt from the places of its tokens. Collapses no white space.

use proc_macro2::{Delimiter, Span, TokenTree};

use super::entities;
use super::tokens::{Cursor, Token};
use crate::diagnostics::{Area, Diagnostics};
use crate::html::ast::{Node, Text};

/// Text gathered so far, as the source has it.
#[derive(Default)]
pub(super) struct Unquoted {
    source: String,
    /// Where it stands; before the first character of it, the token in front.
    area: Option<Area>,
}

/// Schemes whose `//` people write in text without thinking of Rust's comments.
const SCHEMES: [&str; 7] = ["http", "https", "ws", "wss", "ftp", "file", "mailto"];

impl Unquoted {
    /// Takes the next token as text, with the white space before it.
    pub(super) fn push(&mut self, cursor: &mut Cursor, diagnostics: &mut Diagnostics) {
        if doc_comment(cursor, diagnostics) {
            return;
        }
        self.space(cursor);
        if !self.ends_in_text() {
            self.area = None;
        }
        let span = cursor.span();
        report_swallowed(cursor, diagnostics);
        match cursor.bump() {
            Some(Token::Word(word)) => self.source.push_str(&word.to_string()),
            Some(Token::Mark(mark)) => self.source.push(mark.as_char()),
            Some(Token::Literal(literal)) => self.source.push_str(&literal.to_string()),
            Some(Token::Open(group, _)) => self.source.push(match group.delimiter() {
                Delimiter::Bracket => '[',
                _ => '(',
            }),
            Some(Token::Close(character, _)) => self.source.push(character),
            Some(Token::Plain(text, _)) => self.source.push_str(&text),
            Some(Token::Braces(_)) | None => {}
        }
        self.cover(span);
    }

    /// Takes the white space before the next token.
    pub(super) fn space(&mut self, cursor: &Cursor) {
        let gap = cursor.gap(0);
        if !gap.is_empty() {
            self.source.push_str(&gap);
            self.cover(cursor.previous());
        }
    }

    /// Whether the last thing taken is a character of text.
    pub(super) fn ends_in_text(&self) -> bool {
        !self.source.trim_ascii().is_empty()
    }

    /// Hands over what was gathered.
    pub(super) fn flush(&mut self, sink: &mut impl FnMut(Node)) {
        if let Some(area) = self.area.take() {
            sink(Node::Text(Text {
                value: entities::decode(&std::mem::take(&mut self.source)),
                quoted: false,
                area,
            }));
        }
    }

    fn cover(&mut self, span: Span) {
        match &mut self.area {
            Some(area) => area.last = span,
            None => self.area = Some(span.into()),
        }
    }
}

/// `http:` at the end of a line: its `//…` was a comment to Rust and never came here.
fn report_swallowed(cursor: &Cursor, diagnostics: &mut Diagnostics) {
    let Some(word) = cursor.word(0) else {
        return;
    };
    let ends_line = match cursor.peek(2) {
        Some(_) => cursor.gap(2).starts_with('\n'),
        None => true,
    };
    if !ends_line
        || !cursor.is_mark(1, ':')
        || !cursor.is_adjacent(1)
        || !SCHEMES.contains(&word.to_string().as_str())
    {
        return;
    }
    diagnostics
        .error(
            Area {
                first: word.span(),
                last: cursor.peek(1).map_or(word.span(), Token::span),
            },
            format!("`//` after `{word}:` begins a Rust comment: the rest of this line is lost"),
        )
        .help(format!("quote the text: `\"{word}://…\"`"));
}

/// `///` in text arrives as `#[doc = "…"]`.
fn doc_comment(cursor: &mut Cursor, diagnostics: &mut Diagnostics) -> bool {
    let Some(Token::Open(group, _)) = cursor.peek(1).filter(|_| cursor.is_mark(0, '#')) else {
        return false;
    };
    let is_doc = matches!(
        group.stream().into_iter().next(),
        Some(TokenTree::Ident(word)) if word == "doc"
    );
    if is_doc {
        diagnostics
            .error(
                group.span(),
                "`///` begins a Rust doc comment: the rest of this line is no text",
            )
            .help("quote the text, or write `//` if a comment was meant");
        cursor.skip(1);
        cursor.bump_tree();
    }
    is_doc
}
