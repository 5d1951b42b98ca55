//! Which texts may be the value of a style property. Changes none, only refuses.

use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the value stays one value: nothing in it ends a declaration or opens a block or a comment.
pub(crate) fn is_allowed(name: &str, value: &str) -> bool {
    let allowed = !value.contains(|c: char| matches!(c, ';' | '{' | '}') || c.is_control())
        && !value.contains("/*")
        && !value.contains("*/");
    static LOGGED: AtomicBool = AtomicBool::new(false);
    if !allowed && !LOGGED.swap(true, Ordering::Relaxed) {
        let start: String = value.chars().take(64).collect();
        tracing::warn!(property = name, value = ?start, "refused a style value that is more than one value (logged once)");
    }
    allowed
}
