//! The wall clock, for tokens alone: everything else counts from a moment of its own. Sets nothing.

use std::time::{SystemTime, UNIX_EPOCH};

/// Seconds since 1970; a clock before that is at its beginning.
pub(super) fn now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |time| time.as_secs())
}
