//! How a value stands in braces: which traits it needs, and what of it is shown. Writes nothing itself.
//!
//! `{value}` takes any `Display` and any `Option` of one. The macro cannot see the type, so it lets method lookup choose:
//! `Show(&value).liveview_text(…)` is the method of plain values, or else the one of [`ShowText`]: it hands the value on as
//! a [`Scalar`]. Only the last has a bound that can fail once it was chosen, so that the error is in our words.

mod bound;
mod key;
mod kind;
mod plain;
mod surplus;

pub use bound::{Bindable, Bound, bind};
pub use key::Key;
pub use kind::{Optional, Show, ShowText, Text};
pub use plain::{Plain, Scalar};
pub use surplus::SurplusText;
