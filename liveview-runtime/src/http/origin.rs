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
mod matrix;
#[cfg(test)]
mod tests;
