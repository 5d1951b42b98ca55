//! The application's keys: sealing and opening short texts for a purpose. Knows nothing of what is sealed, keeps nothing.
//!
//! One format: `version ‖ nonce (24) ‖ XChaCha20-Poly1305(text)`, base64url, with `version ‖ purpose` as associated data, so that
//! what was sealed for one purpose opens for no other. The first key of the ring seals, every key opens: that is rotation.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use sha2::{Digest, Sha256};

use crate::session::random;

const VERSION: u8 = 1;
const NONCE: usize = 24;

/// A secret of the application, at least 32 bytes of it. Everything else is derived from it.
#[derive(Clone)]
pub struct Key([u8; 32]);

/// A key that somebody could guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the key has {0} bytes; it needs at least 32 random ones")]
pub struct KeyTooShort(usize);

impl Key {
    /// A key from configuration. Use the same one on every node and after every restart, or pages open elsewhere must reload.
    ///
    /// # Errors
    /// When it is shorter than 32 bytes.
    pub fn new(secret: impl AsRef<[u8]>) -> Result<Self, KeyTooShort> {
        let secret = secret.as_ref();
        if secret.len() < 32 {
            return Err(KeyTooShort(secret.len()));
        }
        Ok(Self(Sha256::digest(secret).into()))
    }

    /// A key that lives as long as this process.
    #[must_use]
    pub fn random() -> Self {
        Self(random())
    }

    fn derive(&self, purpose: &str) -> [u8; 32] {
        Sha256::new()
            .chain_update(purpose)
            .chain_update([0])
            .chain_update(self.0)
            .finalize()
            .into()
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Key(…)")
    }
}

/// What a sealed text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The token of a rendered page.
    Page,
}

impl Purpose {
    const fn name(self) -> &'static [u8] {
        match self {
            Self::Page => b"liveview page",
        }
    }
}

/// The keys in force, the sealing one first.
pub struct KeyRing {
    ciphers: Vec<XChaCha20Poly1305>,
    shadow_seed: [u8; 16],
}

impl KeyRing {
    /// Seals with the first, opens with any.
    #[must_use]
    pub fn new(newest: &Key, older: &[Key]) -> Self {
        let cipher = |key: &Key| XChaCha20Poly1305::new(&key.derive("liveview tokens").into());
        Self {
            ciphers: std::iter::once(newest).chain(older).map(cipher).collect(),
            shadow_seed: *newest
                .derive("liveview shadows")
                .first_chunk()
                .expect("a digest has 32 bytes"),
        }
    }

    /// The seed of shadow hashes: the same on every node, known to no client.
    #[must_use]
    pub const fn shadow_seed(&self) -> [u8; 16] {
        self.shadow_seed
    }

    /// Seals a text; the same text twice gives different bytes.
    #[must_use]
    pub fn seal(&self, purpose: Purpose, text: &[u8]) -> String {
        let nonce: [u8; NONCE] = random();
        let aad = associated(purpose);
        let sealed = self.ciphers[0]
            .encrypt(
                &XNonce::from(nonce),
                Payload {
                    msg: text,
                    aad: &aad,
                },
            )
            .expect("a text below 256 GiB can be sealed");
        let mut bytes = Vec::with_capacity(1 + NONCE + sealed.len());
        bytes.push(VERSION);
        bytes.extend_from_slice(&nonce);
        bytes.extend_from_slice(&sealed);
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// Opens what was sealed for this purpose with one of these keys; anything else is nothing.
    #[must_use]
    pub fn open(&self, purpose: Purpose, sealed: &str) -> Option<Vec<u8>> {
        let bytes = URL_SAFE_NO_PAD.decode(sealed).ok()?;
        let (&version, rest) = bytes.split_first()?;
        let (nonce, sealed) = rest.split_at_checked(NONCE)?;
        if version != VERSION {
            return None;
        }
        let nonce = XNonce::from(<[u8; NONCE]>::try_from(nonce).ok()?);
        let aad = associated(purpose);
        self.ciphers.iter().find_map(|cipher| {
            cipher
                .decrypt(
                    &nonce,
                    Payload {
                        msg: sealed,
                        aad: &aad,
                    },
                )
                .ok()
        })
    }
}

impl fmt::Debug for KeyRing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "KeyRing({} keys)", self.ciphers.len())
    }
}

fn associated(purpose: Purpose) -> Vec<u8> {
    [&[VERSION], purpose.name()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring() -> KeyRing {
        KeyRing::new(
            &Key::new("0123456789abcdef0123456789abcdef").expect("32 bytes"),
            &[],
        )
    }

    #[test]
    fn the_same_text_never_looks_the_same() {
        let ring = ring();
        let (one, two) = (
            ring.seal(Purpose::Page, b"text"),
            ring.seal(Purpose::Page, b"text"),
        );
        assert_ne!(one, two);
        assert_eq!(
            ring.open(Purpose::Page, &one),
            ring.open(Purpose::Page, &two)
        );
    }

    /// AT7.
    #[test]
    fn any_single_bit_and_any_cut_makes_it_nothing() {
        let ring = ring();
        let sealed = ring.seal(Purpose::Page, b"some text of a page");
        for position in 0..sealed.len() {
            assert_eq!(
                ring.open(Purpose::Page, &sealed[..position]),
                None,
                "cut at {position}"
            );
            for bit in 0..8 {
                let mut bytes = sealed.clone().into_bytes();
                bytes[position] ^= 1 << bit;
                let Ok(bent) = String::from_utf8(bytes) else {
                    continue;
                };
                assert_eq!(
                    ring.open(Purpose::Page, &bent),
                    None,
                    "bit {bit} of character {position}"
                );
            }
        }
        assert!(ring.open(Purpose::Page, &sealed).is_some());
    }

    /// AT7: nor does a key of one purpose serve another.
    #[test]
    fn a_text_for_another_purpose_does_not_open() {
        let ring = ring();
        let nonce = [7; NONCE];
        let sealed = ring.ciphers[0]
            .encrypt(
                &XNonce::from(nonce),
                Payload {
                    msg: b"text".as_slice(),
                    aad: b"\x01liveview other".as_slice(),
                },
            )
            .expect("seals");
        let forged = URL_SAFE_NO_PAD.encode([&[VERSION][..], &nonce, &sealed].concat());
        assert_eq!(ring.open(Purpose::Page, &forged), None);
    }

    #[test]
    fn an_older_key_opens_and_a_dropped_one_does_not() {
        let (old, new) = (Key::random(), Key::random());
        let sealed = KeyRing::new(&old, &[]).seal(Purpose::Page, b"text");
        let rotated = KeyRing::new(&new, &[old]);
        assert_eq!(
            rotated.open(Purpose::Page, &sealed).as_deref(),
            Some(&b"text"[..])
        );
        assert_eq!(KeyRing::new(&new, &[]).open(Purpose::Page, &sealed), None);
    }

    #[test]
    fn a_short_key_is_refused_with_its_length() {
        assert_eq!(
            Key::new("0123456789abcdef0123456789abcde").expect_err("31 bytes"),
            KeyTooShort(31)
        );
    }

    #[test]
    fn the_shadow_seed_follows_the_key() {
        assert_eq!(ring().shadow_seed(), ring().shadow_seed());
        assert_ne!(
            ring().shadow_seed(),
            KeyRing::new(&Key::random(), &[]).shadow_seed()
        );
    }
}
