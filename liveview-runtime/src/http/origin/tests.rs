//! The judge of origins, by the table that the running server is tested with, and what is configured. Opens no socket.

use http::HeaderValue;

use super::matrix::{ALLOWED, Case, Verdict, cases};
use super::*;

fn header(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).expect("a header")
}

fn headers(origin: &str, host: &str) -> HeaderMap {
    HeaderMap::from_iter([(ORIGIN, header(origin)), (HOST, header(host))])
}

#[test]
fn every_handshake_of_the_table_is_judged_as_it_says() {
    let mut policy = OriginPolicy::default();
    for origin in ALLOWED {
        policy.allow(origin).expect("an origin");
    }
    for case in cases() {
        let Case {
            origins,
            hosts,
            verdict,
        } = &case;
        let mut headers = HeaderMap::new();
        for (name, values) in [(ORIGIN, origins), (HOST, hosts)] {
            for value in values {
                headers.append(&name, header(value));
            }
        }
        let judged = match policy.check(&headers, Transport::Plain) {
            Ok(()) => Verdict::Welcome,
            Err(OriginError::Missing) => Verdict::Missing,
            Err(OriginError::Malformed) => Verdict::Malformed,
            Err(OriginError::Foreign) => Verdict::Foreign,
        };
        assert_eq!(judged, *verdict, "{case:?}");
    }
}

#[test]
fn a_missing_origin_is_refused_unless_programs_are_welcome() {
    let headers = HeaderMap::from_iter([(HOST, HeaderValue::from_static("example.com"))]);
    let mut policy = OriginPolicy::default();
    assert_eq!(
        policy.check(&headers, Transport::Plain),
        Err(OriginError::Missing)
    );
    policy.set_missing(Missing::Allowed);
    assert_eq!(policy.check(&headers, Transport::Plain), Ok(()));
}

#[test]
fn over_tls_the_page_is_https() {
    let policy = OriginPolicy::default();
    let check = |origin| policy.check(&headers(origin, "example.com"), Transport::Tls);
    assert_eq!(check("https://example.com"), Ok(()));
    assert_eq!(check("http://example.com"), Err(OriginError::Foreign));
}

#[test]
fn configuration_that_is_no_origin_says_how_to_write_one() {
    for text in [
        "example.com",
        "https://*",
        "https://*.com",
        "https://a*.example.com",
        "https://a.*.com",
        "https://example.com/",
    ] {
        assert!(OriginPolicy::default().allow(text).is_err(), "{text}");
    }
}
