//! What an author implements: views, events, parameters, the context. Knows no session.

mod binding;
mod claims;
mod context;
mod error;
mod event;
mod live_view;
mod params;

pub use binding::BindingWriter;
pub use claims::{claim_offered, is_supplied};
pub use context::{Context, Handle, Mailbox, Request, SendError};
pub use error::{Error, Outcome, Result};
pub use event::{EventError, EventSpec, LiveEvent};
pub use live_view::{LiveView, Nothing, ViewState, mount_by_default};
pub use params::{EventParam, FieldSpec, Fields, argument, choice, no_more_arguments, object};

pub use crate::rendered::binding::Binding;
pub use crate::wire::payload::Payload;
