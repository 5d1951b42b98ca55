//! What an author implements: views, events, parameters, the context. Knows no session.

mod answer;
mod binding;
mod claims;
mod context;
mod error;
mod event;
mod field;
mod js;
mod live_view;
mod model;
mod params;
mod secrets;

pub use answer::{Answer, Reply};
pub use binding::BindingWriter;
#[doc(hidden)]
pub use claims::{
    AnyEvents, Bound, EventsOf, FieldAt, ModelAt, NO_FIELD, NoField, Sends, Source, claim_called,
    claim_field, claim_filled, claim_model, claim_model_reads, claim_model_suits, claim_reads,
    claim_suits, claim_supplied, holds_more, missing_field, model_index,
};
pub use context::{Context, Handle, Mailbox, Request, SendError};
pub use error::{Error, Outcome, Result};
pub use event::{EventError, EventSpec, LiveEvent};
pub use field::{FieldKind, FieldSpec};
pub use js::{Any, Block, Js, Transition, Undo, Undoable, undo};
pub use live_view::{LiveView, Nothing, ViewState, mount_by_default};
pub(crate) use model::{UPDATE as UPDATE_MODEL, update_model};
#[doc(hidden)]
pub use model::{is_model, take_model};
pub use params::{
    EventParam, Fields, argument, choice, inner, no_more_arguments, object, or_default,
};
pub use secrets::Secrets;

pub use crate::rendered::binding::Binding;
pub use crate::wire::payload::Payload;
