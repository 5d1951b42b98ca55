//! Character references (`&nbsp;`, `&#8364;`) to characters, by the table of the HTML standard. Knows no tokens.

/// Every named reference that ends in a semicolon: name, then code points in hexadecimal, a line each.
const NAMED: &str = include_str!("entities.txt");

/// The text with its references replaced; what is none stays as written, as in a browser.
pub(super) fn decode(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        decoded.push_str(&rest[..start]);
        rest = &rest[start..];
        match reference(rest) {
            Some((characters, length)) => {
                decoded.push_str(&characters);
                rest = &rest[length..];
            }
            None => {
                decoded.push('&');
                rest = &rest[1..];
            }
        }
    }
    decoded.push_str(rest);
    decoded
}

/// The characters of the reference that the text begins with, and its length.
fn reference(text: &str) -> Option<(String, usize)> {
    let end = text.find(';')?;
    let name = &text[1..end];
    let characters = match name.strip_prefix('#') {
        Some(number) => numeric(number)?.to_string(),
        None => named(name)?,
    };
    Some((characters, end + 1))
}

fn numeric(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?).filter(|character| *character != '\0')
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
    use super::decode;

    #[test]
    fn references_become_characters() {
        assert_eq!(
            decode("a&nbsp;b &amp; &#8364;&#x20AC;"),
            "a\u{a0}b & \u{20ac}\u{20ac}"
        );
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
            "&#0;",
            "&#xZ;",
            "?a=1&copy=2",
        ] {
            assert_eq!(decode(text), text);
        }
    }
}
