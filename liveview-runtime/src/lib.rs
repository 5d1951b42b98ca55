//! What runs a live view. Rooms, inner to outer; a room uses itself and rooms before it, never after.

pub mod diff;
pub mod http;
pub mod rendered;
pub mod session;
#[cfg(feature = "testing")]
pub mod testing;
pub mod view;
pub mod wire;

#[doc(hidden)]
pub mod __private;
