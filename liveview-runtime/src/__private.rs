//! What generated code names, in one place. Holds no logic; nobody writes this path by hand.

pub use crate::rendered::binding::Binding;
pub use crate::rendered::template::{Arity, Kind, Node, Place, Point, Slot, Step, Template};
pub use crate::view::{
    BindingWriter, Context, EventError, EventParam, EventSpec, LiveEvent, LiveView, Outcome,
    Payload, Result, ViewState, argument, no_more_arguments, object,
};
