//! Text into HTML: looks for what a parser would read as markup, copies the rest in bulk. Knows neither tags nor attributes.

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

/// Whether nothing in there needs escaping. May err on the side of no.
#[inline]
pub(crate) fn is_clean(bytes: &[u8]) -> bool {
    // Short texts are most: two words that overlap cover them without a loop.
    match bytes.len() {
        0..4 => !bytes.iter().any(|&byte| is_special(byte)),
        4..8 => bytes
            .first_chunk()
            .zip(bytes.last_chunk())
            .is_some_and(|(&first, &last)| {
                let halves = [u32::from_le_bytes(first), u32::from_le_bytes(last)];
                is_clean_word(u64::from(halves[0]) << 32 | u64::from(halves[1]))
            }),
        8..=16 => are_ends_clean(bytes),
        _ => {
            let (words, rest) = bytes.as_chunks();
            words
                .iter()
                .all(|&word| is_clean_word(u64::from_le_bytes(word)))
                && (rest.is_empty() || are_ends_clean(bytes))
        }
    }
}

/// Whether the first and the last eight bytes are clean.
#[inline]
fn are_ends_clean(bytes: &[u8]) -> bool {
    bytes
        .first_chunk()
        .zip(bytes.last_chunk())
        .is_some_and(|(&first, &last)| {
            is_clean_word(u64::from_le_bytes(first)) & is_clean_word(u64::from_le_bytes(last))
        })
}

/// Eight bytes at once: none of them below U+0020, nor one of `"&<>`.
///
/// Below U+0020 is more than needs escaping; the loop that follows copies the rest.
#[inline]
fn is_clean_word(word: u64) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    // `"` and `&` differ in one bit, and so do `<` and `>`. A byte that is zero borrows from its high bit.
    let quote_or_amp = (word & (ONES * 0xfb)) ^ (ONES * 0x22);
    let less_or_greater = (word & (ONES * 0xfd)) ^ (ONES * 0x3c);
    let below_space = word.wrapping_sub(ONES * 0x20) & !word;
    let is_zero = |word: u64| word.wrapping_sub(ONES) & !word;
    (below_space | is_zero(quote_or_amp) | is_zero(less_or_greater)) & HIGH == 0
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_agree_with_bytes() {
        for length in 0..40 {
            for place in 0..length {
                for byte in 0..=255 {
                    let mut bytes = vec![b'x'; length];
                    bytes[place] = byte;
                    let is_clean = is_clean(&bytes);
                    assert!(
                        !is_clean || !is_special(byte),
                        "{byte} at {place} of {length}"
                    );
                    assert!(is_clean || byte < b' ' || is_special(byte), "{byte}");
                }
            }
        }
    }
}
