//! Quoted values and what is interpolated in them. Parses no expression, only finds where it ends.

use std::str::FromStr;

use proc_macro2::{Literal, Span, TokenStream};

use super::{Parser, entities};
use crate::html::ast::{Expression, Piece, Text, Value};
use crate::html::placed::moved;

/// The characters of a string literal; nothing for other literals.
pub(super) fn quoted(literal: &Literal) -> Option<String> {
    let source = literal.to_string();
    if !source.starts_with('"') && !source.starts_with("r\"") && !source.starts_with("r#") {
        return None;
    }
    match syn::Lit::new(literal.clone()) {
        syn::Lit::Str(text) => Some(text.value()),
        _ => None,
    }
}

impl Parser<'_> {
    /// `"text"`, or `"text {expression} text"`.
    pub(super) fn quoted_value(&mut self, literal: &Literal, text: String) -> Value {
        let span = literal.span();
        if !text.contains(['{', '}']) {
            return Value::Static(Text {
                value: entities::of_attribute(&text),
                quoted: true,
                area: span.into(),
            });
        }
        let pieces = self.pieces(&text, span);
        match pieces.as_slice() {
            [] => Value::Static(Text {
                value: String::new(),
                quoted: true,
                area: span.into(),
            }),
            [Piece::Text(text)] => Value::Static(Text {
                value: text.clone(),
                quoted: true,
                area: span.into(),
            }),
            _ => Value::Interpolated(pieces, span),
        }
    }

    fn pieces(&mut self, text: &str, span: Span) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut literal = String::new();
        let mut rest = text;
        while let Some(found) = rest.find(['{', '}']) {
            literal.push_str(&rest[..found]);
            let brace = &rest[found..=found];
            rest = &rest[found + 1..];
            if rest.starts_with(brace) {
                literal.push_str(brace);
                rest = &rest[1..];
                continue;
            }
            let Some(length) = expression_length(rest).filter(|_| brace == "{") else {
                self.report_brace(brace, text, span);
                break;
            };
            push_text(&mut pieces, &mut literal);
            pieces.extend(self.piece(&rest[..length], span));
            rest = &rest[length + 1..];
        }
        literal.push_str(rest);
        push_text(&mut pieces, &mut literal);
        pieces
    }

    fn piece(&mut self, source: &str, span: Span) -> Option<Piece> {
        let tokens = TokenStream::from_str(source)
            .ok()
            .filter(|tokens| !tokens.is_empty());
        let Some(tokens) = tokens else {
            self.diagnostics
                .error(
                    span,
                    format!("`{{{source}}}` in this value is no expression"),
                )
                .help(
                    "write a Rust expression between the braces; a brace as text is doubled: `{{`",
                );
            return None;
        };
        // The characters of a literal have no places of their own on stable: an error points at the whole literal.
        let span = Span::call_site().located_at(span);
        Some(Piece::Expression(Expression {
            tokens: moved(tokens, span),
            span,
        }))
    }

    fn report_brace(&mut self, brace: &str, text: &str, span: Span) {
        self.diagnostics
            .error(span, format!("`{brace}` stands alone in `{text}`"))
            .help(format!(
                "write `{{expression}}`, or double a brace that is text: `{brace}{brace}`"
            ));
    }
}

fn push_text(pieces: &mut Vec<Piece>, literal: &mut String) {
    if !literal.is_empty() {
        pieces.push(Piece::Text(entities::of_attribute(&std::mem::take(
            literal,
        ))));
    }
}

/// How many bytes of the text belong to the expression before its closing brace.
///
/// rustc aborts on unbalanced text instead of refusing it, so balance and quotes are settled here before it is asked.
fn expression_length(text: &str) -> Option<usize> {
    let mut closing = Vec::new();
    let mut characters = text.char_indices();
    while let Some((index, character)) = characters.next() {
        match character {
            '"' => loop {
                match characters.next()?.1 {
                    '\\' => drop(characters.next()),
                    '"' => break,
                    _ => {}
                }
            },
            '{' => closing.push('}'),
            '(' => closing.push(')'),
            '[' => closing.push(']'),
            '}' if closing.is_empty() => return Some(index),
            '}' | ')' | ']' if closing.pop() != Some(character) => return None,
            '\'' => {
                if characters.next()?.1 == '\\' {
                    characters.next();
                }
                if characters.next()?.1 != '\'' {
                    return None;
                }
            }
            // Escapes and raw strings: legal, but none that a value needs.
            '\\' | '#' | '`' => return None,
            '/' if text[index + 1..].starts_with(['/', '*']) => return None,
            _ => {}
        }
    }
    None
}
