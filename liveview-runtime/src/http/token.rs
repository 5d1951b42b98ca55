//! The token of a rendered page: what the socket's first message proves. Holds no keys and reads no clock.

use crate::http::cookie::CookieHash;
use crate::http::key::{KeyRing, Purpose};
use crate::session::Id;

/// How long an authentic token mounts anew, in seconds.
const LIFETIME: u64 = 24 * 60 * 60;
/// How far two nodes' clocks may be apart, in seconds.
const SKEW: u64 = 60;

/// Everything that was true when the page was rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageToken {
    /// The parked session to adopt, once.
    pub adoption: Id,
    /// The browser it was rendered for.
    pub cookie: CookieHash,
    /// The build and the root template it was rendered by.
    pub build: u64,
    /// When, in seconds since 1970.
    pub issued: u64,
    /// The view's name.
    pub view: String,
    /// Path and query of the page.
    pub path: String,
}

/// Why a token is not honoured. Clients are told only that the page must be loaded again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// Bent, cut, sealed by other keys, or never a token.
    #[error("the token is not authentic")]
    Forged,
    /// Older than its lifetime, or from the future.
    #[error("the token has expired")]
    Expired,
}

impl PageToken {
    /// The token as it stands in the page.
    #[must_use]
    pub fn seal(&self, keys: &KeyRing) -> String {
        let mut bytes = Vec::with_capacity(72 + self.view.len() + self.path.len());
        bytes.extend_from_slice(self.adoption.as_bytes());
        bytes.extend_from_slice(self.cookie.as_bytes());
        bytes.extend_from_slice(&self.build.to_le_bytes());
        bytes.extend_from_slice(&self.issued.to_le_bytes());
        // A view's name is a Rust path: far below 64 KiB, and cut rather than wrong if not.
        let view = &self.view.as_bytes()[..self.view.len().min(usize::from(u16::MAX))];
        bytes.extend_from_slice(&u16::try_from(view.len()).unwrap_or(u16::MAX).to_le_bytes());
        bytes.extend_from_slice(view);
        bytes.extend_from_slice(self.path.as_bytes());
        keys.seal(Purpose::Page, &bytes)
    }

    /// Opens a token that came back.
    ///
    /// # Errors
    /// When it is not ours or too old.
    pub fn open(sealed: &str, keys: &KeyRing, now: u64) -> Result<Self, TokenError> {
        let bytes = keys.open(Purpose::Page, sealed).ok_or(TokenError::Forged)?;
        let token = Self::read(&bytes).ok_or(TokenError::Forged)?;
        if token.issued > now.saturating_add(SKEW) || now.saturating_sub(token.issued) > LIFETIME {
            return Err(TokenError::Expired);
        }
        Ok(token)
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let (adoption, rest) = bytes.split_first_chunk::<16>()?;
        let (cookie, rest) = rest.split_first_chunk::<32>()?;
        let (build, rest) = rest.split_first_chunk::<8>()?;
        let (issued, rest) = rest.split_first_chunk::<8>()?;
        let (length, rest) = rest.split_first_chunk::<2>()?;
        let (view, path) = rest.split_at_checked(usize::from(u16::from_le_bytes(*length)))?;
        Some(Self {
            adoption: Id::from_bytes(*adoption),
            cookie: CookieHash::from_bytes(*cookie),
            build: u64::from_le_bytes(*build),
            issued: u64::from_le_bytes(*issued),
            view: String::from_utf8(view.to_vec()).ok()?,
            path: String::from_utf8(path.to_vec()).ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::cookie::Cookie;
    use crate::http::key::Key;

    const NOON: u64 = 1_800_000_000;

    fn token() -> PageToken {
        PageToken {
            adoption: Id::random(),
            cookie: Cookie::random().hash(),
            build: 7,
            issued: NOON,
            view: "app::Counter".to_owned(),
            path: "/c/7?from=mail".to_owned(),
        }
    }

    #[test]
    fn a_token_comes_back_as_it_was() {
        let keys = KeyRing::new(&Key::random(), &[]);
        let token = token();
        assert_eq!(
            PageToken::open(&token.seal(&keys), &keys, NOON + 5),
            Ok(token)
        );
    }

    #[test]
    fn another_applications_token_is_forged() {
        let sealed = token().seal(&KeyRing::new(&Key::random(), &[]));
        let ours = KeyRing::new(&Key::random(), &[]);
        assert_eq!(
            PageToken::open(&sealed, &ours, NOON),
            Err(TokenError::Forged)
        );
    }

    #[test]
    fn a_day_is_its_life_and_a_minute_of_skew_is_forgiven() {
        let keys = KeyRing::new(&Key::random(), &[]);
        let sealed = token().seal(&keys);
        let at = |now| PageToken::open(&sealed, &keys, now).map(|_| ());
        assert_eq!(at(NOON + LIFETIME), Ok(()));
        assert_eq!(at(NOON + LIFETIME + 1), Err(TokenError::Expired));
        assert_eq!(at(NOON - SKEW), Ok(()));
        assert_eq!(at(NOON - SKEW - 1), Err(TokenError::Expired));
    }

    #[test]
    fn every_cut_of_the_sealed_fields_is_nothing() {
        let keys = KeyRing::new(&Key::random(), &[]);
        let bytes = keys
            .open(Purpose::Page, &token().seal(&keys))
            .expect("our own token");
        let fixed = bytes.len() - "/c/7?from=mail".len();
        for length in 0..fixed {
            assert_eq!(PageToken::read(&bytes[..length]), None, "{length}");
        }
    }
}
