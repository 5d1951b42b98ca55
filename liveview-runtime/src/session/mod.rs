//! One view, one task, one mailbox. The core knows no socket and no clock.
//!
//! What arrives at a session's [`Address`] is fed by its [`Task`] to its [`state::Core`]; what the core says the task does:
//! it calls the view through a [`Host`] and speaks through the [`Outlet`] of a socket. The [`Registry`] knows them all.

pub mod close;
pub mod input;
pub mod state;

mod bucket;
mod host;
mod id;
mod inbox;
mod limits;
mod lot;
mod mounted;
mod outlet;
mod registry;
mod ring;
mod task;

pub use bucket::{Bucket, Pace};
pub use host::{Callback, Host};
pub use id::{Id, Secret, random, same_bytes};
#[cfg(feature = "testing")]
pub(crate) use inbox::Mail;
pub use inbox::{Address, Owner, Undelivered};
pub use limits::Limits;
pub use mounted::{MountBounds, MountError, Mounted, PageView, mount};
pub use outlet::{Line, Outgoing, Outlet};
pub use registry::{Count, Registry};
pub use task::{Task, guarded};
