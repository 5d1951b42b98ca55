//! Every limit of the server by name, with its default. Enforces none.

use std::time::Duration;

/// What one client, one session and the whole server may use. Build it from the default:
/// `Limits { connections: 500, ..Limits::default() }`.
#[derive(Debug, Clone)]
pub struct Limits {
    /// How long a request's head may take to arrive (10 s).
    pub header_timeout: Duration,
    /// How many connections are open at once (10,000); the next wait in the kernel's queue.
    pub connections: usize,
    /// How many of them from one address (100); the next are closed at once.
    pub connections_per_address: usize,
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
    /// How long one write may take (30 s).
    pub write_stall: Duration,
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

impl Default for Limits {
    fn default() -> Self {
        Self {
            header_timeout: Duration::from_secs(10),
            connections: 10_000,
            connections_per_address: 100,
            drain_timeout: Duration::from_secs(30),
            join_timeout: Duration::from_secs(10),
            message_bytes: 128 * 1024,
            read_buffer_bytes: 4 * 1024,
            heartbeat: Duration::from_secs(25),
            dead_after: Duration::from_secs(60),
            write_stall: Duration::from_secs(30),
            outbox_messages: 64,
            outbox_bytes: 1024 * 1024,
            messages_per_second: 50,
            message_burst: 100,
            pings_per_second: 10,
            mistakes: 10,
            views_per_socket: 16,
            joins_per_socket: 64,
            awaiting_time: Duration::from_secs(10),
            awaiting_sessions: 2_000,
            awaiting_bytes: 64 * 1024 * 1024,
            parked_time: Duration::from_secs(60),
            left_time: Duration::from_secs(5),
            parked_sessions: 10_000,
            parked_bytes: 256 * 1024 * 1024,
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
