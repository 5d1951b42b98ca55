//! How a server of live views is configured, and what all its requests share. Answers none.

use std::sync::Arc;

use sha2::{Digest, Sha256};
use tokio::sync::watch;

use super::connection::Tally;
use super::cookie::{CookieHash, Transport};
use super::key::{Key, KeyRing};
use super::origin::{Missing, OriginPolicy, OriginSyntax};
use crate::rendered::seed::Seed;
use crate::session::{Count, Limits, Registry};
use crate::view::Secrets;

/// The configuration of a server of live views: `app.with_live(Live::new().key(key))`.
#[derive(Debug, Default)]
pub struct Live {
    key: Option<Key>,
    older_keys: Vec<Key>,
    limits: Limits,
    origins: OriginPolicy,
    transport: Transport,
    build: Option<String>,
    secrets: Secrets,
}

impl Live {
    /// The defaults: a key for this process only, pages over plain HTTP, sockets from their own origin.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The application's key. Without one, pages that are open at a restart have to be loaded again.
    #[must_use]
    pub fn key(mut self, key: Key) -> Self {
        self.key = Some(key);
        self
    }

    /// A key that was in force before: its tokens are still honoured.
    #[must_use]
    pub fn older_key(mut self, key: Key) -> Self {
        self.older_keys.push(key);
        self
    }

    /// The limits.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// One more origin whose pages may open sockets, or all hosts below a domain: `https://*.example.com`.
    ///
    /// # Errors
    /// When the text is no origin.
    pub fn allow_origin(mut self, origin: &str) -> Result<Self, OriginSyntax> {
        self.origins.allow(origin)?;
        Ok(self)
    }

    /// Lets programs connect that are no browsers and send no `Origin`.
    #[must_use]
    pub fn allow_missing_origin(mut self) -> Self {
        self.origins.set_missing(Missing::Allowed);
        self
    }

    /// Says that browsers reach this server over HTTPS, through a proxy or not: pages are `https`, the cookie is `__Host-dj`.
    #[must_use]
    pub fn tls(mut self) -> Self {
        self.transport = Transport::Tls;
        self
    }

    /// One more word in the names of parameters whose values are shown nowhere, neither in the log nor in answers to a client:
    /// `iban` hides `iban` and `payerIban`. Passwords, tokens, keys and credentials always are ([`Secrets`]).
    #[must_use]
    pub fn secret_parameter(mut self, word: &str) -> Self {
        self.secrets.add(word);
        self
    }

    /// Names the build, the same on all nodes that run it. Pages of another build are built anew when they return.
    #[must_use]
    pub fn build(mut self, build: impl Into<String>) -> Self {
        self.build = Some(build.into());
        self
    }
}

/// What the pages and sockets of one server share.
pub(super) struct Shared {
    pub(super) keys: KeyRing,
    pub(super) seed: Arc<Seed>,
    pub(super) limits: Arc<Limits>,
    pub(super) origins: OriginPolicy,
    pub(super) transport: Transport,
    pub(super) registry: Arc<Registry>,
    /// The open sockets of each browser.
    pub(super) sockets: Arc<Tally<CookieHash>>,
    pub(super) secrets: Arc<Secrets>,
    build: u64,
    stopping: watch::Sender<bool>,
}

impl Shared {
    pub(super) fn new(live: Live) -> Self {
        if cfg!(panic = "abort") {
            tracing::warn!("built with panic=abort: a panic in one view ends all of them");
        }
        if tracing::enabled!(target: "tungstenite::protocol", tracing::Level::TRACE) {
            tracing::warn!(
                "the WebSocket library writes whole messages to the log at its level `trace`, passwords included: turn `tungstenite` down"
            );
        }
        let key = live.key.unwrap_or_else(|| {
            tracing::warn!("no key is configured (`Live::key`): a random one is used, and pages that are open at a restart must be loaded again");
            Key::random()
        });
        let keys = KeyRing::new(&key, &live.older_keys);
        Self {
            seed: Arc::new(Seed::new(keys.shadow_seed())),
            keys,
            registry: Arc::new(Registry::new(&live.limits)),
            sockets: Tally::new(live.limits.sockets_per_browser),
            limits: Arc::new(live.limits),
            origins: live.origins,
            transport: live.transport,
            secrets: Arc::new(live.secrets),
            build: build_number(live.build),
            stopping: watch::Sender::new(false),
        }
    }

    /// What tells pages of this build and this root template from others.
    pub(super) const fn build_of(&self, root_fingerprint: u64) -> u64 {
        self.build ^ root_fingerprint
    }

    /// Tells all sockets to close, because the server stops.
    pub(super) fn stop(&self) {
        self.stopping.send_replace(true);
    }

    /// Is told when the server stops.
    pub(super) fn stopping(&self) -> watch::Receiver<bool> {
        self.stopping.subscribe()
    }

    pub(super) fn sessions(&self) -> Count {
        self.registry.count()
    }
}

/// An unnamed build is told by the length of its executable: the same on every node, rarely that of the build before.
fn build_number(name: Option<String>) -> u64 {
    let name = name.unwrap_or_else(|| {
        let executable = std::env::current_exe().and_then(std::fs::metadata);
        format!(
            "{} {}",
            env!("CARGO_PKG_VERSION"),
            executable.map_or(0, |file| file.len())
        )
    });
    let digest: [u8; 32] = Sha256::digest(name).into();
    let [a, b, c, d, e, f, g, h, ..] = digest;
    u64::from_le_bytes([a, b, c, d, e, f, g, h])
}
