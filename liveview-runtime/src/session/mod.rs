//! One view, one task, one mailbox. The core knows no socket and no clock.

pub mod close;
pub mod input;
pub mod state;

mod bucket;
mod id;
mod limits;
mod lot;
mod ring;

pub use bucket::{Bucket, Pace};
pub use id::{Id, Secret, random, same_bytes};
pub use limits::Limits;
