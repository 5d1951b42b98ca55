//! Who is connected, and how many may be. Reads no bytes.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The connections of one server.
#[derive(Debug)]
pub(super) struct Connections {
    places: Arc<Semaphore>,
    capacity: u32,
    per_address: usize,
    /// Hashed with random keys: addresses are chosen by clients.
    by_address: Mutex<HashMap<IpAddr, usize>>,
}

/// One connection's place; the place is free again when the last clone is gone, an upgraded socket's included.
#[derive(Debug, Clone)]
pub(super) struct Peer {
    _place: Arc<Place>,
}

#[derive(Debug)]
struct Place {
    address: SocketAddr,
    connections: Arc<Connections>,
    _permit: OwnedSemaphorePermit,
}

impl Connections {
    pub(super) fn new(capacity: usize, per_address: usize) -> Arc<Self> {
        let capacity = u32::try_from(capacity)
            .unwrap_or(u32::MAX)
            .min(u32::try_from(Semaphore::MAX_PERMITS).unwrap_or(u32::MAX));
        Arc::new(Self {
            places: Arc::new(Semaphore::new(capacity as usize)),
            capacity,
            per_address,
            by_address: Mutex::default(),
        })
    }

    /// Waits for a free place: while there is none, the kernel's queue holds the next ones.
    pub(super) async fn free_place(&self) -> OwnedSemaphorePermit {
        Arc::clone(&self.places)
            .acquire_owned()
            .await
            .expect("the places are never closed")
    }

    /// Gives a place to a connection, unless its address has too many.
    pub(super) fn admit(
        self: &Arc<Self>,
        address: SocketAddr,
        permit: OwnedSemaphorePermit,
    ) -> Option<Peer> {
        let mut counts = self.lock();
        let count = counts.entry(address.ip()).or_default();
        if *count >= self.per_address {
            return None;
        }
        *count += 1;
        drop(counts);
        let place = Place {
            address,
            connections: Arc::clone(self),
            _permit: permit,
        };
        Some(Peer {
            _place: Arc::new(place),
        })
    }

    /// Waits until nobody is connected.
    pub(super) async fn empty(&self) {
        let _all = self.places.acquire_many(self.capacity).await;
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<IpAddr, usize>> {
        self.by_address
            .lock()
            .expect("nothing panics while it counts")
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut counts = self.connections.lock();
        if let Some(count) = counts.get_mut(&self.address.ip()) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.address.ip());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(port: u16) -> SocketAddr {
        SocketAddr::from(([127, 0, 0, 1], port))
    }

    #[tokio::test]
    async fn one_connection_over_the_bound_of_its_address_is_not_admitted() {
        let connections = Connections::new(10, 2);
        let first = connections
            .admit(address(1), connections.free_place().await)
            .expect("the first");
        let _second = connections
            .admit(address(2), connections.free_place().await)
            .expect("the second");
        assert!(
            connections
                .admit(address(3), connections.free_place().await)
                .is_none()
        );
        let elsewhere = SocketAddr::from(([127, 0, 0, 2], 1));
        assert!(
            connections
                .admit(elsewhere, connections.free_place().await)
                .is_some()
        );
        drop(first);
        assert!(
            connections
                .admit(address(3), connections.free_place().await)
                .is_some()
        );
    }

    #[tokio::test]
    async fn one_connection_over_the_capacity_waits() {
        let connections = Connections::new(1, 10);
        let peer = connections
            .admit(address(1), connections.free_place().await)
            .expect("the first");
        let waiting =
            tokio::time::timeout(std::time::Duration::ZERO, connections.free_place()).await;
        assert!(waiting.is_err());
        drop(peer);
        drop(connections.free_place().await);
        connections.empty().await;
        assert!(connections.lock().is_empty());
    }
}
