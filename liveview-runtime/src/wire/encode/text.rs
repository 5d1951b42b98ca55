//! The leaves of JSON: strings, numbers, short hashes. Knows nothing of what they mean.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// Appends a JSON string.
///
/// U+0000 is written as the replacement character, as in the page: HTML cannot hold it, and a page must not depend on
/// the way by which a value came.
pub(super) fn string(out: &mut String, text: &str) {
    out.push('"');
    let mut copied = 0;
    for (index, byte) in text.bytes().enumerate() {
        if byte >= b' ' && byte != b'"' && byte != b'\\' {
            continue;
        }
        out.push_str(&text[copied..index]);
        copied = index + 1;
        match byte {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            0 => out.push('\u{fffd}'),
            control => {
                const DIGITS: [char; 16] = [
                    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f',
                ];
                out.push_str("\\u00");
                out.push(DIGITS[usize::from(control >> 4)]);
                out.push(DIGITS[usize::from(control & 15)]);
            }
        }
    }
    out.push_str(&text[copied..]);
    out.push('"');
}

/// Appends a number.
pub(super) fn number(out: &mut String, number: impl itoa::Integer) {
    out.push_str(itoa::Buffer::new().format(number));
}

/// A fingerprint or digest as the wire says it: 11 characters of base64url.
pub fn base64(hash: u64) -> String {
    URL_SAFE_NO_PAD.encode(hash.to_be_bytes())
}

/// The same JSON for a place inside of `<script>`: nothing in it can end the element or begin a comment.
pub fn script_safe(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for char in json.chars() {
        match char {
            // Outside of strings JSON has none of these.
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            char => safe.push(char),
        }
    }
    safe
}
