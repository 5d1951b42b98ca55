//! Addresses as browsers read them, and where they stand in values that hold several. Refuses nothing by itself.

/// Schemes that a dynamic address may have; one without a scheme is relative and always may.
const ALLOWED: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Whether the address has no scheme, or one of those allowed.
pub(super) fn is_allowed(address: &str) -> bool {
    // Browsers strip controls and spaces in front, and drop tabs and line ends wherever they stand.
    let mut read = address
        .trim_start_matches(|c: char| c <= ' ')
        .bytes()
        .filter(|byte| !matches!(byte, b'\t' | b'\n' | b'\r'));
    let mut scheme = [0; 8];
    let mut length = 0;
    loop {
        match read.next() {
            Some(b':') if length > 0 => break,
            Some(byte @ (b'a'..=b'z' | b'A'..=b'Z')) => push(&mut scheme, &mut length, byte),
            Some(byte @ (b'0'..=b'9' | b'+' | b'-' | b'.')) if length > 0 => {
                push(&mut scheme, &mut length, byte);
            }
            // Anything else before a colon, or no colon at all: there is no scheme.
            _ => return true,
        }
    }
    let scheme = scheme.get(..length).unwrap_or_default();
    ALLOWED.iter().any(|allowed| allowed.as_bytes() == scheme)
}

/// Keeps a scheme's first letters; a longer one is counted on, and matches none.
fn push(scheme: &mut [u8; 8], length: &mut usize, byte: u8) {
    if let Some(place) = scheme.get_mut(*length) {
        *place = byte.to_ascii_lowercase();
    }
    *length += 1;
}

/// The addresses of a `srcset`: each up to white space; what follows up to a comma outside of parentheses describes it.
pub(super) fn candidates(value: &str) -> impl Iterator<Item = &str> {
    let mut rest = value;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c == ',' || c.is_ascii_whitespace());
        let end = rest
            .find(|c: char| c.is_ascii_whitespace())
            .unwrap_or(rest.len());
        let (address, behind) = rest.split_at(end);
        if address.is_empty() {
            return None;
        }
        // A comma right behind an address ends the candidate.
        rest = if address.ends_with(',') {
            behind
        } else {
            behind_description(behind)
        };
        Some(address.trim_end_matches(','))
    })
}

fn behind_description(text: &str) -> &str {
    let mut is_inside = false;
    for (index, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => is_inside = true,
            b')' => is_inside = false,
            b',' if !is_inside => return &text[index + 1..],
            _ => {}
        }
    }
    ""
}

/// What the `content` of a refreshing `meta` may lead to: all that any browser reads as the address in it.
pub(super) fn refreshed(value: &str) -> impl Iterator<Item = &str> {
    let is_space = |c: char| c.is_ascii_whitespace();
    let address = value
        .trim_start_matches(is_space)
        .trim_start_matches(|c: char| c.is_ascii_digit() || c == '.')
        .trim_start_matches(is_space)
        .trim_start_matches([';', ','])
        .trim_start_matches(is_space);
    let named = address
        .get(..3)
        .filter(|name| name.eq_ignore_ascii_case("url"))
        .map(|_| address[3..].trim_start_matches(is_space))
        .and_then(|rest| rest.strip_prefix('='))
        .map(|rest| rest.trim_start_matches(is_space));
    [Some(address), named]
        .into_iter()
        .flatten()
        .flat_map(|address| [address, address.trim_start_matches(['"', '\''])])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(read: Vec<&str>, expected: &[&str]) {
        assert_eq!(read, expected);
    }

    #[test]
    fn a_list_of_candidates_is_read_as_browsers_do() {
        let read = |value| candidates(value).collect::<Vec<_>>();
        check(read(""), &[]);
        check(read(" , ,"), &[]);
        check(read("a.png"), &["a.png"]);
        check(read("a.png 1x, b.png 2x"), &["a.png", "b.png"]);
        check(read("a.png,b.png 2x"), &["a.png,b.png"]);
        check(read("a.png, b.png"), &["a.png", "b.png"]);
        check(read("a.png,,, b.png"), &["a.png", "b.png"]);
        check(read("a.png 1x,b.png"), &["a.png", "b.png"]);
        check(read("a.png (x, y) 1x, b.png"), &["a.png", "b.png"]);
        check(read("a.png (x, b.png"), &["a.png"]);
        check(read("\n a.png\t100w\u{c},\rb.png"), &["a.png", "b.png"]);
    }

    #[test]
    fn a_refresh_is_read_in_every_way() {
        let read = |value| refreshed(value).collect::<Vec<_>>();
        check(read("5"), &["", ""]);
        check(read("5; url=a"), &["url=a", "url=a", "a", "a"]);
        check(
            read(" 0.5,URL = 'a'"),
            &["URL = 'a'", "URL = 'a'", "'a'", "a'"],
        );
        check(read("0 a"), &["a", "a"]);
        check(read(";\"a\""), &["\"a\"", "a\""]);
    }
}
