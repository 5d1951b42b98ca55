//! Addresses that would run a program, and ones that would not. The judge of the first kind reads as browsers do.

use liveview::html;

use crate::page;

/// Whether a browser would run a program, or open a document of the address's own making, at this address.
///
/// The URL standard: controls and spaces are stripped at both ends, tabs and line ends wherever they stand; a scheme is
/// a letter, then letters, digits, `+`, `-` and `.`, up to a colon.
pub(crate) fn runs_a_program(address: &str) -> bool {
    let stripped = address.trim_matches(|c: char| c <= ' ');
    let read: String = stripped
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect();
    let Some((scheme, _)) = read.split_once(':') else {
        return false;
    };
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    let harmless = ["http", "https", "mailto", "tel", "about"];
    is_scheme && !harmless.contains(&&*scheme.to_ascii_lowercase())
}

/// Schemes that run, or that lead out of the web; and what people put before and into them.
const SCHEMES: [&str; 14] = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "javascript://%0aalert(1)",
    "javascript:/*--></title></style></textarea></script>*/alert(1)",
    "vbscript:msgbox(1)",
    "livescript:[code]",
    "mocha:[code]",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "blob:https://example.com/7",
    "file:///etc/passwd",
    "filesystem:https://example.com/temporary/x",
    "view-source:javascript:alert(1)",
];

/// How the scheme may be dressed so that a browser still reads it.
fn dressed(payload: &str) -> Vec<String> {
    let (scheme, rest) = payload.split_once(':').expect("a payload has a scheme");
    let (head, tail) = scheme.split_at(2);
    vec![
        payload.to_owned(),
        payload.to_ascii_uppercase(),
        format!(" {payload}"),
        format!("\t\n\r{payload}"),
        format!("\u{1}\u{8}{payload}"),
        format!("\u{1f} {payload}"),
        format!("\0{payload}"),
        format!("{head}\t{tail}:{rest}"),
        format!("{head}\n{tail}:{rest}"),
        format!("{head}\r\n{tail}:{rest}"),
        format!("{scheme}\t:{rest}"),
        format!("{scheme}\n:{rest}"),
        format!(" \t{head}\n\t{tail}\r:{rest}"),
        format!("{payload} "),
    ]
}

/// All that a browser would run.
pub(crate) fn payloads() -> Vec<String> {
    SCHEMES
        .iter()
        .flat_map(|payload| dressed(payload))
        .collect()
}

/// AT21.
#[test]
fn every_payload_is_refused() {
    let payloads = payloads();
    assert!(payloads.len() >= 150, "{}", payloads.len());
    for address in &payloads {
        assert!(runs_a_program(address), "{address:?} is no payload");
        let html = page(
            html! { <a href={address}>x</a><form action={address}></form><img src="{address}" alt="" /> },
        );
        let refused = "about:invalid#refused";
        assert_eq!(
            html,
            format!(
                "<a href=\"{refused}\">x</a><form action=\"{refused}\"></form><img src=\"\" alt>"
            ),
            "{address:?}"
        );
    }
}

#[test]
fn addresses_of_the_web_stay_as_they_are() {
    let harmless = [
        "",
        "/",
        "/a?b=c:d#e",
        "a/b:c",
        "?next=javascript:alert(1)",
        "#javascript:alert(1)",
        "./javascript:alert(1)",
        "//example.com/x",
        "http://example.com",
        "HTTPS://EXAMPLE.COM/%22",
        " https://example.com",
        "mailto:ada@example.com",
        "tel:+123",
        "java script:alert(1)",
        "\u{ff4a}avascript:alert(1)",
        "java\u{0}script:alert(1)",
        ":alert(1)",
        "1javascript:alert(1)",
    ];
    for address in harmless {
        assert!(!runs_a_program(address), "{address:?} is a payload");
        let html = page(html! { <a href={address}>x</a> });
        assert!(!html.contains("refused"), "{address:?} in {html}");
    }
}
