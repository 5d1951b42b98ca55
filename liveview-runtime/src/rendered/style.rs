//! Which texts may be the value of a style property. Changes none, only refuses.

use std::sync::atomic::{AtomicBool, Ordering};

use super::url;

/// Functions whose texts are addresses.
const ADDRESSES: [&str; 7] = [
    "url",
    "src",
    "image",
    "image-set",
    "-webkit-image-set",
    "cross-fade",
    "-webkit-cross-fade",
];

/// Whether the value is one value: nothing in it ends a declaration, opens a block, a comment or an escape, and every
/// address in it may be followed.
pub(crate) fn is_allowed(name: &str, value: &str) -> bool {
    let refusal = refusal(value);
    if let Some(reason) = refusal {
        report(name, value, reason);
    }
    refusal.is_none()
}

fn refusal(value: &str) -> Option<&'static str> {
    let ends_value = |c: char| matches!(c, ';' | '{' | '}') || c.is_control();
    if value.contains(ends_value) || value.contains("/*") || value.contains("*/") {
        return Some("it is more than one value");
    }
    if value.contains('\\') {
        return Some("an escape in it could hide what it is");
    }
    if has_priority(value) {
        return Some("browsers take no `!important` from a script: write it in a style sheet");
    }
    let mut reader = Reader {
        rest: value,
        open: Vec::new(),
    };
    match reader.read() {
        Ok(()) if reader.open.is_empty() => None,
        Ok(()) => Some("a parenthesis in it is never closed"),
        Err(reason) => Some(reason),
    }
}

fn has_priority(value: &str) -> bool {
    value.split('!').skip(1).any(|behind| {
        let word = behind.trim_start().get(..9);
        word.is_some_and(|word| word.eq_ignore_ascii_case("important"))
    })
}

/// Reads a value as far as quotes and parentheses go.
struct Reader<'v> {
    rest: &'v str,
    /// What closes each parenthesis that is open, and whether texts in it are addresses.
    open: Vec<(char, bool)>,
}

impl Reader<'_> {
    fn read(&mut self) -> Result<(), &'static str> {
        let is_sign = |c: char| matches!(c, '"' | '\'' | '(' | ')' | '[' | ']');
        while let Some(at) = self.rest.find(is_sign) {
            let (before, from) = self.rest.split_at(at);
            self.rest = &from[1..];
            match from.as_bytes()[0] {
                quote @ (b'"' | b'\'') => self.text(char::from(quote))?,
                b'(' => self.function(before)?,
                b'[' => self.open.push((']', self.holds_addresses())),
                sign => {
                    let closed = self.open.pop().map(|(closing, _)| closing);
                    if closed != Some(char::from(sign)) {
                        return Err("a parenthesis in it was never opened");
                    }
                }
            }
        }
        Ok(())
    }

    /// A text in quotes; the first quote is behind.
    fn text(&mut self, quote: char) -> Result<(), &'static str> {
        let (text, rest) = self
            .rest
            .split_once(quote)
            .ok_or("a quote in it is never closed")?;
        self.rest = rest;
        match self.holds_addresses() {
            true => follow(text),
            false => Ok(()),
        }
    }

    /// What a parenthesis opens, by the name before it; an address without quotes ends with it.
    fn function(&mut self, before: &str) -> Result<(), &'static str> {
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        let name = before.rsplit(|c| !is_name(c)).next().unwrap_or_default();
        let is = |function: &str| name.eq_ignore_ascii_case(function);
        let holds_addresses = self.holds_addresses() || ADDRESSES.into_iter().any(is);
        self.open.push((')', holds_addresses));
        let is_bare = !self.rest.trim_start().starts_with(['"', '\'']);
        if is("url") && is_bare {
            let (address, _) = self
                .rest
                .split_once(')')
                .ok_or("a parenthesis in it is never closed")?;
            follow(address)?;
            self.rest = &self.rest[address.len()..];
        }
        Ok(())
    }

    fn holds_addresses(&self) -> bool {
        self.open
            .last()
            .is_some_and(|(_, holds_addresses)| *holds_addresses)
    }
}

fn follow(address: &str) -> Result<(), &'static str> {
    match url::is_allowed(address) {
        true => Ok(()),
        false => Err("the scheme of an address in it is not http or https"),
    }
}

#[cold]
fn report(name: &str, value: &str, reason: &'static str) {
    static LOGGED: AtomicBool = AtomicBool::new(false);
    if !LOGGED.swap(true, Ordering::Relaxed) {
        let start: String = value.chars().take(64).collect();
        tracing::warn!(property = name, value = ?start, reason, "refused a style value (logged once)");
    }
}

#[cfg(test)]
mod tests {
    use super::refusal;

    #[test]
    fn one_value_is_one_value() {
        for value in [
            "",
            "red",
            "1px solid rgb(0 0 0 / 50%)",
            "calc(100% - (2 * var(--gap, 3px)))",
            "url(/a.png), url('b.png'), URL( \"https://example.com/c.png\" )",
            "image-set(\"a.png\" 1x, url(b.png) 2x)",
            "\"Note: it's open (\"",
            "[full-start] 1fr [full-end]",
            "\"!\"",
            "'é' counter(x)",
        ] {
            assert_eq!(refusal(value), None, "{value}");
        }
    }

    #[test]
    fn what_is_more_than_a_value_is_none() {
        for value in [
            "red;color:blue",
            "red}body{display:none",
            "red/*",
            "*/red",
            "red\n",
            "\\72 ed",
            "u\\72l(javascript:x)",
            "red !important",
            "red! IMPORTANT",
            "url(javascript:alert(1))",
            "URL( 'javascript:alert(1)')",
            "url(\tJaVaScRiPt:x)",
            "url(data:image/svg+xml,<svg/>)",
            "image-set(\"data:text/html,x\" 1x)",
            "cross-fade(url(/a), image(\"vbscript:x\"))",
            "src('javascript:x')",
            "url(/a.png",
            "calc(1px",
            "1px)",
            "[a)",
            "\"a",
            "'a",
        ] {
            assert!(refusal(value).is_some(), "{value}");
        }
    }
}
