//! The server from outside: real sockets, real pages, every rule of sessions and every limit. Opens no browser.

mod attacks;
mod doors;
mod faults;
mod floods;
mod frames;
mod harness;
mod joins;
mod pages;
mod probe;
mod returns;
mod sessions;
