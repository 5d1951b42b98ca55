//! Lists in which two rows have the same key: each is told of once. Looks for none.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// Tells of a list, by where it stands in the author's source; one that was told of before is passed over. In development its
/// render panics besides. A page that is served goes on, its rows told apart by key and order alone.
#[cold]
pub(crate) fn warn(list: &'static str) {
    if is_news(list) {
        tracing::warn!(
            list,
            "two rows of a list have the same key, so they may be taken for one another: keys must be unique (logged once a list)"
        );
    }
}

/// Whether nothing was said of this list yet. There are as many as templates in the program.
fn is_news(list: &'static str) -> bool {
    static TOLD: Mutex<BTreeSet<&str>> = Mutex::new(BTreeSet::new());
    let mut told = TOLD.lock().unwrap_or_else(PoisonError::into_inner);
    told.insert(list)
}

#[cfg(test)]
pub(crate) fn was_told(list: &'static str) -> bool {
    !is_news(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_list_is_news_once() {
        let told = ["once.rs:1", "once.rs:2", "once.rs:1", "once.rs:2"].map(is_news);
        assert_eq!(told, [true, true, false, false]);
    }
}
