//! A template file: what it is called, what stands in it, and how a mistake in it is told. Reads nothing from disk.

use proc_macro2::{LineColumn, TokenTree};

use crate::diagnostics::Mistake;

/// The text of a template file.
#[derive(Debug)]
pub struct Source {
    /// Its path, as rustc tells paths of this crate.
    pub path: String,
    /// Its text; lines end in `\n` alone.
    pub text: String,
}

/// What of a longer line is shown.
const WIDEST: usize = 100;

impl Source {
    /// The message with its place in the file in front, and the line behind it: rustc itself can point at the attribute
    /// alone, which names the file.
    pub(crate) fn told(&self, mistake: &Mistake) -> String {
        let (start, end) = (mistake.span.start(), mistake.last.end());
        let (number, column) = (start.line, start.column);
        let line = self.text.lines().nth(number - 1).unwrap_or_default();
        let last = match end.line == number {
            true => end.column,
            false => line.chars().count(),
        };
        let width = last.saturating_sub(column).max(1);
        let skipped = (column + width.min(WIDEST / 2)).saturating_sub(WIDEST);
        let shown: String = line
            .chars()
            .skip(skipped)
            .take(WIDEST)
            .map(|character| if character == '\t' { ' ' } else { character })
            .collect();
        let gutter = " ".repeat(number.to_string().len());
        let before = " ".repeat(column - skipped);
        let carets = "^".repeat(width.min(WIDEST - (column - skipped)));
        format!(
            "{}:{number}:{}: {}\n\n{number} | {}\n{gutter} | {before}{carets}",
            self.path,
            column + 1,
            mistake.message,
            shown.trim_end(),
        )
    }

    /// The line that a token was read from; nothing for one that was made, wherever it is placed.
    pub(crate) fn line_of(&self, token: &TokenTree) -> Option<usize> {
        let LineColumn { line, column } = token.span().start();
        let rest: String = self
            .text
            .lines()
            .nth(line - 1)?
            .chars()
            .skip(column)
            .collect();
        // An expression in a quoted value stands, as a whole, where the quote does.
        let is_there = rest.starts_with(&token.to_string()) || rest.starts_with(['"', '\'']);
        let is_made = token.span().start() == token.span().end();
        (is_there && !is_made).then_some(line)
    }

    /// What a macro is called whose expansion stands on that line: rustc names it where it can point nowhere.
    pub(crate) fn marker(&self, line: usize) -> String {
        let name = self.path.rsplit(['/', '\\']).next().unwrap_or_default();
        let mut marker: String = name
            .chars()
            .map(|character| {
                if character.is_ascii_alphanumeric() {
                    character
                } else {
                    '_'
                }
            })
            .collect();
        if !marker.starts_with(|first: char| first.is_ascii_alphabetic()) {
            marker.insert_str(0, "file_");
        }
        format!("{marker}_line_{line}")
    }
}
