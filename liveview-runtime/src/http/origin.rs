//! Who may open a socket: a strict comparison of origins. Looks at headers only, never at cookies or tokens.
//!
//! A browser always sends `Origin` with a socket's handshake and a page cannot forge it. It is compared as browsers write it:
//! lower case, no default port, no path. Whatever is written otherwise comes from no browser and is refused.

use http::header::{HOST, ORIGIN};
use http::{HeaderMap, HeaderName};

use crate::http::cookie::Transport;

/// Which origins may open a socket.
#[derive(Debug, Clone, Default)]
pub struct OriginPolicy {
    allowed: Vec<Pattern>,
    missing: Missing,
}

/// What a handshake without `Origin` means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Missing {
    /// No browser sends such: refused.
    #[default]
    Refused,
    /// Programs that are no browsers may connect.
    Allowed,
}

/// Why a handshake was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OriginError {
    /// No `Origin`, and only browsers are welcome.
    #[error("the handshake names no origin")]
    Missing,
    /// More than one `Origin` or `Host`, or one that no browser writes.
    #[error("the origin is not written as browsers write it")]
    Malformed,
    /// Another site.
    #[error("the origin is another site's")]
    Foreign,
}

/// A text that is no origin.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is no origin: write it as `https://example.com`, `http://localhost:3000` or `https://*.example.com`"
)]
pub struct OriginSyntax(String);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Pattern {
    scheme: Scheme,
    host: Host,
    port: u16,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Host {
    Exactly(String),
    /// Any whole labels before this suffix, which begins with a dot.
    Below(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scheme {
    Http,
    Https,
}

impl OriginPolicy {
    /// Allows one more origin, or all hosts below a domain (`https://*.example.com`).
    ///
    /// # Errors
    /// When the text is no origin.
    pub fn allow(&mut self, origin: &str) -> Result<(), OriginSyntax> {
        self.allowed
            .push(Pattern::parse(origin).ok_or_else(|| OriginSyntax(origin.to_owned()))?);
        Ok(())
    }

    /// Says what a handshake without `Origin` means.
    pub const fn set_missing(&mut self, missing: Missing) {
        self.missing = missing;
    }

    /// Judges a handshake: the origin must be the host that was asked for, over the same transport, or one that is allowed.
    ///
    /// # Errors
    /// When it must be refused.
    pub fn check(&self, headers: &HeaderMap, transport: Transport) -> Result<(), OriginError> {
        let Some(origin) = only(headers, &ORIGIN)? else {
            return match self.missing {
                Missing::Allowed => Ok(()),
                Missing::Refused => Err(OriginError::Missing),
            };
        };
        let origin = Pattern::parse(origin).ok_or(OriginError::Malformed)?;
        let Pattern {
            host: Host::Exactly(name),
            ..
        } = &origin
        else {
            return Err(OriginError::Malformed);
        };
        let host = only(headers, &HOST)?
            .ok_or(OriginError::Malformed)?
            .to_ascii_lowercase();
        let scheme = if transport == Transport::Tls {
            Scheme::Https
        } else {
            Scheme::Http
        };
        let same = Pattern::of_authority(scheme, &host).is_some_and(|page| page == origin);
        let allowed = same
            || self
                .allowed
                .iter()
                .any(|pattern| pattern.allows(&origin, name));
        allowed.then_some(()).ok_or(OriginError::Foreign)
    }
}

fn only<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Result<Option<&'h str>, OriginError> {
    let mut values = headers.get_all(name).iter();
    let first = values.next();
    if values.next().is_some() {
        return Err(OriginError::Malformed);
    }
    first
        .map(|value| value.to_str().map_err(|_| OriginError::Malformed))
        .transpose()
}

impl Pattern {
    fn parse(text: &str) -> Option<Self> {
        let (scheme, authority) = text.split_once("://")?;
        let scheme = match scheme {
            "http" => Scheme::Http,
            "https" => Scheme::Https,
            _ => return None,
        };
        let pattern = Self::of_authority(scheme, authority)?;
        // A browser never writes a default port.
        let default = authority.ends_with(&format!(":{}", scheme.port()));
        (!default || authority.ends_with(']')).then_some(pattern)
    }

    fn of_authority(scheme: Scheme, authority: &str) -> Option<Self> {
        // The colons of an IPv6 address stand inside brackets.
        let (host, port) = match authority.rsplit_once(':') {
            Some((host, port)) if !port.ends_with(']') => (host, parse_port(port)?),
            _ => (authority, scheme.port()),
        };
        let host = match host.strip_prefix("*.") {
            Some(domain) if is_name(domain) && domain.contains('.') => {
                Host::Below(format!(".{domain}"))
            }
            None if is_name(host) || is_address(host) => Host::Exactly(host.to_owned()),
            _ => return None,
        };
        Some(Self { scheme, host, port })
    }

    fn allows(&self, origin: &Self, name: &str) -> bool {
        let host = match &self.host {
            Host::Exactly(host) => host == name,
            Host::Below(suffix) => name
                .strip_suffix(suffix.as_str())
                .is_some_and(|labels| !labels.is_empty()),
        };
        host && self.scheme == origin.scheme && self.port == origin.port
    }
}

impl Scheme {
    const fn port(self) -> u16 {
        match self {
            Self::Http => 80,
            Self::Https => 443,
        }
    }
}

fn parse_port(text: &str) -> Option<u16> {
    let port: u16 = text.parse().ok()?;
    // `parse` also takes `+80` and `080`, which no browser writes.
    (port != 0 && port.to_string() == text).then_some(port)
}

/// Lower-case labels between dots; an absolute name's last dot is part of it, as it is for browsers.
fn is_name(text: &str) -> bool {
    let labels = text.strip_suffix('.').unwrap_or(text);
    let legal = |byte: u8| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_'
    };
    text.len() <= 254
        && labels
            .split('.')
            .all(|label| !label.is_empty() && label.bytes().all(legal))
}

fn is_address(text: &str) -> bool {
    let inner = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'));
    inner.is_some_and(|inner| {
        inner
            .parse::<std::net::Ipv6Addr>()
            .is_ok_and(|address| address.to_string() == inner)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    fn headers(origin: &str, host: &str) -> HeaderMap {
        let value = |text| HeaderValue::from_str(text).expect("a header");
        HeaderMap::from_iter([(ORIGIN, value(origin)), (HOST, value(host))])
    }

    fn check(origin: &str, host: &str) -> Result<(), OriginError> {
        OriginPolicy::default().check(&headers(origin, host), Transport::Plain)
    }

    #[test]
    fn the_host_that_was_asked_for_is_welcome() {
        for (origin, host) in [
            ("http://example.com", "example.com"),
            ("http://example.com", "example.com:80"),
            ("http://example.com", "EXAMPLE.com"),
            ("http://localhost:3000", "localhost:3000"),
            ("http://127.0.0.1:3000", "127.0.0.1:3000"),
            ("http://[::1]:3000", "[::1]:3000"),
            ("http://[::1]", "[::1]"),
            ("http://xn--mnchen-3ya.de", "xn--mnchen-3ya.de"),
            ("http://example.com.", "example.com."),
        ] {
            assert_eq!(check(origin, host), Ok(()), "{origin} at {host}");
        }
    }

    #[test]
    fn another_site_is_foreign() {
        for origin in [
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
        ] {
            assert_eq!(
                check(origin, "example.com"),
                Err(OriginError::Foreign),
                "{origin}"
            );
        }
    }

    #[test]
    fn what_no_browser_writes_is_malformed() {
        for origin in [
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
            " http://example.com x",
            "ws://example.com",
            "file://",
            "chrome-extension://abcdef",
            "http://exa mple.com",
            "http://example.com\\@evil.com",
            "http://example%2ecom",
        ] {
            assert_eq!(
                check(origin, "example.com"),
                Err(OriginError::Malformed),
                "{origin}"
            );
        }
    }

    #[test]
    fn two_headers_are_one_too_many() {
        for name in [ORIGIN, HOST] {
            let mut headers = headers("http://example.com", "example.com");
            headers.append(name, HeaderValue::from_static("example.com"));
            let judged = OriginPolicy::default().check(&headers, Transport::Plain);
            assert_eq!(judged, Err(OriginError::Malformed));
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
    fn a_star_stands_for_whole_leading_labels() {
        let mut policy = OriginPolicy::default();
        policy.allow("https://*.example.com").expect("a pattern");
        policy.allow("http://other.org:8080").expect("an origin");
        let check = |origin| {
            policy
                .check(&headers(origin, "here"), Transport::Plain)
                .is_ok()
        };
        assert!(
            check("https://a.example.com")
                && check("https://a.b.example.com")
                && check("http://other.org:8080")
        );
        for origin in [
            "https://example.com",
            "https://evilexample.com",
            "http://a.example.com",
            "https://a.example.com:8443",
            "http://other.org",
        ] {
            assert!(!check(origin), "{origin}");
        }
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
}
