//! The server from outside: real sockets, real pages, every rule of sessions and every limit. Opens no browser.

mod attacks;
mod doors;
mod faults;
mod floods;
mod forgeries;
mod frames;
mod harness;
mod joins;
mod limits;
mod logs;
#[path = "../../liveview-runtime/src/http/origin/matrix.rs"]
mod origins;
mod pages;
mod probe;
mod returns;
mod sessions;
