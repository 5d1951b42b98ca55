//! Which addresses may stand in a link or a form: judged as browsers read them. Changes no address, only refuses.

use std::sync::atomic::{AtomicBool, Ordering};

/// What stands in the place of a refused address: it leads nowhere.
pub(crate) const REFUSED: &str = "about:invalid#refused";

/// Schemes that a dynamic address may have; one without a scheme is relative and always may.
const ALLOWED: [&str; 4] = ["http", "https", "mailto", "tel"];

/// The address itself, or [`REFUSED`] where its scheme could run a program.
pub(crate) fn guard(url: &str) -> &str {
    if is_allowed(url) {
        return url;
    }
    static LOGGED: AtomicBool = AtomicBool::new(false);
    if !LOGGED.swap(true, Ordering::Relaxed) {
        let start: String = url.chars().take(64).collect();
        tracing::warn!(address = ?start, "refused an address whose scheme is not http, https, mailto or tel (logged once)");
    }
    REFUSED
}

fn is_allowed(url: &str) -> bool {
    // Browsers strip controls and spaces in front, and drop tabs and line ends wherever they stand.
    let mut read = url
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
