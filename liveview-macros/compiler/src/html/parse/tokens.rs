//! Tokens as a template reads them: parentheses are text too, only braces nest. Knows no HTML.

use proc_macro2::{
    Delimiter, Group, Ident, LineColumn, Literal, Punct, Span, TokenStream, TokenTree,
};

use super::places::Places;
use super::plain;

/// One token. Parentheses and brackets lie flat, so that `({count})` is text, a slot, text.
#[derive(Debug, Clone)]
pub(super) enum Token {
    Word(Ident),
    Mark(Punct),
    Literal(Literal),
    /// Text that is no token of Rust's.
    Plain(String, Span),
    Braces(Group),
    /// `(` or `[`; what it closes with stands at this index.
    Open(Group, usize),
    Close(char, Span),
}

/// The tokens between two braces and how far we are.
#[derive(Debug)]
pub(super) struct Cursor {
    tokens: Vec<Token>,
    places: Option<Places>,
    position: usize,
    opened: Option<Span>,
    closed: Option<Span>,
}

impl Cursor {
    /// The tokens of a whole macro body.
    pub(super) fn of_stream(stream: TokenStream) -> Self {
        let mut tokens = Vec::new();
        flatten(stream, &mut tokens);
        Cursor {
            tokens,
            places: None,
            position: 0,
            opened: None,
            closed: None,
        }
    }

    /// The tokens of a group.
    pub(super) fn of_group(group: &Group) -> Self {
        let cursor = Cursor::of_stream(group.stream());
        Cursor {
            places: Places::in_braces(&cursor.tokens, group.span()),
            opened: Some(group.span_open()),
            closed: Some(group.span_close()),
            ..cursor
        }
    }

    /// Finds the tokens that are left in the text of the macro's call.
    pub(super) fn locate(&mut self) {
        self.places = Places::in_call(&self.tokens, self.position);
    }

    /// The token `ahead` of the next one.
    pub(super) fn peek(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.position + ahead)
    }

    /// The tokens that are left.
    pub(super) fn rest(&self) -> &[Token] {
        &self.tokens[self.position.min(self.tokens.len())..]
    }

    /// The tokens taken last, so many.
    pub(super) fn behind(&self, count: usize) -> &[Token] {
        let end = self.position.min(self.tokens.len());
        &self.tokens[end.saturating_sub(count)..end]
    }

    /// Takes one token.
    pub(super) fn bump(&mut self) -> Option<Token> {
        let token = self.tokens.get(self.position).cloned();
        self.position += 1;
        token
    }

    /// Takes so many tokens.
    pub(super) fn skip(&mut self, count: usize) {
        self.position += count;
    }

    /// Takes one token, a parenthesis with all that is in it.
    pub(super) fn bump_tree(&mut self) -> Option<TokenTree> {
        let token = self.bump()?;
        if let Token::Open(_, close) = token {
            self.position = close + 1;
        }
        Some(token.tree())
    }

    /// Whether this punctuation stands `ahead`.
    pub(super) fn is_mark(&self, ahead: usize, character: char) -> bool {
        self.peek(ahead)
            .is_some_and(|token| token.is_mark(character))
    }

    /// The word that stands `ahead`.
    pub(super) fn word(&self, ahead: usize) -> Option<&Ident> {
        match self.peek(ahead)? {
            Token::Word(word) => Some(word),
            _ => None,
        }
    }

    /// The white space before the token that stands `ahead`, or before the closing brace.
    pub(super) fn gap(&self, ahead: usize) -> String {
        let index = self.position + ahead;
        if let Some((before, after)) = self.place_of_gap(index) {
            return white_space(before, after);
        }
        let before = match index.checked_sub(1) {
            Some(index) => self.tokens.get(index).map(Token::end),
            None => self.opened.map(end_of_opening),
        };
        let after = self.tokens.get(index).map(Token::start);
        let after = after.or(self.closed.map(start_of_closing));
        match (before, after) {
            (Some(before), Some(after)) => white_space(before, after),
            _ => String::new(),
        }
    }

    fn place_of_gap(&self, index: usize) -> Option<(LineColumn, LineColumn)> {
        self.places.as_ref()?.gap(index)
    }

    /// Whether nothing stands between the token `ahead` and the one before it.
    pub(super) fn is_adjacent(&self, ahead: usize) -> bool {
        self.gap(ahead).is_empty()
    }

    /// Whether the next token is known to touch the one before it; an editor's expansion may not know any place.
    pub(super) fn is_touching(&self) -> bool {
        let Some(before) = self
            .position
            .checked_sub(1)
            .and_then(|index| self.tokens.get(index))
        else {
            return false;
        };
        let has_places = self.place_of_gap(self.position).is_some()
            || before.span().start() != self.span().start();
        has_places && self.is_adjacent(0)
    }

    /// Where the closing brace stands, if there is one.
    pub(super) fn closing(&self) -> Option<Span> {
        self.closed
    }

    /// The place of the next token, or where the tokens end.
    pub(super) fn span(&self) -> Span {
        self.peek(0)
            .map(Token::span)
            .or(self.closed)
            .unwrap_or_else(|| self.previous())
    }

    /// The place of the token taken last.
    pub(super) fn previous(&self) -> Span {
        let last = self.position.min(self.tokens.len());
        last.checked_sub(1)
            .map(|index| self.tokens[index].last())
            .or(self.opened)
            .unwrap_or_else(Span::call_site)
    }
}

impl Token {
    pub(super) fn is_mark(&self, character: char) -> bool {
        matches!(self, Token::Mark(mark) if mark.as_char() == character)
    }

    pub(super) fn is_word(&self, text: &str) -> bool {
        matches!(self, Token::Word(word) if word == text)
    }

    /// The token itself; of a parenthesis, all that is in it.
    pub(super) fn tree(&self) -> TokenTree {
        match self {
            Token::Word(word) => word.clone().into(),
            Token::Mark(mark) => mark.clone().into(),
            Token::Literal(literal) => literal.clone().into(),
            Token::Braces(group) | Token::Open(group, _) => group.clone().into(),
            Token::Close(_, span) | Token::Plain(_, span) => spanned_nothing(*span),
        }
    }

    /// Its characters, as the source has them; braces are never text.
    pub(super) fn written(&self) -> String {
        match self {
            Token::Word(word) => word.to_string(),
            Token::Mark(mark) => mark.as_char().to_string(),
            Token::Literal(literal) => literal.to_string(),
            Token::Open(group, _) if group.delimiter() == Delimiter::Bracket => "[".to_owned(),
            Token::Open(..) => "(".to_owned(),
            Token::Close(character, _) => character.to_string(),
            Token::Plain(text, _) => text.clone(),
            Token::Braces(_) => String::new(),
        }
    }

    /// Where it begins.
    pub(super) fn span(&self) -> Span {
        match self {
            Token::Word(word) => word.span(),
            Token::Mark(mark) => mark.span(),
            Token::Literal(literal) => literal.span(),
            Token::Braces(group) => group.span(),
            Token::Open(group, _) => group.span_open(),
            Token::Close(_, span) | Token::Plain(_, span) => *span,
        }
    }

    /// What to point at where it ends.
    fn last(&self) -> Span {
        match self {
            Token::Braces(group) => group.span_close(),
            other => other.span(),
        }
    }

    fn start(&self) -> LineColumn {
        match self {
            Token::Close(_, span) => start_of_closing(*span),
            other => other.span().start(),
        }
    }

    fn end(&self) -> LineColumn {
        match self {
            Token::Open(group, _) => end_of_opening(group.span_open()),
            other => other.last().end(),
        }
    }
}

fn flatten(stream: TokenStream, tokens: &mut Vec<Token>) {
    for tree in stream {
        match tree {
            TokenTree::Ident(word) => tokens.push(Token::Word(word)),
            TokenTree::Punct(mark) => tokens.push(Token::Mark(mark)),
            TokenTree::Literal(literal) => tokens.push(Token::Literal(literal)),
            TokenTree::Group(group) => match group.delimiter() {
                Delimiter::Brace => tokens.push(Token::Braces(group)),
                // A macro's `$fragment` arrives in an invisible group, which an author never typed.
                Delimiter::None => match plain::read(&group) {
                    Some(text) => tokens.push(Token::Plain(text, group.span())),
                    None => flatten(group.stream(), tokens),
                },
                Delimiter::Parenthesis => flatten_group(group, ')', tokens),
                Delimiter::Bracket => flatten_group(group, ']', tokens),
            },
        }
    }
}

fn flatten_group(group: Group, closing: char, tokens: &mut Vec<Token>) {
    let opening = tokens.len();
    tokens.push(Token::Close(closing, group.span_open()));
    flatten(group.stream(), tokens);
    let end = tokens.len();
    tokens.push(Token::Close(closing, group.span_close()));
    tokens[opening] = Token::Open(group, end);
}

/// A closing parenthesis is never taken as a tree by itself: whoever takes trees has taken its opening.
fn spanned_nothing(span: Span) -> TokenTree {
    let mut group = Group::new(Delimiter::None, TokenStream::new());
    group.set_span(span);
    group.into()
}

/// A delimiter is one character wide. A group that a macro made anew gives its whole width for each of the two.
fn end_of_opening(span: Span) -> LineColumn {
    let LineColumn { line, column } = span.start();
    LineColumn {
        line,
        column: column + 1,
    }
}

fn start_of_closing(span: Span) -> LineColumn {
    let LineColumn { line, column } = span.end();
    LineColumn {
        line,
        column: column.saturating_sub(1),
    }
}

/// Rebuilds what stood between two tokens from their lines and columns.
fn white_space(end: LineColumn, start: LineColumn) -> String {
    if start.line > end.line {
        let mut text = "\n".repeat((start.line - end.line).min(MOST_LINES));
        text.push_str(&" ".repeat(start.column.min(MOST_COLUMNS)));
        text
    } else if start.line == end.line && start.column > end.column {
        " ".repeat((start.column - end.column).min(MOST_COLUMNS))
    } else {
        String::new()
    }
}

/// Bounds what a wrapper macro with spans from elsewhere can make us write.
const MOST_LINES: usize = 10_000;
const MOST_COLUMNS: usize = 10_000;
