//! Expressions in braces and parentheses: found by Rust's own brackets, handed over as Rust's tokens. Knows no text.

use std::ops::Range;

use proc_macro2::{Delimiter, TokenStream};

use super::Lexer;
use super::rust::{self, Reason, Unbalanced};

impl Lexer<'_, '_> {
    /// Reads `{…}`; the braces stand next.
    pub(super) fn braces(&mut self) {
        self.bracketed(Delimiter::Brace, '}');
    }

    /// Reads a bracket with Rust in it, which stands next; where it has no end, the mistake.
    pub(super) fn bracketed(&mut self, delimiter: Delimiter, closing: char) {
        let start = self.at;
        match rust::balanced(&self.rest()[1..], closing) {
            Ok(length) => {
                self.at += length + 2;
                let inner = self.rust(start + 1..self.at - 1);
                self.group(delimiter, start, inner);
            }
            Err(unbalanced) => self.report_unbalanced(unbalanced, closing),
        }
    }

    /// These bytes as tokens of Rust.
    pub(super) fn rust(&mut self, range: Range<usize>) -> TokenStream {
        match self.places.rust(range.clone()) {
            Ok(tokens) => tokens,
            Err(_) => {
                let text = self.source[range.clone()].trim().to_owned();
                let span = self.span(range);
                self.diagnostics
                    .error(span, format!("`{text}` is not made of Rust's tokens"))
                    .help("write an expression; text in an expression stands in double quotes");
                TokenStream::new()
            }
        }
    }

    /// Says what keeps a bracket from ending, and goes on behind its line.
    fn report_unbalanced(&mut self, unbalanced: Unbalanced, closing: char) {
        let start = self.at;
        let at = start + 1 + unbalanced.at;
        let open = &self.source[start..=start];
        let found = self.source[at..].chars().next();
        let is_far = self.source[start..at].contains('\n');
        let (span, message, help) = match (unbalanced.reason, found) {
            (Reason::Closes(due), Some(found)) if !is_far => (
                self.span(at..at + 1),
                format!("`{found}` stands where `{due}` is due"),
                format!("write `{due}` before it, or remove it"),
            ),
            (Reason::Deep, _) => (
                self.span(at..at + 1),
                format!("brackets nest more than {} deep here", rust::DEEPEST),
                "move the inner part into a function of its own and call it".to_owned(),
            ),
            (Reason::Broken, Some(_)) if !is_far => {
                self.report_broken(at);
                return self.skip_line(closing);
            }
            _ => (
                self.span(start..start + 1),
                format!("this `{open}` is never closed"),
                format!(
                    "write `{closing}` where the expression ends; a brace as text is written `&lbrace;`"
                ),
            ),
        };
        self.diagnostics.error(span, message).help(help);
        self.skip_line(closing);
    }

    /// Says that what stands there is no Rust.
    pub(super) fn report_broken(&mut self, at: usize) {
        let found = self.source[at..].chars().next().unwrap_or(' ');
        let span = self.span(at..at + found.len_utf8());
        let (message, help) = match found {
            '"' => (
                "this text in an expression never ends".to_owned(),
                "write `\"` where it ends",
            ),
            _ => (
                format!("`{found}` is no part of an expression"),
                "text in an expression stands in double quotes",
            ),
        };
        self.diagnostics.error(span, message).help(help);
    }

    /// Goes on behind this bracket, or before the next tag, or behind the line.
    fn skip_line(&mut self, closing: char) {
        let rest = self.rest();
        let line = rest.find('\n').unwrap_or(rest.len());
        self.at += match rest[..line].find([closing, '<']) {
            Some(found) if rest[found..].starts_with(closing) => found + 1,
            Some(found) => found,
            None => line,
        };
    }
}
