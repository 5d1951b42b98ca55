//! Handshakes and what becomes of each: one table, for the unit that judges them and for the running server. Judges nothing itself.

/// What becomes of a handshake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Welcome,
    /// No `Origin`.
    Missing,
    /// Not written as browsers write it.
    Malformed,
    /// Another site's.
    Foreign,
}

/// A handshake's `Origin` and `Host` headers, and its verdict.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) origins: Vec<&'static str>,
    pub(crate) hosts: Vec<&'static str>,
    pub(crate) verdict: Verdict,
}

/// What is allowed besides the host that was asked for.
pub(crate) const ALLOWED: [&str; 2] = ["https://*.example.org", "http://other.net:8080"];

/// The whole table, for a server that is reached over plain HTTP.
pub(crate) fn cases() -> Vec<Case> {
    let case = |origin: &'static str, host: &'static str, verdict| Case {
        origins: vec![origin],
        hosts: vec![host],
        verdict,
    };
    let mut cases = Vec::new();
    for (origin, host) in SAME {
        cases.push(case(origin, host, Verdict::Welcome));
    }
    for (origins, verdict) in [
        (ELSEWHERE, Verdict::Welcome),
        (FOREIGN, Verdict::Foreign),
        (MALFORMED, Verdict::Malformed),
    ] {
        cases.extend(
            origins
                .iter()
                .map(|origin| case(origin, "example.com", verdict)),
        );
    }
    let (origin, host) = ("http://example.com", "example.com");
    for (origins, hosts, verdict) in [
        (vec![], vec![host], Verdict::Missing),
        (vec![origin, origin], vec![host], Verdict::Malformed),
        (
            vec![origin, "http://evil.com"],
            vec![host],
            Verdict::Malformed,
        ),
        (
            vec!["http://evil.com", origin],
            vec![host],
            Verdict::Malformed,
        ),
        (vec![origin], vec![host, host], Verdict::Malformed),
        (vec![origin], vec!["evil.com", host], Verdict::Malformed),
        (vec![origin], vec![], Verdict::Malformed),
    ] {
        cases.push(Case {
            origins,
            hosts,
            verdict,
        });
    }
    cases
}

/// Pages of the host that was asked for.
const SAME: &[(&str, &str)] = &[
    ("http://example.com", "example.com"),
    ("http://example.com", "example.com:80"),
    ("http://example.com", "EXAMPLE.com"),
    ("http://localhost:3000", "localhost:3000"),
    ("http://127.0.0.1:3000", "127.0.0.1:3000"),
    ("http://[::1]:3000", "[::1]:3000"),
    ("http://[::1]", "[::1]"),
    ("http://xn--mnchen-3ya.de", "xn--mnchen-3ya.de"),
    ("http://example.com.", "example.com."),
];

/// Pages of other hosts that are allowed.
const ELSEWHERE: &[&str] = &[
    "https://a.example.org",
    "https://a.b.example.org",
    "http://other.net:8080",
];

/// Pages of other sites, asking for `example.com`.
const FOREIGN: &[&str] = &[
    "http://example.com:8080",
    "https://example.com",
    "http://evil.com",
    "http://example.com.evil.com",
    "http://evilexample.com",
    "http://sub.example.com",
    "http://example.co",
    "http://example.com.",
    "http://xn--xample-9ua.com",
    "http://127.0.0.1",
    "http://[::1]",
    // Near what is allowed: the domain itself, its look-alike, another scheme, another port.
    "https://example.org",
    "https://evilexample.org",
    "http://a.example.org",
    "https://a.example.org:8443",
    "http://other.net",
    "https://other.net:8080",
];

/// What no browser writes, asking for `example.com`.
const MALFORMED: &[&str] = &[
    "null",
    "",
    "example.com",
    "//example.com",
    "http:example.com",
    "http://",
    "http://example.com/",
    "http://example.com/path",
    "http://example.com?q",
    "http://example.com#f",
    "http://user@example.com",
    "http://example.com@evil.com",
    "http://EXAMPLE.com",
    "HTTP://example.com",
    "http://example.com:80",
    "http://example.com:080",
    "http://example.com:+80",
    "http://example.com:",
    "http://example.com:99999",
    "http://.example.com",
    "http://example..com",
    "http://*.example.com",
    "http://[::1",
    "http://[0:0::1]",
    "http://example.com http://example.com",
    "http://example.com,http://evil.com",
    "http://example.com x",
    "ws://example.com",
    "file://",
    "chrome-extension://abcdef",
    "http://exa mple.com",
    "http://example.com\\@evil.com",
    "http://example%2ecom",
    "https://*.example.org",
];
