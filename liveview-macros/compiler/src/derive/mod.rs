//! The derives, one file each. Knows nothing of HTML.

pub mod event_params;
pub mod live_event;
pub mod model;
