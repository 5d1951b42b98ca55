//! Who is connected, and how many may be. Reads no bytes.

use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The connections of one server.
#[derive(Debug)]
pub(super) struct Connections {
    places: Arc<Semaphore>,
    capacity: u32,
    addresses: Arc<Tally<IpAddr>>,
}

/// Why a connection has no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum Full {
    #[error("the server has as many connections as it may")]
    Server,
    #[error("the address has as many connections as one may")]
    Address,
}

/// One connection's place; the place is free again when the last clone is gone, an upgraded socket's included.
#[derive(Debug, Clone)]
pub(super) struct Peer {
    _place: Arc<Place>,
}

/// The count goes before the permit: whoever waits until the server is empty finds it so.
#[derive(Debug)]
struct Place {
    _address: Counted<IpAddr>,
    _permit: OwnedSemaphorePermit,
}

/// How many there are of each, up to a bound. Hashed with random keys: clients choose what is counted.
#[derive(Debug)]
pub(super) struct Tally<K> {
    most: usize,
    counts: Mutex<HashMap<K, usize>>,
}

/// One that is counted until this is dropped.
pub(super) struct Counted<K: Eq + Hash> {
    key: K,
    tally: Arc<Tally<K>>,
}

impl Connections {
    pub(super) fn new(capacity: usize, per_address: usize) -> Arc<Self> {
        let capacity = u32::try_from(capacity)
            .unwrap_or(u32::MAX)
            .min(u32::try_from(Semaphore::MAX_PERMITS).unwrap_or(u32::MAX));
        Arc::new(Self {
            places: Arc::new(Semaphore::new(capacity as usize)),
            capacity,
            addresses: Tally::new(per_address),
        })
    }

    /// Gives a place to a connection, if there is one for it.
    pub(super) fn admit(&self, address: SocketAddr) -> Result<Peer, Full> {
        let place = Arc::clone(&self.places).try_acquire_owned();
        let permit = place.map_err(|_| Full::Server)?;
        let counted = Tally::count(&self.addresses, address.ip()).ok_or(Full::Address)?;
        let place = Place {
            _address: counted,
            _permit: permit,
        };
        Ok(Peer {
            _place: Arc::new(place),
        })
    }

    /// Waits until nobody is connected.
    pub(super) async fn empty(&self) {
        let _all = self.places.acquire_many(self.capacity).await;
    }
}

impl<K: Eq + Hash + Clone> Tally<K> {
    pub(super) fn new(most: usize) -> Arc<Self> {
        Arc::new(Self {
            most,
            counts: Mutex::default(),
        })
    }

    /// Counts one more of these, unless there are as many as there may be.
    pub(super) fn count(self: &Arc<Self>, key: K) -> Option<Counted<K>> {
        let mut counts = self.lock();
        // Looked up first: one that is refused must leave no entry behind.
        if counts.get(&key).copied().unwrap_or_default() >= self.most {
            return None;
        }
        *counts.entry(key.clone()).or_default() += 1;
        drop(counts);
        Some(Counted {
            key,
            tally: Arc::clone(self),
        })
    }
}

impl<K> Tally<K> {
    fn lock(&self) -> MutexGuard<'_, HashMap<K, usize>> {
        self.counts.lock().expect("nothing panics while it counts")
    }
}

impl<K: Eq + Hash> Drop for Counted<K> {
    fn drop(&mut self) {
        let mut counts = self.tally.lock();
        if let Some(count) = counts.get_mut(&self.key) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.key);
            }
        }
    }
}

/// Shows nothing of what is counted: it may be a browser's.
impl<K: Eq + Hash> fmt::Debug for Counted<K> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Counted").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(last: u8, port: u16) -> SocketAddr {
        SocketAddr::from(([127, 0, 0, last], port))
    }

    #[tokio::test]
    async fn one_connection_over_the_bound_of_its_address_has_no_place() {
        let connections = Connections::new(10, 2);
        let first = connections.admit(address(1, 1)).expect("the first");
        let _second = connections.admit(address(1, 2)).expect("the second");
        assert_eq!(connections.admit(address(1, 3)).err(), Some(Full::Address));
        connections.admit(address(2, 1)).expect("another address");
        drop(first);
        connections.admit(address(1, 3)).expect("a place is free");
    }

    #[tokio::test]
    async fn one_connection_over_the_capacity_has_no_place() {
        let connections = Connections::new(1, 10);
        let peer = connections.admit(address(1, 1)).expect("the first");
        let held_by_the_upgrade = peer.clone();
        drop(peer);
        assert_eq!(connections.admit(address(2, 1)).err(), Some(Full::Server));
        drop(held_by_the_upgrade);
        connections.empty().await;
        drop(connections.admit(address(2, 1)).expect("a place is free"));
        assert!(connections.addresses.lock().is_empty());
    }

    #[test]
    fn who_is_refused_leaves_nothing_behind() {
        let tally = Tally::new(0);
        assert!(tally.count("a").is_none());
        assert!(tally.lock().is_empty());
    }
}
