//! Static text as markup. Knows no slot: values are escaped by the renderer.

/// Text between tags.
pub(super) fn text(text: &str, markup: &mut String) {
    for character in text.chars() {
        match character {
            // A parser would make it a line feed.
            '\r' => markup.push_str("&#13;"),
            // No HTML can hold it; values are shown so, too.
            '\0' => markup.push(char::REPLACEMENT_CHARACTER),
            '&' => markup.push_str("&amp;"),
            '<' => markup.push_str("&lt;"),
            '>' => markup.push_str("&gt;"),
            other => markup.push(other),
        }
    }
}

/// The value of an attribute between double quotes.
pub(super) fn attribute(value: &str, markup: &mut String) {
    for character in value.chars() {
        match character {
            // A parser would make it a line feed.
            '\r' => markup.push_str("&#13;"),
            // No HTML can hold it; values are shown so, too.
            '\0' => markup.push(char::REPLACEMENT_CHARACTER),
            '&' => markup.push_str("&amp;"),
            '"' => markup.push_str("&quot;"),
            // Where no script runs, and only there, `noscript` holds tags.
            '<' => markup.push_str("&lt;"),
            other => markup.push(other),
        }
    }
}
