//! How it is said: frames to text, text to frames. Opens no socket, knows no view.

mod bounds;
pub mod decode;
pub mod effects;
pub mod encode;
pub mod frame;
mod keys;
pub mod payload;

pub use bounds::Bounds;
