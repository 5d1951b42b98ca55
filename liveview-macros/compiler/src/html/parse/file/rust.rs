//! Rust in the middle of a text: where each token ends, and where a bracket closes. Understands nothing of what it says.

/// What stands at the beginning of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lexeme {
    /// White space or a comment.
    Space,
    Word,
    Mark(char),
    /// A string, a character, a number, a lifetime.
    Other,
    Open(char),
    Close(char),
    /// No token of Rust, or one that never ends.
    Broken,
}

/// Why a bracket has no end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unbalanced {
    /// The byte where it shows.
    pub(super) at: usize,
    pub(super) reason: Reason,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    /// The text ends.
    End,
    /// A bracket closes what is not open; this one was due.
    Closes(char),
    Broken,
    /// Brackets nest more than [`DEEPEST`] deep.
    Deep,
}

/// How deep brackets may nest in one expression: rustc itself stops at 128.
pub(super) const DEEPEST: usize = 128;

/// The length of the text up to the bracket that closes what was opened before it.
pub(super) fn balanced(text: &str, closing: char) -> Result<usize, Unbalanced> {
    let mut due = vec![closing];
    let mut at = 0;
    let failed = |at, reason| Err(Unbalanced { at, reason });
    while at < text.len() {
        let (lexeme, length) = lexeme(&text[at..]);
        match lexeme {
            Lexeme::Open(_) if due.len() >= DEEPEST => return failed(at, Reason::Deep),
            Lexeme::Open(open) => due.push(closing_of(open)),
            Lexeme::Close(close) if due.last() == Some(&close) => {
                due.pop();
                if due.is_empty() {
                    return Ok(at);
                }
            }
            Lexeme::Close(_) => {
                return failed(at, Reason::Closes(due.last().copied().unwrap_or(closing)));
            }
            Lexeme::Broken => return failed(at, Reason::Broken),
            _ => {}
        }
        at += length;
    }
    failed(text.len(), Reason::End)
}

/// The bracket that closes this one.
pub(super) fn closing_of(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

/// The lexeme that a text begins with, and its length in bytes; the text is not empty.
pub(super) fn lexeme(text: &str) -> (Lexeme, usize) {
    let mut characters = text.chars();
    let first = characters.next().unwrap_or(' ');
    let second = characters.next();
    match first {
        '/' if second == Some('/') => (Lexeme::Space, text.find('\n').unwrap_or(text.len())),
        '/' if second == Some('*') => comment(text),
        '"' => ended(string(&text[1..]), 1),
        '\'' => quote(text),
        '(' | '[' | '{' => (Lexeme::Open(first), 1),
        ')' | ']' | '}' => (Lexeme::Close(first), 1),
        _ if first.is_whitespace() => (Lexeme::Space, first.len_utf8()),
        _ if first.is_ascii_digit() => number(text),
        _ if is_word(first) => word(text),
        '!' | '#' | '$' | '%' | '&' | '*' | '+' | ',' | '-' | '.' | '/' | ':' | ';' | '<' | '='
        | '>' | '?' | '@' | '^' | '|' | '~' => (Lexeme::Mark(first), 1),
        _ => (Lexeme::Broken, first.len_utf8()),
    }
}

fn is_word(character: char) -> bool {
    character == '_' || character.is_alphabetic()
}

fn ended(length: Option<usize>, before: usize) -> (Lexeme, usize) {
    match length {
        Some(length) => (Lexeme::Other, before + length),
        None => (Lexeme::Broken, before),
    }
}

/// The length of a string behind its opening quote, the closing one included.
fn string(text: &str) -> Option<usize> {
    let mut characters = text.char_indices();
    while let Some((index, character)) = characters.next() {
        match character {
            '\\' => drop(characters.next()),
            '"' => return Some(index + 1),
            _ => {}
        }
    }
    None
}

/// A character or a lifetime.
fn quote(text: &str) -> (Lexeme, usize) {
    let inner = &text[1..];
    let Some(first) = inner.chars().next() else {
        return (Lexeme::Broken, 1);
    };
    if first == '\\' {
        let escaped = inner[1..].chars().next().map_or(0, char::len_utf8);
        let end = inner[1 + escaped..].find('\'');
        return ended(end.map(|end| escaped + end + 2), 1);
    }
    if inner[first.len_utf8()..].starts_with('\'') && first != '\'' && first != '\n' {
        return (Lexeme::Other, 2 + first.len_utf8());
    }
    if is_word(first) {
        return (Lexeme::Other, 1 + word_length(inner));
    }
    (Lexeme::Broken, 1)
}

fn number(text: &str) -> (Lexeme, usize) {
    let whole = digits(text);
    let fraction = text[whole..]
        .strip_prefix('.')
        .filter(|rest| rest.starts_with(|next: char| next.is_ascii_digit()))
        .map_or(0, |rest| 1 + digits(rest));
    (Lexeme::Other, whole + fraction)
}

fn digits(text: &str) -> usize {
    text.find(|character: char| !character.is_ascii_alphanumeric() && character != '_')
        .unwrap_or(text.len())
}

fn word_length(text: &str) -> usize {
    text.find(|character: char| !is_word(character) && !character.is_numeric())
        .unwrap_or(text.len())
}

/// A word, or a literal with a prefix: `r#"…"#`, `b"…"`, `c"…"`, `b'…'`.
fn word(text: &str) -> (Lexeme, usize) {
    let length = word_length(text);
    let (name, rest) = text.split_at(length);
    match (name, rest.chars().next()) {
        ("r" | "br" | "cr", Some('"' | '#')) => raw(text, length),
        ("b" | "c", Some('"')) => ended(string(&rest[1..]), length + 1),
        ("b", Some('\'')) => {
            let (lexeme, more) = quote(rest);
            (lexeme, length + more)
        }
        _ => (Lexeme::Word, length),
    }
}

/// `r"…"`, `r##"…"##` or `r#name`.
fn raw(text: &str, prefix: usize) -> (Lexeme, usize) {
    let rest = &text[prefix..];
    let hashes = rest.bytes().take_while(|byte| *byte == b'#').count();
    let inner = &rest[hashes..];
    if inner.starts_with(is_word) && hashes == 1 {
        return (Lexeme::Word, prefix + hashes + word_length(inner));
    }
    let end = format!("\"{}", "#".repeat(hashes));
    let length = inner
        .strip_prefix('"')
        .and_then(|content| content.find(&end));
    ended(length.map(|length| length + 1 + end.len()), prefix + hashes)
}

/// `/* … */`, which nests.
fn comment(text: &str) -> (Lexeme, usize) {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(found) = text[at..].find(['/', '*']) {
        at += found;
        if text[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return (Lexeme::Space, at);
            }
        } else {
            at += 1;
        }
    }
    (Lexeme::Broken, 2)
}
