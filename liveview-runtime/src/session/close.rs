//! The codes a socket is closed with, and what each tells the client to do. Closes nothing.
//!
//! The standard's codes mean *come back*, each client after a delay of its own; those from 4000 on are the protocol's.

/// The server stops: come back, later than usual.
pub const RESTARTING: u16 = 1012;
/// The frames are not WebSocket frames.
pub const PROTOCOL: u16 = 1002;
/// A binary message, which no client of ours sends.
pub const UNSUPPORTED: u16 = 1003;
/// A text that is not UTF-8.
pub const NOT_TEXT: u16 = 1007;
/// More pings than anybody needs.
pub const PING_FLOOD: u16 = 1008;
/// A message above the limit.
pub const TOO_LARGE: u16 = 1009;
/// Another socket has resumed this session: do not come back.
pub const TAKEN_OVER: u16 = 4001;
/// An event number was skipped: come back and resume.
pub const EVENT_SKIPPED: u16 = 4002;
/// Too many frames that are not ours, or events that nobody offers: do not come back.
pub const ABUSE: u16 = 4003;
/// The join cannot succeed, and a frame before has said why: do not come back.
pub const REFUSED: u16 = 4004;
/// The view crashed too often, and a frame before has said so: do not come back.
pub const CRASHED: u16 = 4005;
/// More messages than anybody can make: come back in a few seconds.
pub const FLOOD: u16 = 4008;
/// Too slow to join or to read: come back and resume.
pub const TOO_SLOW: u16 = 4009;
/// Nothing was heard for too long: come back and resume.
pub const SILENT: u16 = 4010;
