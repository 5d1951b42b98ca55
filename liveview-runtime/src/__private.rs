//! What generated code names, in one place. Holds no logic; nobody writes this path by hand.

pub use crate::rendered::attributes::{Attributes, Host};
pub use crate::rendered::binding::Binding;
pub use crate::rendered::component::{Children, Slot as SlotView, Slots};
pub use crate::rendered::fragment::{Fragment, fragment};
pub use crate::rendered::prop::{IntoOptional, missing, passed_on, text};
pub use crate::rendered::render::Render;
pub use crate::rendered::renderer::Renderer;
pub use crate::rendered::show::{Show, bind};
pub use crate::rendered::template::{Arity, Template};
pub use crate::rendered::url::Form;
pub use crate::view::{
    Answer, AnyEvents, BindingWriter, Bound, Context, EventError, EventParam, EventSpec, EventsOf,
    FieldAt, FieldKind, FieldSpec, Fields, LiveEvent, LiveView, ModelAt, NO_FIELD, NoField,
    Nothing, Outcome, Payload, Result, Sends, Source, ViewState, argument, choice, claim_called,
    claim_field, claim_filled, claim_model, claim_model_reads, claim_model_suits, claim_reads,
    claim_suits, claim_supplied, holds_more, inner, is_model, missing_field, model_index,
    mount_by_default, no_more_arguments, object, or_default, take_model, undo,
};
pub use serde_json::value::RawValue;
pub use std::string::String;

/// The traits that choose how a value in braces is shown; generated code imports them all, by no name.
pub mod kinds {
    pub use crate::rendered::show::{ShowText as _, SurplusText as _};
}
