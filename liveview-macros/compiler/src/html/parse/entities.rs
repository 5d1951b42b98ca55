//! Character references (`&nbsp;`, `&#8364;`) to characters, by the table of the HTML standard. Knows no tokens.

/// Every named reference that ends in a semicolon: name, then code points in hexadecimal, a line each.
const NAMED: &str = include_str!("entities.txt");

/// Names that browsers know without a semicolon too, from before there was one.
const LEGACY: &str = "AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute Icirc \
    Igrave Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute aacute \
    acirc acute aelig agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg divide eacute ecirc egrave \
    eth euml frac12 frac14 frac34 gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp not ntilde \
    oacute ocirc ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1 sup2 sup3 szlig \
    thorn times uacute ucirc ugrave uml uuml yacute yen yuml";

/// What browsers take the numbers from 128 to 159 for: Windows-1252, with the numbers it has no character for.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text with its references replaced; what is none stays as written, as in a browser.
pub(super) fn of_text(text: &str) -> String {
    decode(text, false)
}

/// The same of an attribute's value, where `?a=1&copy=2` is an address.
pub(super) fn of_attribute(text: &str) -> String {
    decode(text, true)
}

fn decode(text: &str, is_value: bool) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        decoded.push_str(&rest[..start]);
        rest = &rest[start + 1..];
        match reference(rest, is_value) {
            Some((characters, length)) => {
                decoded.push_str(&characters);
                rest = &rest[length..];
            }
            None => decoded.push('&'),
        }
    }
    decoded.push_str(rest);
    decoded
}

/// The characters of the reference whose `&` stands in front of the text, and how much of the text is its.
fn reference(text: &str, is_value: bool) -> Option<(String, usize)> {
    if let Some(number) = text.strip_prefix('#') {
        return numeric(number).map(|(character, length)| (character.into(), length + 1));
    }
    let word = prefix(text, |byte| byte.is_ascii_alphanumeric());
    if text[word.len()..].starts_with(';')
        && let Some(characters) = named(word)
    {
        return Some((characters, word.len() + 1));
    }
    let legacy = LEGACY.split_whitespace();
    let legacy = legacy.filter(|name| word.starts_with(name));
    let name = legacy.max_by_key(|name| name.len())?;
    let goes_on =
        text[name.len()..].starts_with(|next: char| next == '=' || next.is_ascii_alphanumeric());
    if is_value && goes_on {
        return None;
    }
    Some((named(name)?, name.len()))
}

/// The character that a number behind `&#` means, and how much of the text is its.
fn numeric(text: &str) -> Option<(char, usize)> {
    let (digits, radix, before) = match text.strip_prefix(['x', 'X']) {
        Some(rest) => (prefix(rest, |byte| byte.is_ascii_hexdigit()), 16, 1),
        None => (prefix(text, |byte| byte.is_ascii_digit()), 10, 0),
    };
    if digits.is_empty() {
        return None;
    }
    let length = before + digits.len();
    let length = length + usize::from(text[length..].starts_with(';'));
    // A number too large for us is too large for a character as well.
    let code = u32::from_str_radix(digits, radix).unwrap_or(u32::MAX);
    let character = match code {
        0 => char::REPLACEMENT_CHARACTER,
        128..=159 => WINDOWS[code as usize - 128],
        code => char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
    };
    Some((character, length))
}

/// The longest start of the text that is made of these bytes.
fn prefix(text: &str, is_one: impl Fn(u8) -> bool) -> &str {
    let length = text.bytes().take_while(|byte| is_one(*byte)).count();
    &text[..length]
}

fn named(name: &str) -> Option<String> {
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    NAMED.lines().find_map(|line| {
        let (found, codes) = line.split_once(' ')?;
        if found != name {
            return None;
        }
        codes
            .split(' ')
            .map(|code| u32::from_str_radix(code, 16).ok().and_then(char::from_u32))
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::{LEGACY, named, of_attribute, of_text};

    #[test]
    fn references_become_characters() {
        for (text, decoded) in [
            (
                "a&nbsp;b &amp; &#8364;&#x20AC;",
                "a\u{a0}b & \u{20ac}\u{20ac}",
            ),
            ("&copy 2024", "© 2024"),
            ("&notit; &notin;", "¬it; ∉"),
            ("&#8364 &#x20ACg", "€ €g"),
            (
                "&#150;&#0;&#x110000;&#xD800;&#99999999999;",
                "–\u{fffd}\u{fffd}\u{fffd}\u{fffd}",
            ),
            ("?a=1&copy=2", "?a=1©=2"),
        ] {
            assert_eq!(of_text(text), decoded);
        }
    }

    #[test]
    fn an_address_keeps_its_parameters() {
        for text in ["?a=1&copy=2", "?a=1&copyright=2", "?a&lt1"] {
            assert_eq!(of_attribute(text), text);
        }
        assert_eq!(of_attribute("R&amp;D &copy 2024 &lt;"), "R&D © 2024 <");
    }

    #[test]
    fn every_name_from_before_is_in_the_table() {
        assert_eq!(LEGACY.split_whitespace().count(), 106);
        assert!(LEGACY.split_whitespace().all(|name| named(name).is_some()));
    }

    #[test]
    fn what_is_no_reference_stays() {
        for text in [
            "R&D",
            "R&D;",
            "a & b",
            "&",
            "&;",
            "&#;",
            "&#xZ;",
            "&unknown;",
        ] {
            assert_eq!(of_text(text), text);
        }
    }
}
