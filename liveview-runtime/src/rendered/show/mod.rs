//! How a value stands in braces: which traits it needs, and what of it is shown. Writes nothing itself.
//!
//! `{value}` takes any `Display` and any `Option` of one. The macro cannot see the type, so it lets method lookup choose:
//! `(&&&Show(value)).liveview_kind()` finds the first of three traits that fits, and the kind it gives back hands the
//! value on as a [`Scalar`]. Only the last one has a bound that can fail, so that the error is in our words.

mod bound;
mod key;
mod kind;
mod plain;
mod surplus;

pub use bound::{Bindable, Bound, bind};
pub use key::Key;
pub use kind::{
    AnyKind, Displayed, Optional, OptionalKind, Optionally, PlainKind, Plainly, Show, Text,
};
pub use plain::{Plain, Scalar};
