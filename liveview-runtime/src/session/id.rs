//! Random names: of sessions, of parked pages, and the secrets that prove a return. Chooses nothing from what a client sends.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// Sixteen random bytes that name a session or an adoption. Debug prints the first four, enough to follow it through a log.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Id([u8; 16]);

impl Id {
    /// A new one; nobody can guess it.
    #[must_use]
    pub fn random() -> Self {
        Self(random())
    }

    /// One that was written down before.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The bytes to write down.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for byte in &self.0[..4] {
            write!(formatter, "{byte:02x}")?;
        }
        formatter.write_str("…")
    }
}

/// What a client shows to get its session back after a drop: the session's name and a proof that is good for one return.
#[derive(Clone, Copy)]
pub struct Secret {
    session: Id,
    proof: [u8; 16],
}

impl Secret {
    /// A new proof for this session.
    #[must_use]
    pub fn random(session: Id) -> Self {
        Self {
            session,
            proof: random(),
        }
    }

    /// Reads what [`Secret::text`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        // A longer text does not fit and is refused before anything is allocated.
        let length = URL_SAFE_NO_PAD.decode_slice(text, &mut bytes).ok()?;
        let (session, proof) = bytes.split_at(16);
        (length == 32).then_some(())?;
        Some(Self {
            session: Id(session.try_into().ok()?),
            proof: proof.try_into().ok()?,
        })
    }

    /// The session it claims.
    #[must_use]
    pub const fn session(&self) -> Id {
        self.session
    }

    /// How it travels.
    #[must_use]
    pub fn text(&self) -> String {
        let mut bytes = [0; 32];
        bytes[..16].copy_from_slice(&self.session.0);
        bytes[16..].copy_from_slice(&self.proof);
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// Whether both are the same secret, in a time that tells nothing about where they differ.
    #[must_use]
    pub fn matches(&self, other: &Self) -> bool {
        same_bytes(&self.session.0, &other.session.0) & same_bytes(&self.proof, &other.proof)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Secret({:?})", self.session)
    }
}

/// Random bytes from the operating system.
#[must_use]
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)
        .expect("an operating system without randomness cannot serve sessions");
    bytes
}

/// Compares all bytes whatever the first ones say.
#[must_use]
pub fn same_bytes(left: &[u8], right: &[u8]) -> bool {
    left.len() == right.len()
        && left
            .iter()
            .zip(right)
            .fold(0, |difference, (a, b)| difference | (a ^ b))
            == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_survives_its_text_and_nothing_else_matches() {
        let secret = Secret::random(Id::random());
        let back = Secret::parse(&secret.text()).expect("what was written can be read");
        assert!(back.matches(&secret));
        assert!(!Secret::random(secret.session()).matches(&secret));
    }

    #[test]
    fn texts_that_are_no_secret_are_refused() {
        let long = "A".repeat(4096);
        for text in [
            "",
            "x",
            "AAAA",
            "not base64!",
            &long,
            &Secret::random(Id::random()).text()[1..],
        ] {
            assert!(Secret::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_log_never_shows_a_whole_name() {
        let secret = Secret::random(Id::from_bytes([0xab; 16]));
        assert_eq!(format!("{secret:?}"), "Secret(abababab…)");
    }
}
