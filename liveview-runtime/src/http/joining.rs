//! The views on one socket: what is said to whom. Reads and writes no bytes.
//!
//! `claims` judges who may have which session, `places` keeps what each view has. Nothing in here waits: a view that is mounted
//! anew is on its way beside all others, and what its client says to it meanwhile is kept in order.

mod claims;
mod places;

use std::sync::Arc;

use axum::Router;
use tokio::time::Instant;

use super::clock;
use super::live::Shared;
use super::mounts::{Kept, Mounts, TooMuch};
use super::remount::{Answer, Asker};
use super::token::PageToken;
use super::websocket::Visitor;
use crate::session::input::{Attachment, Forms, Input, Said};
use crate::session::{Outgoing, Outlet, Undelivered, close};
use crate::wire::decode::{ClientFrame, DecodeError, EventFrame, decode};
use crate::wire::frame;
use places::Place;

/// What a client is told whose join cannot be read.
const UNREADABLE: &str = "This page could not connect. Please load it again.";
/// How much of a message that was not understood is logged.
const SHOWN_CHARACTERS: usize = 64;
/// When an authentic token is renewed: long before it expires, in seconds.
const RENEW_AFTER: u64 = 12 * 60 * 60;

/// The views that a socket has joined, by their index on the page.
pub(super) struct Views {
    places: Vec<Place>,
    mounts: Mounts<Answer>,
    kept: Kept,
    asker: Asker,
    shared: Arc<Shared>,
    outlet: Arc<Outlet>,
    mistakes: u32,
    joins: u32,
}

/// A page on the client's screen, as the client says it is.
pub(super) struct OpenPage {
    pub(super) token: PageToken,
    pub(super) digest: String,
    pub(super) last_sequence: u64,
    pub(super) last_reference: u64,
    /// What the person has typed, until a session has taken it.
    pub(super) forms: Forms,
    /// When its view crashed, on this socket and of late.
    pub(super) crashes: Vec<Instant>,
}

impl Views {
    pub(super) fn new(
        visitor: Visitor,
        app: Router,
        shared: Arc<Shared>,
        outlet: Arc<Outlet>,
    ) -> Self {
        let limits = &shared.limits;
        Self {
            places: Vec::new(),
            mounts: Mounts::new(limits.joins_at_once),
            kept: Kept::new(limits.joining_messages, limits.joining_bytes),
            asker: Asker {
                app,
                visitor: Arc::new(visitor),
                shared: Arc::clone(&shared),
            },
            shared,
            outlet,
            mistakes: 0,
            joins: 0,
        }
    }

    /// Whether any view has joined, or is about to.
    pub(super) fn any(&self) -> bool {
        !self.places.is_empty()
    }

    /// Takes a message. An error is the code to close the socket with.
    pub(super) fn hear(&mut self, text: &str) -> Result<(), u16> {
        let message = match decode(text, self.shared.limits.bounds()) {
            Ok(message) => message,
            Err(DecodeError::Version(version)) => {
                tracing::warn!(version, "a client speaks another version of the protocol");
                self.load_again(0);
                return Ok(());
            }
            Err(DecodeError::Join(view)) => {
                // A client that were told nothing would wait for its answer, and come again with the same.
                tracing::warn!("a join could not be read");
                self.say(view, frame::error("join", Some(UNREADABLE), 0));
                self.close(close::REFUSED);
                return Ok(());
            }
            Err(error) => {
                self.mistake(&error.to_string(), text, 0);
                return Ok(());
            }
        };
        let view = message.view;
        let is_mounting = matches!(self.places.get(view), Some(Place::Mounting));
        match message.frame {
            ClientFrame::Heartbeat if is_mounting => self.say(view, frame::heartbeat(None)),
            // The order of what is said to a view is kept, and nothing of it is lost.
            _ if is_mounting => {
                return self.kept.keep(view, text).map_err(|TooMuch| {
                    tracing::warn!("a client says too much to a view that is still joining");
                    close::FLOOD
                });
            }
            ClientFrame::Join(join) => self.join(view, *join),
            ClientFrame::Heartbeat => self.answer_heartbeat(view),
            ClientFrame::Event(event) => {
                let said = Said::Event(EventFrame::keep(text, &event));
                return self.deliver(view, said);
            }
            ClientFrame::Resync(resync) => return self.deliver(view, Said::Resync(resync)),
            ClientFrame::Leave => return self.deliver(view, Said::Leave),
        }
        Ok(())
    }

    fn deliver(&mut self, view: usize, said: Said) -> Result<(), u16> {
        let Some(seat) = self.seat(view) else {
            self.mistake("it is for a view that has not joined", "", view);
            return Ok(());
        };
        match seat.address.deliver(Input::Said(seat.attachment, said)) {
            // One that has ended is being replaced, or was left.
            Ok(()) | Err(Undelivered::Ended) => Ok(()),
            Err(Undelivered::Full) => Err(close::FLOOD),
        }
    }

    fn answer_heartbeat(&mut self, view: usize) {
        let shared = Arc::clone(&self.shared);
        match self.seat(view) {
            Some(seat) => {
                // One that has ended, or has enough to read, needs no word.
                let here = Input::Said(seat.attachment, Said::Here);
                let _ = seat.address.deliver(here);
                let token = renewed(&mut seat.page.token, &shared);
                self.say(view, frame::heartbeat(token.as_deref()));
            }
            None => self.mistake("it is for a view that has not joined", "", view),
        }
    }

    /// A frame that is not ours: its own error, no change, and at the tenth the socket is closed.
    fn mistake(&mut self, error: &str, text: &str, view: usize) {
        tracing::warn!(
            error,
            bytes = text.len(),
            shape = %shape(text),
            "a message was not understood"
        );
        self.mistakes += 1;
        if self.mistakes >= self.shared.limits.mistakes {
            self.close(close::ABUSE);
        } else {
            self.say(view, frame::error("frame", None, 0));
        }
    }

    /// A session has taken the page and its forms.
    pub(super) fn welcomed(&mut self, view: usize, attachment: Attachment) {
        let seat = self.seat(view);
        if let Some(seat) = seat.filter(|seat| seat.attachment == attachment) {
            seat.page.forms = Forms::Here(Vec::new());
        }
    }

    /// Gives every page a new token whose own is getting old: a tab may stand open for days.
    pub(super) fn renew_tokens(&mut self) {
        let shared = Arc::clone(&self.shared);
        for view in 0..self.places.len() {
            let token = self
                .seat(view)
                .and_then(|seat| renewed(&mut seat.page.token, &shared));
            if token.is_some() {
                self.say(view, frame::heartbeat(token.as_deref()));
            }
        }
    }

    /// The page cannot be mended from here, but a new one can be had.
    fn load_again(&self, view: usize) {
        self.say(view, frame::load_again());
        self.close(close::REFUSED);
    }

    /// Closes behind all that is to be said before.
    fn close(&self, code: u16) {
        self.outlet.put(Outgoing::Close(code));
    }

    fn say(&self, view: usize, frame: String) {
        let frame = frame::addressed(view, frame);
        self.outlet.put(Outgoing::Text(frame));
    }
}

/// However a socket ends, its sessions are told.
impl Drop for Views {
    fn drop(&mut self) {
        self.leave();
    }
}

/// The beginning of a message without anything that was said in it: nobody knows what is a secret in what cannot be read.
fn shape(text: &str) -> String {
    let (mut shape, mut length) = (String::new(), 0);
    let (mut quoted, mut escaped) = (false, false);
    for character in text.chars() {
        let is_quote = character == '"' && !escaped;
        let shown = is_quote || !quoted && "[]{},:".contains(character);
        escaped = quoted && character == '\\' && !escaped;
        quoted ^= is_quote;
        if !shown && shape.ends_with('…') {
            continue;
        }
        shape.push(if shown { character } else { '…' });
        length += 1;
        if length == SHOWN_CHARACTERS {
            break;
        }
    }
    shape
}

/// A new token for the page, if the one it has is getting old.
fn renewed(token: &mut PageToken, shared: &Shared) -> Option<String> {
    let now = clock::now();
    (now.saturating_sub(token.issued) > RENEW_AFTER).then(|| {
        token.issued = now;
        token.seal(&shared.keys)
    })
}

#[cfg(test)]
mod tests;
