//! Blocks: where a header, which is Rust, gives way to a body, which is text. Splits no header and misses no part of one.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::rust::{self, Lexeme};
use super::{Lexer, word_length};
use crate::html::parse::{DEEPEST, hints};

/// What stands behind `@`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Opening {
    /// The length of the keyword as written.
    length: usize,
    /// The keyword that is meant.
    keyword: &'static str,
}

/// What a header meets outside of brackets.
enum Seen<'s> {
    Word(&'s str),
    Mark(char),
    /// Braces, and all behind the opening one.
    Braces(&'s str),
}

/// Why a header ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    Wanted,
    /// The text does, or the body around.
    End,
    /// This bracket is never closed.
    Open(Delimiter, char),
    /// No Rust goes on here.
    Broken,
}

impl Opening {
    /// Whether a block goes on here.
    pub(super) fn continues(text: &str) -> bool {
        text.starts_with("@else") || text.starts_with("@empty")
    }
}

impl Lexer<'_, '_> {
    /// The block that `@` opens here; elsewhere, as in an address, it is text.
    pub(super) fn opening(&self) -> Option<Opening> {
        let behind = &self.rest()[1..];
        let length = word_length(behind);
        let keyword = hints::keyword(&behind[..length])?;
        let is_header =
            behind[length..].starts_with(|next: char| next == '(' || next.is_ascii_whitespace());
        let opens = !self.touches || (hints::opens(keyword) && is_header);
        opens.then_some(Opening { length, keyword })
    }

    /// Reads a block; `@` stands next.
    pub(super) fn block(&mut self, opening: Opening) {
        self.mark('@');
        self.word(opening.length);
        match opening.keyword {
            "if" => {
                self.condition();
                self.body();
            }
            "else" => {
                self.rust_space();
                if self.rest().starts_with("if") && word_length(self.rest()) == 2 {
                    self.condition();
                }
                self.body();
            }
            "match" => {
                self.header(|seen| matches!(seen, Seen::Mark(';') | Seen::Braces(_)));
                self.arms();
            }
            "for" => {
                self.repetition();
                self.body();
            }
            "empty" => self.body(),
            "let" => self.binding(),
            _ => {
                self.rust_space();
                if self.next() == Some('(') {
                    self.bracketed(Delimiter::Parenthesis, ')');
                }
            }
        }
    }

    /// Each `let` in a condition brings a pattern, braces and all, up to its `=`.
    fn condition(&mut self) {
        let mut in_pattern = false;
        let mut previous = ' ';
        self.header(|seen| {
            let mark = match seen {
                Seen::Mark(mark) => *mark,
                _ => ' ',
            };
            if matches!(seen, Seen::Word("let")) {
                in_pattern = true;
            } else if in_pattern && previous == '=' && mark != '=' {
                in_pattern = false;
            }
            // `..=` and `==` end no pattern.
            previous = match (previous, mark) {
                ('.' | '=', '=') => '.',
                _ => mark,
            };
            !in_pattern && matches!(seen, Seen::Mark(';') | Seen::Braces(_))
        });
    }

    /// `pattern in rows; key row.id`, where only the pattern may hold braces.
    fn repetition(&mut self) {
        let mut in_pattern = true;
        self.header(|seen| match seen {
            Seen::Word("in") => {
                in_pattern = false;
                false
            }
            Seen::Braces(inner) => !(in_pattern && is_pattern(inner)),
            _ => false,
        });
    }

    /// To its semicolon; where it has none, to the end of its line.
    fn binding(&mut self) {
        let (end, stop) = self.scan(|seen| matches!(seen, Seen::Mark(';')));
        if stop == Stop::Wanted {
            self.take_rust(end + 1);
            return;
        }
        let rest = self.rest();
        let line = rest.find('\n').unwrap_or(rest.len());
        let end = self.at + rest[..line].find(['<', '}']).unwrap_or(line);
        let tokens = self.places.rust(self.at..end).unwrap_or_default();
        self.tokens.extend(tokens);
        self.at = end;
    }

    /// Reads Rust until it is told to stop; where it breaks off before, the mistake.
    fn header(&mut self, stops: impl FnMut(&Seen<'_>) -> bool) {
        let (end, stop) = self.scan(stops);
        self.take_rust(end);
        match stop {
            Stop::Wanted | Stop::End => {}
            Stop::Open(delimiter, closing) => self.bracketed(delimiter, closing),
            Stop::Broken => {
                self.report_broken(self.at);
                self.skip_to_body();
            }
        }
    }

    /// How far Rust goes from here, and why no further.
    fn scan(&self, mut stops: impl FnMut(&Seen<'_>) -> bool) -> (usize, Stop) {
        let mut at = self.at;
        while at < self.source.len() {
            let rest = &self.source[at..];
            let (lexeme, mut length) = rust::lexeme(rest);
            let seen = match lexeme {
                Lexeme::Word => Some(Seen::Word(&rest[..length])),
                Lexeme::Mark(mark) => Some(Seen::Mark(mark)),
                Lexeme::Open('{') => Some(Seen::Braces(&rest[1..])),
                Lexeme::Other | Lexeme::Open(_) => Some(Seen::Mark(' ')),
                _ => None,
            };
            if seen.is_some_and(|seen| stops(&seen)) {
                return (at, Stop::Wanted);
            }
            match lexeme {
                Lexeme::Open(open) => {
                    let (delimiter, closing) = (delimiter_of(open), rust::closing_of(open));
                    let Ok(inner) = rust::balanced(&rest[1..], closing) else {
                        return (at, Stop::Open(delimiter, closing));
                    };
                    length = inner + 2;
                }
                Lexeme::Close('}') => break,
                Lexeme::Close(_) | Lexeme::Broken => return (at, Stop::Broken),
                _ => {}
            }
            at += length;
        }
        (at, Stop::End)
    }

    /// Takes Rust up to there.
    fn take_rust(&mut self, end: usize) {
        let tokens = self.rust(self.at..end);
        self.tokens.extend(tokens);
        self.at = end;
    }

    /// Goes on at the next braces of the line, or at what ends the body around.
    fn skip_to_body(&mut self) {
        let rest = self.rest();
        let line = rest.find('\n').unwrap_or(rest.len());
        self.at += rest[..line].find(['{', '}']).unwrap_or(line);
    }

    /// Reads `{ template }`, if it stands next.
    fn body(&mut self) {
        self.rust_space();
        if self.next() == Some('{') {
            self.in_braces(|lexer| {
                lexer.text();
            });
        }
    }

    /// Reads `{ pattern => { template } … }`, if it stands next.
    fn arms(&mut self) {
        self.rust_space();
        if self.next() == Some('{') {
            self.in_braces(|lexer| while lexer.arm() {});
        }
    }

    /// Reads an arm; whether another may follow.
    fn arm(&mut self) -> bool {
        self.rust_space();
        let start = self.at;
        let mut previous = ' ';
        let mut is_arrow = false;
        self.header(|seen| {
            let mark = match seen {
                Seen::Mark(mark) => *mark,
                _ => ' ',
            };
            let was_arrow = is_arrow;
            is_arrow = previous == '=' && mark == '>';
            previous = mark;
            was_arrow
        });
        if self.next() == Some('{') {
            self.body();
        } else {
            self.header(|seen| matches!(seen, Seen::Mark(',')));
        }
        self.rust_space();
        if self.next() == Some(',') {
            self.mark(',');
        }
        self.at > start
    }

    /// Reads braces whose content is `inside`'s to read; it stops before the closing one.
    fn in_braces(&mut self, inside: impl FnOnce(&mut Self)) {
        let start = self.at;
        let around = std::mem::take(&mut self.tokens);
        self.at += 1;
        self.bodies += 1;
        if self.bodies <= DEEPEST + 1 {
            inside(self);
        } else {
            let rest = self.rest();
            self.at += rust::balanced(rest, '}').unwrap_or(rest.len());
        }
        self.bodies -= 1;
        let inner: Vec<TokenTree> = std::mem::replace(&mut self.tokens, around);
        match self.next() {
            Some('}') => self.at += 1,
            _ => self.report_body(start),
        }
        self.group(Delimiter::Brace, start, TokenStream::from_iter(inner));
    }

    fn report_body(&mut self, start: usize) {
        let span = self.span(start..start + 1);
        self.diagnostics
            .error(span, "the body that begins here is never closed")
            .help("write `}` where the body ends; a brace as text is written `&lbrace;`");
    }

    /// Takes white space and comments, as Rust has them.
    fn rust_space(&mut self) {
        while self.at < self.source.len() {
            match rust::lexeme(self.rest()) {
                (Lexeme::Space, length) => self.at += length,
                _ => break,
            }
        }
    }
}

fn delimiter_of(open: char) -> Delimiter {
    match open {
        '(' => Delimiter::Parenthesis,
        '[' => Delimiter::Bracket,
        _ => Delimiter::Brace,
    }
}

/// Whether the braces whose content begins here belong to a loop's pattern: `in` or `|` follows them.
fn is_pattern(inner: &str) -> bool {
    let Ok(length) = rust::balanced(inner, '}') else {
        return false;
    };
    let behind = inner[length + 1..].trim_ascii_start();
    behind.starts_with('|') || (behind.starts_with("in") && word_length(behind) == 2)
}
