//! All sessions of a server: who can be adopted, who can return, who must make room. Runs none of them.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use super::id::Id;
use super::inbox::Address;
use super::input::{Attachment, Input, Parking};
use super::limits::Limits;
use super::lot::Lot;

/// The sessions of one server. One lock: it is held for a few map operations at joins, drops and ends, never at an event.
#[derive(Debug)]
pub struct Registry {
    sessions: Mutex<Sessions>,
    attachments: AtomicU64,
}

/// Hashed with random keys: ids come back from clients.
#[derive(Debug)]
struct Sessions {
    by_id: HashMap<Id, Entry>,
    /// Pages whose socket has not come; each is taken once.
    by_adoption: HashMap<Id, Id>,
    awaiting: Lot,
    parked: Lot,
}

#[derive(Debug)]
struct Entry {
    address: Arc<Address>,
    adoption: Id,
}

impl Registry {
    /// An empty one.
    #[must_use]
    pub fn new(limits: &Limits) -> Self {
        let sessions = Sessions {
            by_id: HashMap::new(),
            by_adoption: HashMap::new(),
            awaiting: Lot::new(limits.awaiting_sessions, limits.awaiting_bytes),
            parked: Lot::new(limits.parked_sessions, limits.parked_bytes),
        };
        Self {
            sessions: Mutex::new(sessions),
            attachments: AtomicU64::new(0),
        }
    }

    /// A number no hold had before.
    #[must_use]
    pub fn next_attachment(&self) -> Attachment {
        self.attachments.fetch_add(1, Ordering::Relaxed)
    }

    /// Knows a session from now on, by its name and by its page's adoption.
    pub fn enter(&self, address: &Arc<Address>, adoption: Id) {
        let mut sessions = self.lock();
        sessions.by_adoption.insert(adoption, address.id);
        let address = Arc::clone(address);
        sessions
            .by_id
            .insert(address.id, Entry { address, adoption });
    }

    /// The session that waits for this page's socket, once.
    #[must_use]
    pub fn adopt(&self, adoption: Id) -> Option<Arc<Address>> {
        let mut sessions = self.lock();
        let id = sessions.by_adoption.remove(&adoption)?;
        sessions
            .by_id
            .get(&id)
            .map(|entry| Arc::clone(&entry.address))
    }

    /// The session of this name.
    #[must_use]
    pub fn find(&self, id: Id) -> Option<Arc<Address>> {
        self.lock()
            .by_id
            .get(&id)
            .map(|entry| Arc::clone(&entry.address))
    }

    /// How many sessions there are, and how many of them wait for the socket of their page and for a return.
    #[must_use]
    pub fn count(&self) -> Count {
        let sessions = self.lock();
        Count {
            sessions: sessions.by_id.len(),
            awaiting: sessions.awaiting.len(),
            parked: sessions.parked.len(),
        }
    }

    pub(super) fn park(&self, id: Id, parking: Parking, bytes: usize) {
        let mut sessions = self.lock();
        let gone = match parking {
            Parking::Page => sessions.awaiting.park(id, bytes),
            Parking::Dropped | Parking::Left => sessions.parked.park(id, bytes),
        };
        let gone: Vec<_> = gone
            .iter()
            .filter_map(|id| sessions.by_id.get(id))
            .map(|entry| Arc::clone(&entry.address))
            .collect();
        drop(sessions);
        for address in gone {
            tracing::warn!(session = ?address.id, view = address.view, "too many sessions wait for a client: the oldest ends");
            // One that has ended meanwhile has made its room already.
            let _ = address.deliver(Input::Expired);
        }
    }

    pub(super) fn unpark(&self, id: Id) {
        let mut sessions = self.lock();
        sessions.awaiting.leave(id);
        sessions.parked.leave(id);
    }

    pub(super) fn remove(&self, id: Id) {
        let mut sessions = self.lock();
        sessions.awaiting.leave(id);
        sessions.parked.leave(id);
        if let Some(entry) = sessions.by_id.remove(&id) {
            sessions.by_adoption.remove(&entry.adoption);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Sessions> {
        self.sessions
            .lock()
            .expect("nothing panics while it holds the registry")
    }
}

/// How many sessions there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// All of them.
    pub sessions: usize,
    /// Those whose page was rendered and whose socket has not come.
    pub awaiting: usize,
    /// Those that were cut off.
    pub parked: usize,
}
