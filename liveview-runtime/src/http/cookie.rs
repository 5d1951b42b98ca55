//! The cookie that binds a page to its browser: reading it, setting it, hashing it. Stores nothing on the server.

use std::fmt;
use std::hash::{Hash, Hasher};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::header::COOKIE;
use http::{HeaderMap, HeaderValue};
use sha2::{Digest, Sha256};

use crate::session::{random, same_bytes};

/// Thirty-two random bytes that a browser keeps and no script can read.
#[derive(Clone, PartialEq, Eq)]
pub struct Cookie(String);

/// What we remember of a cookie: enough to know it again, useless to whoever steals it.
#[derive(Clone, Copy)]
pub struct CookieHash([u8; 32]);

/// Whether pages come over TLS, which allows the stricter cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Transport {
    /// Plain HTTP: the cookie is called `dj`.
    #[default]
    Plain,
    /// HTTPS, here or at a proxy: the cookie is `__Host-dj` and `Secure`.
    Tls,
}

impl Transport {
    const fn cookie_name(self) -> &'static str {
        match self {
            Self::Plain => "dj",
            Self::Tls => "__Host-dj",
        }
    }
}

impl Cookie {
    /// For a browser that has none.
    #[must_use]
    pub fn random() -> Self {
        Self(URL_SAFE_NO_PAD.encode(random::<32>()))
    }

    /// The cookie of this request. One that is not shaped like ours counts as none.
    #[must_use]
    pub fn of(headers: &HeaderMap, transport: Transport) -> Option<Self> {
        headers
            .get_all(COOKIE)
            .iter()
            .filter_map(|header| header.to_str().ok())
            .flat_map(|header| header.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .filter(|(name, _)| *name == transport.cookie_name())
            .find_map(|(_, value)| Self::parse(value))
    }

    fn parse(value: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        let length = URL_SAFE_NO_PAD.decode_slice(value, &mut bytes).ok()?;
        (length == 32).then(|| Self(value.to_owned()))
    }

    /// The header that sets it.
    #[must_use]
    pub fn header(&self, transport: Transport) -> HeaderValue {
        let (name, secure) = (
            transport.cookie_name(),
            if transport == Transport::Tls {
                "; Secure"
            } else {
                ""
            },
        );
        let text = format!("{name}={}; HttpOnly; SameSite=Lax; Path=/{secure}", self.0);
        HeaderValue::from_str(&text).expect("base64url is a legal header value")
    }

    /// What tokens and sessions remember.
    #[must_use]
    pub fn hash(&self) -> CookieHash {
        CookieHash(Sha256::digest(self.0.as_bytes()).into())
    }
}

impl fmt::Debug for Cookie {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Cookie(…)")
    }
}

impl CookieHash {
    /// One that was written down before.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes to write down.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl Hash for CookieHash {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.0.hash(hasher);
    }
}

impl PartialEq for CookieHash {
    fn eq(&self, other: &Self) -> bool {
        same_bytes(&self.0, &other.0)
    }
}

impl Eq for CookieHash {}

impl fmt::Debug for CookieHash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("CookieHash(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(values: &[&str]) -> HeaderMap {
        values
            .iter()
            .map(|value| (COOKIE, HeaderValue::from_str(value).expect("a header")))
            .collect()
    }

    #[test]
    fn the_cookie_is_found_among_others() {
        let cookie = Cookie::random();
        for line in [
            format!("dj={}", cookie.0),
            format!("a=b; dj={}; c=d", cookie.0),
            format!("x;dj={};", cookie.0),
        ] {
            assert_eq!(
                Cookie::of(&headers(&["q=1", &line]), Transport::Plain),
                Some(cookie.clone()),
                "{line}"
            );
        }
    }

    #[test]
    fn what_is_not_ours_counts_as_none() {
        let long = format!("dj={}", "A".repeat(5000));
        let prefixed = format!("xdj={}", Cookie::random().0);
        for line in [
            "",
            "dj",
            "dj=",
            "dj=short",
            "dj=\"quoted\"",
            &long,
            &prefixed,
        ] {
            assert_eq!(
                Cookie::of(&headers(&[line]), Transport::Plain),
                None,
                "{line}"
            );
        }
    }

    #[test]
    fn tls_asks_for_the_host_cookie() {
        let cookie = Cookie::random();
        let plain = format!("dj={}", cookie.0);
        assert_eq!(Cookie::of(&headers(&[&plain]), Transport::Tls), None);
        let set = cookie.header(Transport::Tls);
        assert_eq!(
            set.to_str().ok(),
            Some(&*format!(
                "__Host-dj={}; HttpOnly; SameSite=Lax; Path=/; Secure",
                cookie.0
            ))
        );
        let set = cookie.header(Transport::Plain);
        assert_eq!(
            set.to_str().ok(),
            Some(&*format!("dj={}; HttpOnly; SameSite=Lax; Path=/", cookie.0))
        );
    }
}
