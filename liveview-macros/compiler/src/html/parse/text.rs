//! Unquoted text, rebuilt from the places of its tokens. Collapses no white space.

use proc_macro2::{Span, TokenTree};

use super::tokens::{Cursor, Token};
use super::{Lexer, entities};
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
    pub(super) fn push(
        &mut self,
        cursor: &mut Cursor,
        lexer: Lexer,
        diagnostics: &mut Diagnostics,
    ) {
        if doc_comment(cursor, diagnostics) {
            return;
        }
        self.space(cursor);
        if !self.ends_in_text() {
            self.area = None;
        }
        let span = cursor.span();
        report_swallowed(cursor, diagnostics);
        // In a file it is prose, as in a page about Rust.
        if lexer == Lexer::Rusts {
            if report_macro(cursor, diagnostics) {
                return self.cover(span);
            }
            report_field(cursor, diagnostics);
        }
        if let Some(token) = cursor.bump() {
            self.source.push_str(&token.written());
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
                value: entities::of_text(&std::mem::take(&mut self.source)),
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

/// Macros that people call in text, as if it were an argument.
const MACROS: [&str; 6] = [
    "format",
    "format_args",
    "concat",
    "stringify",
    "env",
    "include_str",
];

/// `format!("…", x)` in text would be shown as it is spelt: takes it whole, and says so.
fn report_macro(cursor: &mut Cursor, diagnostics: &mut Diagnostics) -> bool {
    let (Some(word), Some(Token::Open(..))) = (cursor.word(0), cursor.peek(2)) else {
        return false;
    };
    let spelling = word.to_string();
    let is_call = cursor.is_mark(1, '!') && cursor.is_adjacent(1) && cursor.is_adjacent(2);
    if !is_call || !MACROS.contains(&spelling.as_str()) {
        return false;
    }
    let first = word.span();
    cursor.skip(2);
    cursor.bump_tree();
    let last = cursor.previous();
    code_as_text(
        Area { first, last },
        &format!("{spelling}!(…)"),
        diagnostics,
    );
    true
}

/// `self.count` in text would be shown as it is spelt, too.
fn report_field(cursor: &Cursor, diagnostics: &mut Diagnostics) {
    let (Some(word), Some(field)) = (cursor.word(0), cursor.word(2)) else {
        return;
    };
    let is_field = cursor.is_mark(1, '.') && cursor.is_adjacent(1) && cursor.is_adjacent(2);
    if word == "self" && is_field {
        let (first, last) = (word.span(), field.span());
        code_as_text(Area { first, last }, &format!("self.{field}"), diagnostics);
    }
}

fn code_as_text(area: Area, code: &str, diagnostics: &mut Diagnostics) {
    diagnostics
        .error(area, format!("`{code}` is plain text here"))
        .help(format!(
            "put it in braces to show its value: `{{{code}}}`; if text was meant, quote it"
        ));
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
