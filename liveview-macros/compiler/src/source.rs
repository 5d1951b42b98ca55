//! A template file: what it is called, what stands in it, and how a mistake in it is told. Reads nothing from disk.

use std::ops::Range;

use proc_macro2::{LineColumn, TokenTree};

use crate::diagnostics::Mistake;

/// The text of a template file.
#[derive(Debug)]
pub struct Source {
    /// Its path, as rustc tells paths of this crate.
    pub path: String,
    /// Its text; lines end in `\n` alone.
    pub text: String,
    /// Its lines, found once: every token asks for one.
    lines: Vec<Line>,
}

#[derive(Debug)]
struct Line {
    range: Range<usize>,
    /// Whether each of its characters is one byte.
    is_ascii: bool,
}

/// What of a longer line is shown.
const WIDEST: usize = 100;

impl Source {
    /// A file of this path and text.
    pub fn new(path: String, text: String) -> Self {
        let mut start = 0;
        let line = |line: &str| {
            let begins = start;
            start += line.len() + 1;
            Line {
                range: begins..begins + line.len(),
                is_ascii: line.is_ascii(),
            }
        };
        let lines = text.split('\n').map(line).collect();
        Source { path, text, lines }
    }

    /// The message with its place in the file in front, and the line behind it: rustc itself can point at the attribute
    /// alone, which names the file.
    pub(crate) fn told(&self, mistake: &Mistake) -> String {
        let (start, end) = (mistake.span.start(), mistake.last.end());
        let (number, column) = (start.line, start.column);
        let line = self.from(number, 0).unwrap_or_default();
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
        let rest = self.from(line, column)?;
        // An expression in a quoted value stands, as a whole, where the quote does.
        let is_there = rest.starts_with(&token.to_string()) || rest.starts_with(['"', '\'']);
        let is_made = token.span().start() == token.span().end();
        (is_there && !is_made).then_some(line)
    }

    /// A line, counted from 1, from a column on.
    fn from(&self, line: usize, column: usize) -> Option<&str> {
        let Line { range, is_ascii } = self.lines.get(line.checked_sub(1)?)?;
        let text = self.text.get(range.clone())?;
        if *is_ascii {
            return text.get(column..);
        }
        let (start, _) = text.char_indices().nth(column)?;
        text.get(start..)
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
