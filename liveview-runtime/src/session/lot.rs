//! Where sessions without a socket stand: bounded by count and bytes, oldest out. Ends none itself; it names those that must go.

use std::collections::{BTreeMap, HashMap};

use super::Id;

/// One parking lot. The caller holds the lock.
#[derive(Debug)]
pub(super) struct Lot {
    spaces: usize,
    capacity: usize,
    by_age: BTreeMap<u64, Id>,
    parked: HashMap<Id, (u64, usize)>,
    arrivals: u64,
    bytes: usize,
}

impl Lot {
    /// An empty one for so many sessions of so many bytes together.
    #[must_use]
    pub(super) fn new(spaces: usize, capacity: usize) -> Self {
        Self {
            spaces,
            capacity,
            by_age: BTreeMap::new(),
            parked: HashMap::new(),
            arrivals: 0,
            bytes: 0,
        }
    }

    /// Takes a session in and names those that must go for it, the session itself if it is larger than the lot.
    pub(super) fn park(&mut self, session: Id, bytes: usize) -> Vec<Id> {
        self.leave(session);
        self.arrivals += 1;
        self.by_age.insert(self.arrivals, session);
        self.parked.insert(session, (self.arrivals, bytes));
        self.bytes += bytes;
        let mut gone = Vec::new();
        while self.parked.len() > self.spaces || self.bytes > self.capacity {
            let Some((_, &oldest)) = self.by_age.first_key_value() else {
                break;
            };
            self.leave(oldest);
            gone.push(oldest);
        }
        gone
    }

    /// Lets a session out, if it is here.
    pub(super) fn leave(&mut self, session: Id) {
        if let Some((arrival, bytes)) = self.parked.remove(&session) {
            self.by_age.remove(&arrival);
            self.bytes -= bytes;
        }
    }

    /// How many stand here.
    #[must_use]
    pub(super) fn len(&self) -> usize {
        self.parked.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(number: u8) -> Id {
        Id::from_bytes([number; 16])
    }

    #[test]
    fn one_over_the_count_sends_the_oldest_away() {
        let mut lot = Lot::new(2, 1000);
        assert!(lot.park(id(1), 1).is_empty() && lot.park(id(2), 1).is_empty());
        assert_eq!(lot.park(id(3), 1), [id(1)]);
        assert_eq!(lot.len(), 2);
    }

    #[test]
    fn one_byte_over_the_size_sends_as_many_as_it_takes() {
        let mut lot = Lot::new(10, 100);
        for number in 1..=4 {
            assert!(lot.park(id(number), 25).is_empty());
        }
        assert_eq!(lot.park(id(5), 26), [id(1), id(2)]);
        assert_eq!(lot.park(id(6), 101), [id(3), id(4), id(5), id(6)]);
        assert_eq!((lot.len(), lot.bytes), (0, 0));
    }

    #[test]
    fn who_left_or_came_again_counts_once() {
        let mut lot = Lot::new(2, 100);
        lot.park(id(1), 50);
        lot.park(id(2), 50);
        lot.leave(id(1));
        lot.leave(id(1));
        assert!(lot.park(id(2), 100).is_empty());
        assert_eq!(lot.park(id(3), 1), [id(2)]);
    }
}
