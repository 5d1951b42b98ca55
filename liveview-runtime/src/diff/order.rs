//! How a list's rows are put together from the old ones: finds rows by key, counts runs. Knows no values.

use foldhash::{HashMap, HashMapExt};

use crate::rendered::equal_keys;
use crate::rendered::sink::OldRows;

/// The rows of one list, from the first that does not stand where it stood.
pub(super) struct Order {
    /// How many rows stood in front, unmoved.
    kept: u32,
    /// The old rows behind those.
    rest: Vec<OldRow>,
    /// Where to look first: most changes move a stretch of rows, up or down.
    guess: Guess,
    /// The rows of `rest` by key, made once a guess fails.
    by_key: Option<ByKey>,
    runs: Vec<i32>,
    /// Where the list stands in the author's source.
    source: &'static str,
}

struct OldRow {
    key: u64,
    position: usize,
    is_taken: bool,
}

/// The row of `rest` taken last; before the first, the one in front of it.
#[derive(Clone, Copy)]
enum Guess {
    Start,
    Beside(usize),
}

/// The first row of each key that may be untaken, and for each row the next one of the same key.
struct ByKey {
    first: HashMap<u64, usize>,
    next: Vec<usize>,
}

impl Order {
    /// Of a list that has no old rows, and whose new ones are not asked for.
    pub(super) fn of_new_list() -> Self {
        Order {
            kept: 0,
            rest: Vec::new(),
            guess: Guess::Start,
            by_key: None,
            runs: Vec::new(),
            source: "",
        }
    }

    /// Of a list whose first `kept` rows stand where they stood.
    pub(super) fn of_old_list(kept: u32, rest: OldRows<'_>, source: &'static str) -> Self {
        let rest = rest.map(|(key, position)| OldRow {
            key,
            position,
            is_taken: false,
        });
        let mut runs = Vec::new();
        if kept > 0 {
            runs.extend([0, kept as i32]);
        }
        Order {
            kept,
            rest: rest.collect(),
            runs,
            source,
            ..Order::of_new_list()
        }
    }

    /// Takes an old row with this key for the next row; its position on the old tape. `None` if there is none: the row
    /// is new.
    pub(super) fn take(&mut self, key: u64) -> Option<usize> {
        let found = self.guess(key).or_else(|| self.find(key));
        let Some(index) = found else {
            self.push_new(1);
            return None;
        };
        self.guess = Guess::Beside(index);
        self.push_old(self.kept as i32 + index as i32);
        let row = &mut self.rest[index];
        row.is_taken = true;
        Some(row.position)
    }

    /// Writes the runs of a list that has so many rows in all.
    pub(super) fn write_runs(mut self, rows: u32, out: &mut Vec<i32>) {
        if self.kept == 0 && self.rest.is_empty() && self.runs.is_empty() && rows > 0 {
            self.push_new(rows as i32);
        }
        out.append(&mut self.runs);
    }

    fn guess(&self, key: u64) -> Option<usize> {
        let candidates = match self.guess {
            Guess::Start => [1, self.rest.len().wrapping_sub(1)],
            Guess::Beside(index) => [index + 1, index.wrapping_sub(1)],
        };
        let is_it = |&index: &usize| {
            let row = self.rest.get(index);
            row.is_some_and(|row| row.key == key && !row.is_taken)
        };
        candidates.into_iter().find(is_it)
    }

    fn find(&mut self, key: u64) -> Option<usize> {
        let by_key = self
            .by_key
            .get_or_insert_with(|| ByKey::of(&self.rest, self.source));
        let first = by_key.first.get_mut(&key)?;
        while self.rest.get(*first)?.is_taken {
            *first = by_key.next[*first];
        }
        Some(*first)
    }

    fn push_new(&mut self, count: i32) {
        match self.runs.last_chunk_mut() {
            Some([-1, length]) => *length += count,
            _ => self.runs.extend([-1, count]),
        }
    }

    fn push_old(&mut self, index: i32) {
        match self.runs.last_chunk_mut() {
            Some([start, length]) if *start >= 0 && *length > 0 && *start + *length == index => {
                *length += 1;
            }
            Some([start, length]) if *length == 1 && *start - 1 == index => *length = -2,
            Some([start, length]) if *length < 0 && *start + *length == index => *length -= 1,
            _ => self.runs.extend([index, 1]),
        }
    }
}

impl ByKey {
    fn of(rest: &[OldRow], source: &'static str) -> Self {
        let mut first = HashMap::with_capacity(rest.len());
        let mut next = vec![usize::MAX; rest.len()];
        for (index, row) in rest.iter().enumerate().rev() {
            if let Some(later) = first.insert(row.key, index) {
                next[index] = later;
            }
        }
        if next.iter().any(|later| *later != usize::MAX) {
            equal_keys::warn(source);
        }
        ByKey { first, next }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows of these keys, without a slot.
    fn rows(keys: &[u64]) -> Vec<u64> {
        keys.iter().flat_map(|key| [*key, 0]).collect()
    }

    fn order(tape: &[u64], source: &'static str) -> Order {
        let count = u32::try_from(tape.len() / 2).expect("a few rows");
        Order::of_old_list(0, OldRows::new(tape, 0, count), source)
    }

    #[test]
    fn rows_of_one_key_are_taken_in_their_order_and_told_of() {
        let tape = rows(&[7, 8, 7, 9, 7]);
        let mut order = order(&tape, "equal.rs:1");
        // Neither guess is right for the first, so that it is looked up.
        let taken = [9, 7, 7, 7, 7].map(|key| order.take(key));
        assert_eq!(taken, [Some(6), Some(8), Some(0), Some(4), None]);
        assert!(equal_keys::was_told("equal.rs:1"));
    }

    #[test]
    fn rows_of_different_keys_are_no_news() {
        let tape = rows(&[7, 8, 9, 10]);
        let mut order = order(&tape, "different.rs:1");
        assert_eq!(order.take(9), Some(4));
        assert!(!equal_keys::was_told("different.rs:1"));
    }
}
