//! Every limit of the server by name, with its default. Enforces none.

use std::time::Duration;

use crate::wire::Bounds;
use crate::wire::effects::EffectBounds;

/// What one client, one session and the whole server may use. Build it from the default:
/// `Limits { connections: 500, ..Limits::default() }`.
#[derive(Debug, Clone)]
pub struct Limits {
    /// How long a request's head may take to arrive (10 s), the wait for it included: an idle connection is closed by then.
    pub header_timeout: Duration,
    /// How many bytes of it are read before it must have ended (64 KiB; at least 8 KiB).
    pub header_bytes: usize,
    /// How long a client may be waited for while its request's body arrives (10 s) …
    pub body_grace: Duration,
    /// … and how many bytes of it buy a second more (1,024). Handlers of the app that read a body get an error beyond that.
    pub body_bytes_per_second: u32,
    /// How many connections are open at once (10,000); the next are told to come again later (503). A connected counter holds less
    /// than 16 KiB, so these are 160 MiB: raise it by as many as there is memory for.
    pub connections: usize,
    /// How many of them from one address (100); the next are told to come again later. Behind a proxy, all have its address:
    /// let the proxy count, and raise this to `connections`.
    pub connections_per_address: usize,
    /// How many sockets one browser may have open (50), told by its cookie; the next are told to come again later.
    pub sockets_per_browser: usize,
    /// How long at least a client stays away that was told so (5 s); each is told a time of its own, at most twice as long.
    pub retry_after: Duration,
    /// How many connections are being told so at once (64); beyond that they are closed without a word.
    pub refusals: usize,
    /// How long telling one of them may take (2 s).
    pub refusal_timeout: Duration,
    /// How long requests may take to end when the server stops (30 s).
    pub drain_timeout: Duration,

    /// How long a fresh socket may take to join (10 s).
    pub join_timeout: Duration,
    /// The longest message, all its fragments together (128 KiB).
    pub message_bytes: usize,
    /// The read buffer of a socket (4 KiB).
    pub read_buffer_bytes: usize,
    /// How often the server pings (25 s).
    pub heartbeat: Duration,
    /// After how much silence a socket is dead (60 s).
    pub dead_after: Duration,
    /// How long one write may take (30 s), of a page as of a frame.
    pub write_stall: Duration,
    /// How long a client may take to answer a close (5 s).
    pub farewell_timeout: Duration,
    /// How much is read of it after a close (4 MiB): enough for what was on its way.
    pub farewell_bytes: usize,
    /// How many messages may wait to be written (64).
    pub outbox_messages: usize,
    /// How many bytes may wait to be written (1 MiB).
    pub outbox_bytes: usize,
    /// How many messages a socket may send a second, on average (50).
    pub messages_per_second: u32,
    /// How many messages it may send at once (100); then reading pauses, and after as many delays again the socket is closed.
    pub message_burst: u32,
    /// How many pings and pongs it may send a second (10).
    pub pings_per_second: u32,
    /// How many frames that are not ours, or events nobody offers, close a socket (10).
    pub mistakes: u32,
    /// How many views one socket may join (16).
    pub views_per_socket: usize,
    /// How many joins one socket may say (64): each view joins once, and again when it is in trouble.
    pub joins_per_socket: u32,
    /// How many views of one socket are mounted anew at once (4); the others wait in line.
    pub joins_at_once: usize,
    /// How many messages a socket may send to views that are still being mounted (64); they are heard once those are.
    pub joining_messages: usize,
    /// How many bytes these may have together (256 KiB).
    pub joining_bytes: usize,

    /// How deep the JSON of a call argument may nest (16).
    pub payload_depth: usize,
    /// How many call arguments, form fields or `dj-value-*`s one event may carry, and how many fields all forms of a join (1,000).
    pub payload_keys: usize,
    /// How many bytes the name of a field may have (256).
    pub payload_key_bytes: usize,
    /// How many bytes the value of a field may have (64 KiB).
    pub payload_value_bytes: usize,
    /// How many bytes the arguments and the payload of one event may have together (120 KiB).
    pub payload_bytes: usize,
    /// How many forms of a returning page are recovered (64); the rest is passed over.
    pub join_forms: usize,
    /// How many steps the address of an instance may have (64): far more than templates nest.
    pub path_steps: usize,

    /// How long a rendered page waits for its socket (10 s).
    pub awaiting_time: Duration,
    /// How many pages wait at once (2,000); the oldest goes first.
    pub awaiting_sessions: usize,
    /// How many bytes they may hold together, as far as we see (64 MiB).
    pub awaiting_bytes: usize,
    /// How long a dropped session waits for its client (60 s).
    pub parked_time: Duration,
    /// How long one waits whose client said that it leaves (5 s).
    pub left_time: Duration,
    /// How many dropped sessions wait at once (10,000); the oldest goes first.
    pub parked_sessions: usize,
    /// How many bytes they may hold together, as far as we see (256 MiB).
    pub parked_bytes: usize,

    /// How many commands, pushed events and replies may wait for a view's next update (256); one more is an error of the
    /// callback that wanted it.
    pub effects: usize,
    /// How many bytes they may have together (64 KiB).
    pub effect_bytes: usize,
    /// How many frames a session keeps for a resume (64).
    pub ring_frames: usize,
    /// How many bytes of them (64 KiB).
    pub ring_bytes: usize,
    /// How many events and messages may wait for a view (1,024).
    pub mailbox: usize,
    /// How long a callback of the view may take (30 s).
    pub handler_timeout: Duration,
    /// The longest page a view may render (4 MiB).
    pub render_bytes: usize,
    /// How many crashes of one view end it (3) …
    pub crashes: u32,
    /// … within this time (30 s).
    pub crash_window: Duration,
}

impl Limits {
    /// What one message of a client may hold.
    #[must_use]
    pub const fn bounds(&self) -> Bounds {
        Bounds {
            depth: self.payload_depth,
            keys: self.payload_keys,
            key_bytes: self.payload_key_bytes,
            value_bytes: self.payload_value_bytes,
            payload_bytes: self.payload_bytes,
            forms: self.join_forms,
            path_steps: self.path_steps,
        }
    }

    /// What may wait for a view's next update.
    #[must_use]
    pub const fn effect_bounds(&self) -> EffectBounds {
        EffectBounds {
            count: self.effects,
            bytes: self.effect_bytes,
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        let message = Bounds::default();
        Self {
            header_timeout: Duration::from_secs(10),
            header_bytes: 64 * 1024,
            body_grace: Duration::from_secs(10),
            body_bytes_per_second: 1_024,
            connections: 10_000,
            connections_per_address: 100,
            sockets_per_browser: 50,
            retry_after: Duration::from_secs(5),
            refusals: 64,
            refusal_timeout: Duration::from_secs(2),
            drain_timeout: Duration::from_secs(30),
            join_timeout: Duration::from_secs(10),
            message_bytes: 128 * 1024,
            read_buffer_bytes: 4 * 1024,
            heartbeat: Duration::from_secs(25),
            dead_after: Duration::from_secs(60),
            write_stall: Duration::from_secs(30),
            farewell_timeout: Duration::from_secs(5),
            farewell_bytes: 4 * 1024 * 1024,
            outbox_messages: 64,
            outbox_bytes: 1024 * 1024,
            messages_per_second: 50,
            message_burst: 100,
            pings_per_second: 10,
            mistakes: 10,
            views_per_socket: 16,
            joins_per_socket: 64,
            joins_at_once: 4,
            joining_messages: 64,
            joining_bytes: 256 * 1024,
            payload_depth: message.depth,
            payload_keys: message.keys,
            payload_key_bytes: message.key_bytes,
            payload_value_bytes: message.value_bytes,
            payload_bytes: message.payload_bytes,
            join_forms: message.forms,
            path_steps: message.path_steps,
            awaiting_time: Duration::from_secs(10),
            awaiting_sessions: 2_000,
            awaiting_bytes: 64 * 1024 * 1024,
            parked_time: Duration::from_secs(60),
            left_time: Duration::from_secs(5),
            parked_sessions: 10_000,
            parked_bytes: 256 * 1024 * 1024,
            effects: 256,
            effect_bytes: 64 * 1024,
            ring_frames: 64,
            ring_bytes: 64 * 1024,
            mailbox: 1_024,
            handler_timeout: Duration::from_secs(30),
            render_bytes: 4 * 1024 * 1024,
            crashes: 3,
            crash_window: Duration::from_secs(30),
        }
    }
}
