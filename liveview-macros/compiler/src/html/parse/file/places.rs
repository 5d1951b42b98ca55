//! Where the characters of a file stand, as spans that know line and column. Reads no template.

use std::ops::Range;
use std::str::FromStr;

use proc_macro2::{LexError, Literal, Span, TokenStream, TokenTree};

/// Makes spans for parts of a text.
///
/// The only spans with places are those of parsed tokens. So each line gets a ruler, a number as long as the line, and
/// a part of the line gets the span of that part of its ruler.
pub(super) struct Places<'s> {
    source: &'s str,
    lines: Vec<Line>,
}

struct Line {
    start: usize,
    ruler: Option<Literal>,
}

impl<'s> Places<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        let rulers: Vec<String> = source
            .split('\n')
            .map(|line| "1".repeat(line.chars().count()))
            .collect();
        let layout = TokenStream::from_str(&rulers.join("\n")).unwrap_or_default();
        let mut literals = layout.into_iter();
        let mut start = 0;
        let lines = source.split('\n').map(|line| {
            let ruler = match (!line.is_empty()).then(|| literals.next()).flatten() {
                Some(TokenTree::Literal(ruler)) => Some(ruler),
                _ => None,
            };
            let begins = start;
            start += line.len() + 1;
            Line {
                start: begins,
                ruler,
            }
        });
        Places {
            source,
            lines: lines.collect(),
        }
    }

    /// The span of these bytes.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let first = self.on_one_line(range.start, range.end);
        let last = self.on_one_line(self.line_start(range.end).max(range.start), range.end);
        match (first, last) {
            (Some(first), Some(last)) => first.join(last).unwrap_or(first),
            (Some(span), None) | (None, Some(span)) => span,
            (None, None) => Span::call_site(),
        }
    }

    /// These bytes as tokens of Rust, each with its place.
    pub(super) fn rust(&self, range: Range<usize>) -> Result<TokenStream, LexError> {
        let (line, column) = self.position(range.start);
        let mut padded = "\n".repeat(line);
        padded.push_str(&" ".repeat(column));
        padded.push_str(&self.source[range]);
        TokenStream::from_str(&padded)
    }

    /// The line and column, both from 0, in characters.
    fn position(&self, at: usize) -> (usize, usize) {
        let line = self.line(at);
        let start = self.lines[line].start;
        (line, self.source[start..at].chars().count())
    }

    fn line(&self, at: usize) -> usize {
        self.lines.partition_point(|line| line.start <= at) - 1
    }

    fn line_start(&self, at: usize) -> usize {
        self.lines[self.line(at)].start
    }

    fn on_one_line(&self, start: usize, end: usize) -> Option<Span> {
        let line = &self.lines[self.line(start)];
        let column = self.source[line.start..start].chars().count();
        let rest = self.source[start..end].split('\n').next()?;
        let width = rest.chars().count().max(1);
        line.ruler.as_ref()?.subspan(column..column + width)
    }
}
