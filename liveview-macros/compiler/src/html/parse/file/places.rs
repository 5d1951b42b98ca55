//! Where the characters of a file stand, as spans that know line and column. Reads no template.

use std::ops::Range;
use std::str::FromStr;

use proc_macro2::{Group, LexError, LineColumn, Literal, Span, TokenStream, TokenTree};

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
    /// Whether each of its characters is one byte.
    is_ascii: bool,
    ruler: Option<Literal>,
}

/// Where in the file the first character of some tokens stands; line and column from 0, in characters.
struct Origin {
    line: usize,
    column: usize,
}

impl Origin {
    /// The same in the file that this is in the tokens' own text, where lines count from 1.
    fn of(&self, place: LineColumn) -> Origin {
        let own = place.line.saturating_sub(1);
        let before = if own == 0 { self.column } else { 0 };
        Origin {
            line: self.line + own,
            column: before + place.column,
        }
    }
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
                is_ascii: line.is_ascii(),
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
    ///
    /// They are read by themselves and then moved: what stands before them in the file is never read again.
    pub(super) fn rust(&self, range: Range<usize>) -> Result<TokenStream, LexError> {
        let tokens = TokenStream::from_str(&self.source[range.clone()])?;
        let line = self.line(range.start);
        let column = self.column(line, range.start);
        let origin = Origin { line, column };
        Ok(self.moved(tokens, &origin))
    }

    fn moved(&self, tokens: TokenStream, origin: &Origin) -> TokenStream {
        let moved = tokens.into_iter().map(|mut token| {
            let place = self.place(token.span(), origin);
            if let TokenTree::Group(group) = token {
                let inner = self.moved(group.stream(), origin);
                token = Group::new(group.delimiter(), inner).into();
            }
            token.set_span(place);
            token
        });
        moved.collect()
    }

    /// The place in the file of a span of the tokens that begin there.
    fn place(&self, span: Span, origin: &Origin) -> Span {
        let (start, end) = (origin.of(span.start()), origin.of(span.end()));
        let ruler = |line: usize| self.lines.get(line)?.ruler.as_ref();
        if start.line == end.line {
            let place = ruler(start.line).and_then(|ruler| ruler.subspan(start.column..end.column));
            return place.unwrap_or_else(Span::call_site);
        }
        let first = ruler(start.line).and_then(|ruler| ruler.subspan(start.column..));
        let last = ruler(end.line).and_then(|ruler| ruler.subspan(..end.column));
        match (first, last) {
            (Some(first), Some(last)) => first.join(last).unwrap_or(first),
            _ => Span::call_site(),
        }
    }

    fn line(&self, at: usize) -> usize {
        self.lines.partition_point(|line| line.start <= at) - 1
    }

    /// How many characters of the line stand before this byte.
    fn column(&self, line: usize, at: usize) -> usize {
        let Line {
            start, is_ascii, ..
        } = self.lines[line];
        match is_ascii {
            true => at - start,
            false => self.source[start..at].chars().count(),
        }
    }

    fn line_start(&self, at: usize) -> usize {
        self.lines[self.line(at)].start
    }

    fn on_one_line(&self, start: usize, end: usize) -> Option<Span> {
        let line = self.line(start);
        let column = self.column(line, start);
        let rest = self.source[start..end].split('\n').next()?;
        let width = rest.chars().count().max(1);
        let ruler = self.lines[line].ruler.as_ref()?;
        ruler.subspan(column..column + width)
    }
}

#[cfg(test)]
mod tests {
    use proc_macro2::{Span, TokenStream, TokenTree};

    use super::Places;

    /// Where each token stands, as text: line, column, and what the file has there.
    fn places(tokens: TokenStream, source: &str, found: &mut Vec<String>) {
        let lines: Vec<&str> = source.split('\n').collect();
        let at = |span: Span| (span.start(), span.end());
        for token in tokens {
            let (start, end) = at(token.span());
            let first: String = lines[start.line - 1].chars().skip(start.column).collect();
            found.push(match start.line == end.line {
                true => first.chars().take(end.column - start.column).collect(),
                false => format!("{first}…{}:{}", end.line, end.column),
            });
            if let TokenTree::Group(group) = token {
                places(group.stream(), source, found);
            }
        }
    }

    #[test]
    fn tokens_stand_where_they_are_written() {
        let source = "\n<p>ä {f(a,\n  \"b\n c\") + 'd'}</p>";
        let start = source.find('{').unwrap_or_default() + 1;
        let end = source.find('}').unwrap_or_default();
        let tokens = Places::new(source).rust(start..end).unwrap_or_default();
        let mut found = Vec::new();
        places(tokens, source, &mut found);
        assert_eq!(found, ["f", "(a,…4:4", "a", ",", "\"b…4:3", "+", "'d'"]);
    }
}
