//! Static text as markup. Knows no slot: values are escaped by the renderer.

/// Text between tags.
pub(super) fn text(text: &str, markup: &mut String) {
    for character in text.chars() {
        match character {
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
            '&' => markup.push_str("&amp;"),
            '"' => markup.push_str("&quot;"),
            other => markup.push(other),
        }
    }
}
