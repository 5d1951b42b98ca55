//! What each page showed last, so that any moment can be asked for anew at the same address, and how to poke it from outside.
//! Knows no view.

use std::any::Any;
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use liveview::prelude::*;

type States = HashMap<String, Box<dyn Any + Send>>;

static STATES: LazyLock<Mutex<States>> = LazyLock::new(Mutex::default);

type Pokes = HashMap<String, Box<dyn Fn() + Send>>;

static POKES: LazyLock<Mutex<Pokes>> = LazyLock::new(Mutex::default);

/// A message from elsewhere.
pub(crate) struct Poke;

/// Where a page's state is found again: its address.
#[derive(Clone, Default)]
pub(crate) struct Key(String);

/// The state that the page of this address showed last, or the first.
pub(crate) fn recall<V>(cx: &Context<V>, first: impl FnOnce(Key) -> V) -> V
where
    V: LiveView + Clone,
{
    let key = cx.uri().to_string();
    let states = STATES.lock().unwrap_or_else(PoisonError::into_inner);
    let known = states.get(&key).and_then(|state| state.downcast_ref());
    known.cloned().unwrap_or_else(|| first(Key(key)))
}

/// Remembers what is shown now, and says where; a template says it of its `<main>`.
pub(crate) fn keep<'key, V: Clone + Send + 'static>(key: &'key Key, state: &V) -> &'key str {
    let mut states = STATES.lock().unwrap_or_else(PoisonError::into_inner);
    states.insert(key.0.clone(), Box::new(state.clone()));
    &key.0
}

/// Lets `poke` reach the view of this context.
pub(crate) fn reach<V: LiveView<Message = Poke>>(cx: &Context<V>) {
    let handle = cx.handle();
    let poke = Box::new(move || {
        // A view that is gone needs no message.
        let _ = handle.send(Poke);
    });
    let mut pokes = POKES.lock().unwrap_or_else(PoisonError::into_inner);
    pokes.insert(cx.uri().to_string(), poke);
}

/// Sends a message to the view of the page at this address, as another person's doing would.
pub(crate) async fn poke(address: String) {
    let pokes = POKES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(poke) = pokes.get(&address) {
        poke();
    }
}
