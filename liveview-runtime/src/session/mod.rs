//! One view, one task, one mailbox. The core knows no socket and no clock.

pub mod close;
mod id;
mod limits;

pub use id::{Id, Secret, random, same_bytes};
pub use limits::Limits;
