//! The server from outside: real sockets, real pages, every rule of sessions and every limit. Opens no browser.

mod attacks;
mod faults;
mod harness;
mod probe;
mod sessions;
