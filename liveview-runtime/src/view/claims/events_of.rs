//! The events of a type that may have none, for what a template calls by a path. Looks at no event.

use std::marker::PhantomData;

use crate::view::{EventSpec, LiveEvent};

/// Asks for the events of a type that may have none.
#[derive(Debug)]
pub struct EventsOf<E>(PhantomData<E>);

impl<E: LiveEvent> EventsOf<E> {
    /// The events.
    pub const EVENTS: Option<&'static [EventSpec]> = Some(E::EVENTS);
}

/// Stands in where a type has no events.
pub trait AnyEvents {
    /// None.
    const EVENTS: Option<&'static [EventSpec]> = None;
}

impl<E> AnyEvents for EventsOf<E> {}
