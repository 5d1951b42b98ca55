//! Tags and texts of HTML, as the standard's tokenizer finds them. Builds no tree.

/// One thing read.
pub(super) enum Token<'h> {
    /// Characters that are text as they stand.
    Text(&'h str),
    /// `<` that begins no tag.
    Sign,
    /// `<name …>`.
    Start(Tag<'h>),
    /// `</name …>`.
    End(String),
}

/// A start tag.
pub(super) struct Tag<'h> {
    /// In lower case.
    pub(super) name: String,
    /// All of it, from `<` to `>`.
    pub(super) source: &'h str,
    /// Whether it ends in `/>`.
    pub(super) is_self_closing: bool,
}

pub(super) struct Reader<'h> {
    rest: &'h str,
}

impl<'h> Reader<'h> {
    pub(super) fn new(html: &'h str) -> Self {
        Reader { rest: html }
    }

    /// The next token; comments and declarations are passed over, but `<![CDATA[…]]>` can be text.
    pub(super) fn next(&mut self, takes_cdata: bool) -> Option<Token<'h>> {
        loop {
            let next = self.rest.bytes().next()?;
            if next != b'<' {
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                return Some(Token::Text(self.take(end)));
            }
            let behind = &self.rest[1..];
            if behind.starts_with(|c: char| c.is_ascii_alphabetic()) {
                return self.start();
            }
            if let Some(data) = behind.strip_prefix("![CDATA[").filter(|_| takes_cdata) {
                let end = data.find("]]>").unwrap_or(data.len());
                self.rest = data.get(end + 3..).unwrap_or_default();
                return Some(Token::Text(&data[..end]));
            }
            if let Some(name) = behind.strip_prefix('/') {
                if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
                    return self.end();
                }
                self.pass(name, ">");
            } else if let Some(comment) = behind.strip_prefix("!--") {
                self.comment(comment);
            } else if behind.starts_with(['!', '?']) {
                self.pass(behind, ">");
            } else {
                self.rest = behind;
                return Some(Token::Sign);
            }
        }
    }

    /// The raw text of an element, up to its end tag, which is passed over.
    pub(super) fn raw(&mut self, name: &str) -> &'h str {
        let end = end_of_raw(self.rest, name);
        let text = self.take(end);
        // Its tag is there, or all is at an end.
        let _ = self.end();
        text
    }

    /// How much is left.
    pub(super) fn left(&self) -> usize {
        self.rest.len()
    }

    /// How much will be left behind the raw text of an element and its end tag.
    pub(super) fn left_behind(&self, name: &str) -> usize {
        let mut ahead = Reader::new(self.rest);
        ahead.raw(name);
        ahead.left()
    }

    fn take(&mut self, length: usize) -> &'h str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    fn pass(&mut self, from: &'h str, end: &str) {
        self.rest = from.split_once(end).map_or("", |(_, rest)| rest);
    }

    fn comment(&mut self, from: &'h str) {
        for short in [">", "->"] {
            if let Some(rest) = from.strip_prefix(short) {
                self.rest = rest;
                return;
            }
        }
        let mut rest = from;
        while let Some(dashes) = rest.find("--") {
            rest = &rest[dashes + 1..];
            let end = rest.strip_prefix("->").or(rest.strip_prefix("-!>"));
            if let Some(behind) = end {
                self.rest = behind;
                return;
            }
        }
        self.rest = "";
    }

    fn start(&mut self) -> Option<Token<'h>> {
        let name = self.name(1);
        let (end, is_self_closing) = self.end_of_tag(1 + name.len())?;
        Some(Token::Start(Tag {
            name,
            source: self.take(end),
            is_self_closing,
        }))
    }

    fn end(&mut self) -> Option<Token<'h>> {
        let name = self.name(2);
        let (end, _) = self.end_of_tag(2 + name.len())?;
        self.take(end);
        Some(Token::End(name))
    }

    fn name(&self, from: usize) -> String {
        let name = self.rest.get(from..).unwrap_or_default();
        let end = name.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
        name[..end.unwrap_or(name.len())].to_ascii_lowercase()
    }

    /// Where a tag ends whose name ends here, and whether it does with `/>`. One that never ends takes all that is left.
    fn end_of_tag(&mut self, from: usize) -> Option<(usize, bool)> {
        let end = end_of_tag(self.rest.as_bytes(), from);
        if end.is_none() {
            self.rest = "";
        }
        end
    }
}

fn end_of_tag(html: &[u8], mut at: usize) -> Option<(usize, bool)> {
    loop {
        at = past(html, at, |byte| byte.is_ascii_whitespace() || byte == b'/');
        if *html.get(at)? == b'>' {
            return Some((at + 1, html[at - 1] == b'/'));
        }
        // A name may begin with `=`.
        at = past(html, at + 1, |byte| {
            !byte.is_ascii_whitespace() && !matches!(byte, b'/' | b'>' | b'=')
        });
        let value = past(html, at, |byte| byte.is_ascii_whitespace());
        if html.get(value) != Some(&b'=') {
            continue;
        }
        at = past(html, value + 1, |byte| byte.is_ascii_whitespace());
        match *html.get(at)? {
            quote @ (b'"' | b'\'') => at = past(html, at + 1, |byte| byte != quote) + 1,
            b'>' => return Some((at + 1, false)),
            _ => {
                at = past(html, at, |byte| !byte.is_ascii_whitespace() && byte != b'>');
                if html.get(at) == Some(&b'>') {
                    return Some((at + 1, false));
                }
            }
        }
    }
}

fn past(html: &[u8], from: usize, is_passed: impl Fn(u8) -> bool) -> usize {
    let rest = html.get(from..).unwrap_or_default();
    from + rest.iter().take_while(|byte| is_passed(**byte)).count()
}

/// Where in raw text the element's end tag begins.
fn end_of_raw(text: &str, name: &str) -> usize {
    let mut from = 0;
    while let Some(found) = text[from..].find("</") {
        let at = from + found;
        let behind = &text[at + 2..];
        let is_name = behind
            .get(..name.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(name));
        let is_end = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>');
        if is_name && behind[name.len()..].starts_with(is_end) {
            return at;
        }
        from = at + 2;
    }
    text.len()
}
