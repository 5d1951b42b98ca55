//! Text into HTML, by one loop: looks for what a parser would read as markup, copies the rest in bulk. Knows neither tags nor attributes.

/// Appends `text` so that an HTML parser reads exactly it, between tags or in a quoted attribute.
///
/// Besides the four signs of markup there are two characters that parsers change: a carriage return would become a line
/// feed, and U+0000, which HTML cannot hold, is written as the replacement character, as the wire does.
#[inline]
pub fn escape(text: &str, html: &mut String) {
    if is_clean(text.as_bytes()) {
        html.push_str(text);
    } else {
        escape_marked(text, html);
    }
}

fn is_clean(bytes: &[u8]) -> bool {
    // Whole blocks without a branch inside: the compiler turns them into vector instructions.
    let (blocks, rest) = bytes.as_chunks::<16>();
    blocks.iter().all(|block| {
        !block
            .iter()
            .fold(false, |found, &byte| found | is_special(byte))
    }) && !rest.iter().any(|&byte| is_special(byte))
}

const fn is_special(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\r' | 0)
}

#[cold]
fn escape_marked(text: &str, html: &mut String) {
    let mut copied = 0;
    for (index, byte) in text.bytes().enumerate() {
        let replacement = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\r' => "&#13;",
            0 => "\u{fffd}",
            _ => continue,
        };
        html.push_str(&text[copied..index]);
        html.push_str(replacement);
        copied = index + 1;
    }
    html.push_str(&text[copied..]);
}
