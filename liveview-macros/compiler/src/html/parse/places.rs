//! Where tokens stand, read off the text of the call at once: rustc is asked once for the text, not six times for each gap.
//! Trusts the text only where every token stands in it; knows no HTML.

use proc_macro2::{LineColumn, Span};

use super::tokens::Token;

/// Where each token of a row begins and ends; of a call's own line, columns count from the call.
#[derive(Debug)]
pub(super) struct Places {
    /// The row's first token, by its index.
    first: usize,
    tokens: Vec<(LineColumn, LineColumn)>,
    /// The end of the brace in front and the start of the one behind.
    braces: Option<(LineColumn, LineColumn)>,
}

impl Places {
    /// Of the tokens in the call of the macro that is being expanded, from `first` on.
    pub(super) fn in_call(tokens: &[Token], first: usize) -> Option<Places> {
        Places::in_text(&Span::call_site().source_text()?, tokens, first)
    }

    fn in_text(call: &str, tokens: &[Token], first: usize) -> Option<Places> {
        let mut reader = Reader::new(call);
        let (path, _) = call.split_once('!')?;
        reader.take(path)?;
        reader.take("!")?;
        reader.space();
        reader.take_one(['{', '(', '['])?;
        let places = reader.tokens(tokens.get(first..)?)?;
        reader.take_one(['}', ')', ']'])?;
        reader.rest.is_empty().then_some(Places {
            first,
            tokens: places,
            braces: None,
        })
    }

    /// Of the tokens between braces.
    pub(super) fn in_braces(tokens: &[Token], braces: Span) -> Option<Places> {
        let text = braces.source_text()?;
        let mut reader = Reader::new(&text);
        reader.take("{")?;
        let opened = reader.at;
        let places = reader.tokens(tokens)?;
        let closed = reader.at;
        reader.take("}")?;
        reader.rest.is_empty().then_some(Places {
            first: 0,
            tokens: places,
            braces: Some((opened, closed)),
        })
    }

    /// Where the gap before the token with this index begins and ends.
    pub(super) fn gap(&self, index: usize) -> Option<(LineColumn, LineColumn)> {
        let index = index.checked_sub(self.first)?;
        let before = match index.checked_sub(1) {
            Some(before) => self.tokens.get(before)?.1,
            None => self.braces?.0,
        };
        let after = match self.tokens.get(index) {
            Some((start, _)) => *start,
            None => self.braces?.1,
        };
        Some((before, after))
    }
}

/// The text that is still to be read, and where it begins.
struct Reader<'t> {
    rest: &'t str,
    at: LineColumn,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str) -> Self {
        Reader {
            rest: text,
            at: LineColumn { line: 1, column: 0 },
        }
    }

    /// Reads these tokens and the space behind them; nothing where another stands there.
    fn tokens(&mut self, tokens: &[Token]) -> Option<Vec<(LineColumn, LineColumn)>> {
        let mut places = Vec::with_capacity(tokens.len());
        for token in tokens {
            self.space();
            let start = self.at;
            match token {
                Token::Word(word) => self.take(&word.to_string())?,
                Token::Mark(mark) => self.take_one([mark.as_char()])?,
                Token::Literal(literal) => self.take(&literal.to_string())?,
                Token::Braces(group) => self.take(&group.span().source_text()?)?,
                Token::Open(..) => self.take_one(['(', '['])?,
                Token::Close(closing, _) => self.take_one([*closing])?,
                Token::Plain(..) => return None,
            }
            places.push((start, self.at));
        }
        self.space();
        Some(places)
    }

    fn take_one<const N: usize>(&mut self, any: [char; N]) -> Option<()> {
        self.rest.starts_with(any).then(|| self.advance(1))
    }

    fn take(&mut self, token: &str) -> Option<()> {
        let is_there = self.rest.starts_with(token);
        is_there.then(|| self.advance(token.len()))
    }

    /// Skips white space and comments.
    fn space(&mut self) {
        loop {
            let space = self.rest.len() - self.rest.trim_start().len();
            let comment = match self.rest.get(space..space + 2) {
                Some("//") => self.rest[space..]
                    .find('\n')
                    .unwrap_or(self.rest.len() - space),
                Some("/*") => block_comment(&self.rest[space..]),
                _ => 0,
            };
            self.advance(space + comment);
            if comment == 0 {
                break;
            }
        }
    }

    fn advance(&mut self, length: usize) {
        let (read, rest) = self.rest.split_at(length);
        self.rest = rest;
        match read.rsplit_once('\n') {
            Some((lines, last)) => {
                self.at.line += 1 + lines.matches('\n').count();
                self.at.column = last.chars().count();
            }
            None => self.at.column += read.chars().count(),
        }
    }
}

/// How long the comment is that the text begins with; comments nest.
fn block_comment(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut index = 0;
    while index < text.len() {
        let rest = &text.as_bytes()[index..];
        if rest.starts_with(b"/*") {
            depth += 1;
            index += 2;
        } else if rest.starts_with(b"*/") {
            depth -= 1;
            index += 2;
        } else {
            index += 1;
        }
        if depth == 0 {
            break;
        }
    }
    index
}

#[cfg(test)]
mod tests {
    use proc_macro2::{TokenStream, TokenTree};

    use super::*;
    use crate::html::parse::tokens::Cursor;

    fn tokens(source: &str) -> Vec<Token> {
        let stream: TokenStream = source.parse().expect("the source is tokens");
        Cursor::of_stream(stream).rest().to_vec()
    }

    #[test]
    fn the_text_says_the_same_as_the_tokens() {
        let source = "{ <a href=\"é\">(one, [two]) // three {\n    /* four /* five */ */ {six } é 'b 1.5e3\n\n</a>\n  }";
        let tree = source.parse::<TokenStream>().expect("the source is tokens");
        let Some(TokenTree::Group(group)) = tree.into_iter().next() else {
            panic!("braces are a group");
        };
        let cursor = Cursor::of_group(&group);
        let tokens = cursor.rest();
        let places = Places::in_braces(tokens, group.span()).expect("every token stands there");
        assert_eq!(places.tokens.len(), tokens.len());
        for (token, (start, _)) in tokens.iter().zip(&places.tokens) {
            assert_eq!(*start, token.span().start(), "{token:?}");
        }
        let after: Vec<_> = (0..=tokens.len()).map(|index| places.gap(index)).collect();
        let (opened, first) = after[0].expect("braces have an inside");
        assert_eq!((opened.column, first.column), (1, 2));
        let (last, closed) = after[tokens.len()].expect("braces have an inside");
        assert_eq!((last.line, closed.line, closed.column), (4, 5, 2));
    }

    #[test]
    fn a_call_is_read_behind_its_name() {
        let tokens = tokens("header <p>x </p>");
        let call = "liveview::html! {<p>x </p>}";
        let places = Places::in_text(call, &tokens, 1).expect("every token stands there");
        let gap = |index| {
            let (before, after) = places.gap(index).expect("both are there");
            after.column - before.column
        };
        assert_eq!([2, 3, 4, 5, 6, 7, 8].map(gap), [0, 0, 0, 1, 0, 0, 0]);
        assert!(places.gap(1).is_none(), "what stands before is elsewhere");
    }

    #[test]
    fn a_text_with_other_tokens_says_nothing() {
        let tokens = tokens("<p>x</p>");
        for call in [
            "html! { <p>y</p> }",
            "html! { <p>x</p> z }",
            "html! { <p>x</p> } z",
            "html! { <p>x</p }",
            "html!",
            "$html",
        ] {
            assert!(Places::in_text(call, &tokens, 0).is_none(), "{call}");
        }
    }
}
