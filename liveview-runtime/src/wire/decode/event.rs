//! An event on its way to its view: read once at the socket, kept with the message it stands in. Reads no argument.

use std::borrow::Cow;
use std::ops::Range;

use super::frame::Event;
use crate::wire::Bounds;
use crate::wire::payload::{Payload, PayloadError};

/// An event that owns its message. The pieces are ranges of it, proven to be there when it was made.
///
/// The message is a copy on purpose: what the socket hands out is a slice of its read buffer and would hold on to all of it.
#[derive(Debug)]
pub struct EventFrame {
    message: Box<str>,
    /// The event's number.
    pub reference: u64,
    addressed_to_component: bool,
    name: Piece,
    arguments: Range<u32>,
    payload: Option<Range<u32>>,
}

/// A text of the message: a range where it stands as it is, a copy where escapes had to be read.
#[derive(Debug)]
enum Piece {
    There(Range<u32>),
    Unescaped(Box<str>),
}

impl EventFrame {
    /// Keeps an event that was read from this very message. (One of another message would read as nonsense, never panic.)
    #[must_use]
    pub fn keep(message: &str, event: &Event<'_>) -> Self {
        let name = match &event.name {
            Cow::Borrowed(name) => Piece::There(range_in(message, name)),
            Cow::Owned(name) => Piece::Unescaped(name.as_str().into()),
        };
        Self {
            reference: event.reference,
            addressed_to_component: event.component.is_some(),
            name,
            arguments: range_in(message, event.arguments.get()),
            payload: event
                .payload
                .map(|payload| range_in(message, payload.get())),
            message: message.into(),
        }
    }

    /// The handler's name, as the client says it.
    #[must_use]
    pub fn name(&self) -> &str {
        match &self.name {
            Piece::There(range) => self.piece(range),
            Piece::Unescaped(name) => name,
        }
    }

    /// Whether it is for a component and not for the view itself.
    #[must_use]
    pub const fn addressed_to_component(&self) -> bool {
        self.addressed_to_component
    }

    /// What it carries.
    ///
    /// # Errors
    /// When that is not of the agreed shape or size.
    pub fn payload(&self, bounds: Bounds) -> Result<Payload<'_>, PayloadError> {
        let raw =
            |range| serde_json::from_str(self.piece(range)).map_err(|_| PayloadError::Malformed);
        let payload = self.payload.as_ref().map(raw).transpose()?;
        Payload::read(raw(&self.arguments)?, payload, bounds)
    }

    fn piece(&self, range: &Range<u32>) -> &str {
        self.message
            .as_ref()
            .get(range.start as usize..range.end as usize)
            .unwrap_or_default()
    }
}

/// Where a piece of a text stands in it. Messages are far below 4 GiB: `Limits::message_bytes` is 128 KiB unless said.
fn range_in(text: &str, piece: &str) -> Range<u32> {
    let start = (piece.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize);
    let number = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
    number(start)..number(start.saturating_add(piece.len()))
}
