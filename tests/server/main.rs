//! The server from outside: real sockets, real pages, every rule of sessions and every limit. Opens no browser.

mod harness;
mod sessions;
