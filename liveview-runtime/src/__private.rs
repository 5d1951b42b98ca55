//! What generated code names, in one place. Holds no logic; nobody writes this path by hand.

pub use crate::rendered::attributes::{Attributes, Host};
pub use crate::rendered::binding::Binding;
pub use crate::rendered::component::{Children, Slot as SlotView, Slots};
pub use crate::rendered::fragment::{Fragment, fragment};
pub use crate::rendered::prop::{missing, optional, passed_on, text};
pub use crate::rendered::render::Render;
pub use crate::rendered::renderer::Renderer;
pub use crate::rendered::show::{Show, bind};
pub use crate::rendered::template::{Arity, Template};
pub use crate::rendered::url::Form;
pub use crate::view::{
    BindingWriter, Context, EventError, EventParam, EventSpec, FieldSpec, Fields, LiveEvent,
    LiveView, Nothing, Outcome, Payload, Result, ViewState, argument, choice, claim_offered,
    is_supplied, mount_by_default, no_more_arguments, object,
};
pub use serde_json::value::RawValue;
pub use std::string::String;

/// The traits that choose how a value in braces is shown; generated code imports them all, by no name.
pub mod kinds {
    pub use crate::rendered::show::{AnyKind as _, OptionalKind as _, PlainKind as _};
}
