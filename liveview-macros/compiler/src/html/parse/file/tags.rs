//! Tags, comments and the code in `script` and `style`. Checks no name and no nesting.

use proc_macro2::Literal;

use super::rust;
use super::{Lexer, begins_word, word_length};

impl Lexer<'_, '_> {
    /// Reads a tag, or a comment; `<` stands next.
    pub(super) fn tag(&mut self) {
        let rest = self.rest();
        if rest.starts_with("<!--") {
            return self.comment();
        }
        let closes = rest.starts_with("</");
        self.mark('<');
        if closes {
            self.mark('/');
        }
        let name = self.name();
        let is_empty = self.inside_of_tag();
        if closes && keeps_space(&name) {
            self.spaces = self.spaces.saturating_sub(1);
        } else if keeps_space(&name) && !is_empty {
            self.spaces += 1;
        } else if is_code(&name) && !closes && !is_empty {
            self.code(&name);
        }
    }

    /// The word that stands next, which stays.
    fn name(&self) -> String {
        let rest = self.rest();
        rest[..word_length(rest)].to_owned()
    }

    /// Reads up to `>` with it; whether the tag closes itself. Where a tag has no end, it ends before the next one.
    fn inside_of_tag(&mut self) -> bool {
        let mut before = ' ';
        while let Some(first) = self.next() {
            match first {
                '>' => {
                    self.mark('>');
                    return before == '/';
                }
                '<' => break,
                '}' if self.bodies > 0 => break,
                '{' => self.braces(),
                '"' | '\'' => self.value(first),
                _ if first.is_ascii_whitespace() => self.space(),
                _ => self.character(),
            }
            before = first;
        }
        false
    }

    /// Reads a quoted value: whatever stands in it, it ends at the next such quote, as in HTML.
    fn value(&mut self, quote: char) {
        let content = &self.rest()[1..];
        let (length, closed) = match content.find(quote) {
            Some(length) => (length, 1),
            None => {
                let span = self.span(self.at..self.at + 1);
                self.diagnostics
                    .error(span, format!("this `{quote}` is never closed"))
                    .help(format!("write `{quote}` where the value ends"));
                (content.find(['\n', '>']).unwrap_or(content.len()), 0)
            }
        };
        self.literal(&content[..length], 1 + length + closed);
    }

    /// Takes so many bytes as a quoted text.
    fn literal(&mut self, text: &str, length: usize) {
        let mut literal = Literal::string(text);
        literal.set_span(self.take(length));
        self.tokens.push(literal.into());
    }

    /// What is commented out is no part of the template, whatever it is.
    fn comment(&mut self) {
        let rest = self.rest();
        let Some(end) = rest[4..].find("-->") else {
            let span = self.span(self.at..self.at + 4);
            self.diagnostics
                .error(span, "this comment never ends")
                .help("write `-->` where it ends");
            self.at = self.source.len();
            return;
        };
        "<!--".chars().for_each(|mark| self.mark(mark));
        self.at += end;
        "-->".chars().for_each(|mark| self.mark(mark));
    }

    /// Reads code up to its close tag. In quotes it is text altogether; else braces in it are slots, which a law refuses.
    fn code(&mut self, tag: &str) {
        let rest = self.rest();
        let Some(length) = rest.find(&format!("</{tag}")) else {
            self.plain(rest.len());
            return;
        };
        let end = self.at + length;
        let content = rest[..length].trim_ascii();
        self.space();
        if content.len() > 1 && content.starts_with('"') && content.ends_with('"') {
            self.literal(&content[1..content.len() - 1], content.len());
        }
        while self.at < end {
            let rest = &self.source[self.at..end];
            match rest.chars().next() {
                Some('{') if rust::balanced(&rest[1..], '}').is_ok() => self.braces(),
                Some('{' | '}') => self.plain(1),
                Some(first) if first.is_ascii_whitespace() => self.space(),
                Some(_) => {
                    let length = rest
                        .find(|next: char| next.is_ascii_whitespace() || matches!(next, '{' | '}'));
                    self.plain(length.unwrap_or(rest.len()));
                }
                None => break,
            }
        }
        self.at = end;
    }
}

fn keeps_space(tag: &str) -> bool {
    matches!(tag, "pre" | "textarea")
}

fn is_code(tag: &str) -> bool {
    matches!(tag, "script" | "style") && tag.starts_with(begins_word)
}
