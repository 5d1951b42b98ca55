//! What stands between tags: text as it is, white space, comments, and where everything else begins. Opens no block itself.

use super::Lexer;
use super::blocks::Opening;

impl Lexer<'_, '_> {
    /// Reads to the end of the text, or to the brace that ends the body around; whether it is the latter.
    pub(super) fn text(&mut self) -> bool {
        self.touches = false;
        while let Some(first) = self.next() {
            match first {
                '}' => return true,
                '{' => {
                    self.braces();
                    self.touches = false;
                }
                '<' if self.begins_tag() => {
                    self.tag();
                    self.touches = false;
                }
                '@' => self.at_sign(),
                _ if first.is_ascii_whitespace() => {
                    self.text_space();
                    self.touches = false;
                }
                _ => {
                    self.character();
                    self.touches = true;
                }
            }
        }
        false
    }

    /// A brace that ends no body.
    pub(super) fn report_closing(&mut self) {
        let span = self.take(1);
        self.diagnostics
            .error(span, "`}` closes nothing: no `{` is open here")
            .help("remove it; a brace as text is written `&rbrace;`");
    }

    fn begins_tag(&self) -> bool {
        let next = self.rest()[1..].chars().next();
        next.is_some_and(|next| super::begins_word(next) || matches!(next, '!' | '/' | '>' | ':'))
    }

    fn at_sign(&mut self) {
        match self.opening() {
            Some(opening) => {
                self.block(opening);
                self.touches = false;
            }
            None => {
                self.plain(1);
                self.touches = true;
            }
        }
    }

    /// White space stands between tokens; only where every character counts is it a text of its own.
    fn text_space(&mut self) {
        let rest = self.rest();
        let length = rest.len() - rest.trim_ascii_start().len();
        let is_kept = self.spaces > 0 && rest[..length].contains(['\t', '\r', '\u{c}']);
        if is_kept && !Opening::continues(&rest[length..]) {
            self.plain(length);
        } else {
            self.at += length;
        }
    }
}
