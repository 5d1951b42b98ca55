//! What a client may say, read from text: total, bounded, borrowed from the message. Judges no name and runs no event.
//!
//! `[3,0,"add",[7],{…}]` is an event by its first item, a number; `["j",…]`, `["r",…]`, `["h"]`, `["l"]` are named by a
//! letter; `["v",view,frame]` puts any of them to another view of the page. One message is read once, in linear time, with
//! no tree of values: names and texts borrow from the message, arguments stay JSON until the view's event wants them.

mod event;
mod frame;
mod join;
#[cfg(test)]
mod tests;

pub use event::EventFrame;
pub use frame::{ClientFrame, DecodeError, Event, Message, Resync, decode};
pub use join::{Join, RecoveredForm};
