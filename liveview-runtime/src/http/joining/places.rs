//! The places of a socket's views: taken by a session, waiting for one, given up. Judges no claim.

use std::sync::Arc;

use super::{OpenPage, Views};
use crate::http::page::Remounted;
use crate::http::remount::{Answer, Attempt};
use crate::session::input::{Attach, Attachment, Build, Claim, Crash, Forms, Input};
use crate::session::{Address, Line, Secret, close};
use crate::wire::frame;

/// What a client is told whose view crashes again and again.
const CRASHED: &str = "Something went wrong on the server. Please load the page again later.";

/// A view's place on the page.
pub(super) enum Place {
    Empty,
    /// Its session is on its way; what the client says to it meanwhile is kept.
    Mounting,
    Taken(Seat),
}

/// A page and its session.
pub(super) struct Seat {
    pub(super) attachment: Attachment,
    pub(super) address: Arc<Address>,
    /// Whether it claims a session that its client had before.
    pub(super) returns: bool,
    /// What a refused return falls back to.
    pub(super) page: Box<OpenPage>,
}

impl Views {
    /// Seats a page with a session. Gives the page back if the session has ended.
    pub(super) fn sit(
        &mut self,
        view: usize,
        address: Arc<Address>,
        page: Box<OpenPage>,
        claim: Claim,
    ) -> Result<(), Box<OpenPage>> {
        let attachment = self.shared.registry.next_attachment();
        let returns = matches!(claim, Claim::Return { .. });
        let attach = Attach {
            attachment,
            claim,
            digest: page.digest.clone(),
            last_sequence: page.last_sequence,
            last_reference: page.last_reference,
            next_secret: Secret::random(address.id),
        };
        let line = Line {
            outlet: Arc::clone(&self.outlet),
            view,
            attachment,
        };
        if address.attach(attach, line).is_err() {
            return Err(page);
        }
        *self.place(view) = Place::Taken(Seat {
            attachment,
            address,
            returns,
            page,
        });
        Ok(())
    }

    fn place(&mut self, view: usize) -> &mut Place {
        if self.places.len() <= view {
            self.places.resize_with(view + 1, || Place::Empty);
        }
        &mut self.places[view]
    }

    pub(super) fn seat(&mut self, view: usize) -> Option<&mut Seat> {
        match self.places.get_mut(view)? {
            Place::Taken(seat) => Some(seat),
            Place::Empty | Place::Mounting => None,
        }
    }

    /// Empties the place of a session, if it has one.
    fn vacate(&mut self, view: usize) -> Option<Seat> {
        self.seat(view)?;
        match std::mem::replace(self.place(view), Place::Empty) {
            Place::Taken(seat) => Some(seat),
            Place::Empty | Place::Mounting => None,
        }
    }

    /// Takes a page from the session that held it, if it holds it still.
    fn take_seat(&mut self, view: usize, attachment: Attachment) -> Option<Seat> {
        let seat = self.seat(view)?;
        (seat.attachment == attachment).then(|| self.vacate(view))?
    }

    /// Begins to mount the view of this page anew, beside everything else.
    pub(super) fn mount(&mut self, view: usize, page: Box<OpenPage>, attempt: Attempt) {
        *self.place(view) = Place::Mounting;
        let mounting = self.asker.clone().mount(page, attempt);
        self.mounts.begin(view, Box::pin(mounting));
    }

    /// The next view whose mount is done, and how it ended.
    pub(in crate::http) async fn next_mounted(&mut self) -> (usize, Answer) {
        self.mounts.next().await
    }

    /// A mount is done: seats the page, and hears what its client has said meanwhile. An error is the code to close with.
    pub(in crate::http) fn mounted(&mut self, view: usize, answer: Answer) -> Result<(), u16> {
        match answer {
            Answer::Mounted(page, remounted) => {
                if let Err(page) = self.seat_with(view, page, remounted) {
                    self.mount(view, page, Attempt::Again);
                    return Ok(());
                }
                let mut kept = self.kept.take(view).into_iter();
                kept.try_for_each(|message| self.hear(&message))
            }
            Answer::Otherwise => {
                self.load_again(view);
                Ok(())
            }
            Answer::Failed => {
                self.say(view, frame::error("crashed", Some(CRASHED), 0));
                self.close(close::CRASHED);
                Ok(())
            }
        }
    }

    fn seat_with(
        &mut self,
        view: usize,
        mut page: Box<OpenPage>,
        remounted: Remounted,
    ) -> Result<(), Box<OpenPage>> {
        let token = &remounted.token;
        let build = if token.build == page.token.build && token.view == page.token.view {
            Build::Same
        } else {
            Build::Other
        };
        let forms = page.forms.clone();
        // Taken at once, so that nothing else can adopt it.
        let _ = self.shared.registry.adopt(token.adoption);
        page.token.adoption = token.adoption;
        let address = Arc::clone(&remounted.address);
        self.sit(view, address, page, Claim::Page { build, forms })
    }

    /// A session did not want this socket: its secret was used before, or its page came too late.
    pub(in crate::http) fn refused(&mut self, view: usize, attachment: Attachment) {
        if let Some(seat) = self.take_seat(view, attachment) {
            if seat.returns {
                tracing::warn!(
                    target: "liveview::security", session = ?seat.address.id,
                    "a resume secret was used a second time"
                );
            }
            self.mount(view, seat.page, Attempt::First);
        }
    }

    /// A session has crashed: its page gets another one, soon, and not for ever.
    pub(in crate::http) fn crashed(&mut self, view: usize, attachment: Attachment, crash: Crash) {
        if let Some(mut seat) = self.take_seat(view, attachment) {
            // No digest: whatever the page shows, it was said by a state that is gone.
            seat.page.digest.clear();
            // What was typed is the client's: it brings it when it returns, unless that is what did it.
            seat.page.forms = if crash.by_forms {
                Forms::Here(Vec::new())
            } else {
                Forms::ToCome
            };
            seat.page.last_reference = crash.last_reference;
            self.mount(view, seat.page, Attempt::Again);
        }
    }

    /// Tells all sessions that the socket is gone; those that were on their way never come.
    pub(in crate::http) fn leave(&mut self) {
        self.mounts.cancel();
        self.kept.forget();
        for view in 0..self.places.len() {
            self.leave_seat(view);
        }
    }

    pub(super) fn leave_seat(&mut self, view: usize) {
        if let Some(seat) = self.vacate(view) {
            // One that has ended needs no word.
            let _ = seat.address.deliver(Input::Dropped(seat.attachment));
        }
    }
}
