//! The facade: what an author of live views imports. Holds no logic.

pub use liveview_macros::{EventParams, LiveEvent, html, live_view};
#[doc(hidden)]
pub use liveview_runtime::__private;
pub use liveview_runtime::{diff, rendered, view, wire};
