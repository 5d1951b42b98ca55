//! The views on one socket: who may join which session, and what is said to whom. Reads and writes no bytes.

use std::borrow::Cow;
use std::sync::Arc;

use axum::Router;
use tokio::time::Instant;

use super::clock;
use super::cookie::CookieHash;
use super::live::Shared;
use super::token::PageToken;
use super::websocket::Visitor;
use crate::session::input::{Attach, Attachment, Build, Claim, Input, Said};
use crate::session::{Address, Line, Outgoing, Outlet, Secret, Undelivered, close};
use crate::wire::decode::{ClientFrame, DecodeError, EventFrame, Join, RecoveredForm, decode};
use crate::wire::frame;

/// What a client is told whose browser keeps no cookies.
const NO_COOKIES: &str =
    "This page needs cookies to stay connected. Please allow them and load it again.";
/// What a client is told whose join cannot be read.
const UNREADABLE: &str = "This page could not connect. Please load it again.";
/// When an authentic token is renewed: long before it expires, in seconds.
const RENEW_AFTER: u64 = 12 * 60 * 60;

/// The views that a socket has joined, by their index on the page.
pub(super) struct Views {
    seats: Vec<Option<Seat>>,
    pub(super) visitor: Visitor,
    pub(super) app: Router,
    pub(super) shared: Arc<Shared>,
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
    pub(super) forms: Vec<RecoveredForm<'static>>,
    /// When its view crashed, on this socket and of late.
    pub(super) crashes: Vec<Instant>,
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
    pub(super) fn new(
        visitor: Visitor,
        app: Router,
        shared: Arc<Shared>,
        outlet: Arc<Outlet>,
    ) -> Self {
        Self {
            seats: Vec::new(),
            visitor,
            app,
            shared,
            outlet,
            mistakes: 0,
            joins: 0,
        }
    }

    /// Whether any view has joined.
    pub(super) fn any(&self) -> bool {
        !self.seats.is_empty()
    }

    /// Takes a message. An error is the code to close the socket with.
    pub(super) async fn hear(&mut self, text: &str) -> Result<(), u16> {
        let message = match decode(text) {
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
        match message.frame {
            ClientFrame::Join(join) => Box::pin(self.join(view, *join)).await,
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
        let shown: String = text.chars().take(64).collect();
        tracing::warn!(error, text = ?shown, "a message was not understood");
        self.mistakes += 1;
        if self.mistakes >= self.shared.limits.mistakes {
            self.close(close::ABUSE);
        } else {
            self.say(view, frame::error("frame", None, 0));
        }
    }

    async fn join(&mut self, view: usize, join: Join<'_>) {
        self.joins += 1;
        if self.joins > self.shared.limits.joins_per_socket {
            tracing::warn!("a socket joins again and again: it is closed");
            return self.close(close::FLOOD);
        }
        if view >= self.shared.limits.views_per_socket {
            return self.mistake("a page has not so many views", "", 0);
        }
        let Some(cookie) = self.visitor.cookie else {
            tracing::warn!("a join without a cookie: the browser keeps none");
            self.say(view, frame::error("cookie", Some(NO_COOKIES), 0));
            return self.close(close::REFUSED);
        };
        let token = match PageToken::open(&join.token, &self.shared.keys, clock::now()) {
            Ok(token) => token,
            Err(error) => {
                tracing::warn!(%error, "a join was refused");
                return self.load_again(view);
            }
        };
        if token.cookie != cookie {
            // Two tabs at the first visit: the later cookie has won. Or a token that was stolen.
            tracing::warn!("a join with the token of another browser was refused");
            return self.load_again(view);
        }
        let secret = join.secret.map(Cow::into_owned);
        let forms = join.forms.into_iter().map(RecoveredForm::into_owned);
        let page = Box::new(OpenPage {
            token,
            digest: join.digest.into_owned(),
            last_sequence: join.last_sequence,
            last_reference: join.last_reference,
            forms: forms.collect(),
            crashes: Vec::new(),
        });
        let found = match secret {
            Some(secret) => self.returning(&secret, &page.token, cookie),
            None => self.adopted(&page, cookie),
        };
        self.replace_seat(view, found.as_ref().map(|(address, _)| address));
        let page = match found {
            Some((address, claim)) => match self.sit(view, address, page, claim) {
                Ok(()) => return,
                Err(page) => page,
            },
            None => page,
        };
        self.mount(view, page).await;
    }

    /// The session that this page was rendered by.
    fn adopted(&self, page: &OpenPage, cookie: CookieHash) -> Option<(Arc<Address>, Claim)> {
        let address = self.shared.registry.adopt(page.token.adoption)?;
        let forms = page.forms.clone();
        let build = Build::Same;
        (address.owner == *cookie.as_bytes()).then_some((address, Claim::Page { build, forms }))
    }

    /// The session that a client had before. That it is gone is ordinary; that it is another's is not.
    fn returning(
        &self,
        secret: &str,
        token: &PageToken,
        cookie: CookieHash,
    ) -> Option<(Arc<Address>, Claim)> {
        let Some(secret) = Secret::parse(secret) else {
            tracing::warn!(target: "liveview::security", "a resume secret was none");
            return None;
        };
        let address = self.shared.registry.find(secret.session())?;
        if address.owner != *cookie.as_bytes() || address.view != token.view {
            tracing::warn!(
                target: "liveview::security", session = ?address.id,
                "a resume secret came from another browser or view"
            );
            return None;
        }
        Some((address, Claim::Return(secret)))
    }

    /// Seats a page with a session. Gives the page back if the session has ended.
    pub(super) fn sit(
        &mut self,
        view: usize,
        address: Arc<Address>,
        page: Box<OpenPage>,
        claim: Claim,
    ) -> Result<(), Box<OpenPage>> {
        let attachment = self.shared.registry.next_attachment();
        let returns = matches!(claim, Claim::Return(_));
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
        if self.seats.len() <= view {
            self.seats.resize_with(view + 1, || None);
        }
        self.seats[view] = Some(Seat {
            attachment,
            address,
            returns,
            page,
        });
        Ok(())
    }

    fn seat(&mut self, view: usize) -> Option<&mut Seat> {
        self.seats.get_mut(view)?.as_mut()
    }

    /// Takes a page from the session that held it, if it holds it still.
    pub(super) fn take_seat(&mut self, view: usize, attachment: Attachment) -> Option<Seat> {
        let seat = self.seats.get_mut(view)?;
        seat.take_if(|seat| seat.attachment == attachment)
    }

    /// A session has taken the page and its forms.
    pub(super) fn welcomed(&mut self, view: usize, attachment: Attachment) {
        let seat = self.seat(view);
        if let Some(seat) = seat.filter(|seat| seat.attachment == attachment) {
            seat.page.forms = Vec::new();
        }
    }

    /// Gives every page a new token whose own is getting old: a tab may stand open for days.
    pub(super) fn renew_tokens(&mut self) {
        let shared = Arc::clone(&self.shared);
        for view in 0..self.seats.len() {
            let token = self
                .seat(view)
                .and_then(|seat| renewed(&mut seat.page.token, &shared));
            if token.is_some() {
                self.say(view, frame::heartbeat(token.as_deref()));
            }
        }
    }

    /// Leaves the seat for this session. One that is left for another has nobody to come back to it.
    fn replace_seat(&mut self, view: usize, next: Option<&Arc<Address>>) {
        let former = self.seats.get(view).and_then(Option::as_ref);
        let former = former.map(|seat| Arc::clone(&seat.address));
        self.leave_seat(view);
        if let Some(former) = former.filter(|former| next.is_none_or(|next| next.id != former.id)) {
            // Parked by now, or ended, or with another socket, where this changes nothing.
            let _ = former.deliver(Input::Expired);
        }
    }

    /// Tells all sessions that the socket is gone.
    pub(super) fn leave(&mut self) {
        for view in 0..self.seats.len() {
            self.leave_seat(view);
        }
    }

    fn leave_seat(&mut self, view: usize) {
        if let Some(seat) = self.seats.get_mut(view).and_then(Option::take) {
            // One that has ended needs no word.
            let _ = seat.address.deliver(Input::Dropped(seat.attachment));
        }
    }

    /// The page cannot be mended from here, but a new one can be had.
    pub(super) fn load_again(&self, view: usize) {
        self.say(view, frame::load_again());
        self.close(close::REFUSED);
    }

    /// Closes behind all that is to be said before.
    pub(super) fn close(&self, code: u16) {
        self.outlet.put(Outgoing::Close(code));
    }

    pub(super) fn say(&self, view: usize, frame: String) {
        let frame = frame::addressed(view, frame);
        self.outlet.put(Outgoing::Text(frame));
    }
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
