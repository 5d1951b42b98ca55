//! What an author implements: views, events, parameters, the context. Knows no session.

mod binding;
mod claims;
mod context;
mod error;
mod event;
mod field;
mod live_view;
mod params;
mod secrets;

pub use binding::BindingWriter;
#[doc(hidden)]
pub use claims::{
    AnyEvents, Bound, EventsOf, FieldAt, NoField, Sends, Source, claim_called, claim_field,
    claim_filled, claim_reads, claim_suits, claim_supplied, missing_field,
};
pub use context::{Context, Handle, Mailbox, Request, SendError};
pub use error::{Error, Outcome, Result};
pub use event::{EventError, EventSpec, LiveEvent};
pub use field::{FieldKind, FieldSpec};
pub use live_view::{LiveView, Nothing, ViewState, mount_by_default};
pub use params::{
    EventParam, Fields, argument, choice, inner, no_more_arguments, object, or_default,
};
pub use secrets::Secrets;

pub use crate::rendered::binding::Binding;
pub use crate::wire::payload::Payload;
