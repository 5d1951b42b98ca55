//! The views on one socket: who may join which session, and what is said to whom. Reads and writes no bytes.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tokio::time::{Instant, sleep};

use super::clock;
use super::cookie::CookieHash;
use super::live::Shared;
use super::remount::{self, Refusal};
use super::token::PageToken;
use super::websocket::Visitor;
use crate::session::input::{Attach, Attachment, Build, Claim, Input, Said};
use crate::session::{Address, Line, Outgoing, Outlet, Secret, Undelivered, close};
use crate::wire::decode::{ClientFrame, DecodeError, EventFrame, Join, RecoveredForm, decode};
use crate::wire::frame;

/// What a client is told whose browser keeps no cookies.
const NO_COOKIES: &str =
    "This page needs cookies to stay connected. Please allow them and load it again.";
/// What a client is told whose view crashes again and again.
const CRASHED: &str = "Something went wrong on the server. Please load the page again later.";
/// When an authentic token is renewed: long before it expires, in seconds.
const RENEW_AFTER: u64 = 12 * 60 * 60;

/// The views that a socket has joined, by their index on the page.
pub(super) struct Views {
    seats: Vec<Option<Seat>>,
    visitor: Visitor,
    app: Router,
    shared: Arc<Shared>,
    outlet: Arc<Outlet>,
    mistakes: u32,
}

/// One view of the page.
struct Seat {
    token: PageToken,
    attachment: Attachment,
    address: Arc<Address>,
    /// What a refused return falls back to.
    standing: Box<StandingPage>,
    crashes: Vec<Instant>,
}

/// What the client shows, as it says.
#[derive(Default)]
struct StandingPage {
    digest: String,
    last_sequence: u64,
    last_reference: u64,
    forms: Vec<RecoveredForm<'static>>,
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
                return self.load_again(0);
            }
            Err(error) => return self.mistake(&error.to_string(), text, 0),
        };
        let view = message.view;
        if let ClientFrame::Join(join) = message.frame {
            return Box::pin(self.join(view, *join)).await;
        }
        let Some(seat) = self.seats.get_mut(view).and_then(Option::as_mut) else {
            return self.mistake("it is for a view that has not joined", text, view);
        };
        let said = match message.frame {
            ClientFrame::Event(event) => Said::Event(EventFrame::keep(text, &event)),
            ClientFrame::Resync(resync) => Said::Resync(resync),
            ClientFrame::Leave => Said::Leave,
            ClientFrame::Heartbeat => {
                let token = seat.renewed(&self.shared);
                self.say(view, frame::heartbeat(token.as_deref()));
                return Ok(());
            }
            ClientFrame::Join(_) => return Ok(()),
        };
        match seat.address.deliver(Input::Said(seat.attachment, said)) {
            // One that has ended is being replaced, or was left.
            Ok(()) | Err(Undelivered::Ended) => Ok(()),
            Err(Undelivered::Full) => Err(close::FLOOD),
        }
    }

    /// A frame that is not ours: its own error, no change, and at the tenth the socket is closed.
    fn mistake(&mut self, error: &str, text: &str, view: usize) -> Result<(), u16> {
        let shown: String = text.chars().take(64).collect();
        tracing::warn!(error, text = ?shown, "a message was not understood");
        self.mistakes += 1;
        if self.mistakes >= self.shared.limits.mistakes {
            return self.flushed(close::ABUSE);
        }
        self.say(view, frame::error("frame", None, 0));
        Ok(())
    }

    async fn join(&mut self, view: usize, join: Join<'_>) -> Result<(), u16> {
        if view >= self.shared.limits.views_per_socket {
            return self.mistake("there are not so many views", "", 0);
        }
        let Some(cookie) = self.visitor.cookie else {
            tracing::warn!("a join without a cookie: the browser keeps none");
            self.say(view, frame::error("cookie", Some(NO_COOKIES), 0));
            return self.flushed(close::REFUSED);
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
        self.leave_seat(view);
        let secret = join.secret.as_deref().map(Cow::from);
        let standing = Box::new(StandingPage {
            digest: join.digest.into_owned(),
            last_sequence: join.last_sequence,
            last_reference: join.last_reference,
            forms: join
                .forms
                .into_iter()
                .map(RecoveredForm::into_owned)
                .collect(),
        });
        let found = match secret {
            Some(secret) => self.returning(&secret, &token, cookie),
            None => self.adopted(&token, cookie),
        };
        match found {
            Some((address, None)) => {
                let claim = Claim::Page {
                    build: Build::Same,
                    forms: standing.forms.clone(),
                };
                self.attach(view, (token, address), standing, claim).await
            }
            Some((address, Some(secret))) => {
                self.attach(view, (token, address), standing, Claim::Return(secret))
                    .await
            }
            None => self.mount(view, token, standing, Vec::new()).await,
        }
    }

    /// The session that this page was rendered by.
    fn adopted(
        &self,
        token: &PageToken,
        cookie: CookieHash,
    ) -> Option<(Arc<Address>, Option<Secret>)> {
        let address = self.shared.registry.adopt(token.adoption)?;
        (address.owner == *cookie.as_bytes()).then_some((address, None))
    }

    /// The session that a client had before. That it is gone is ordinary; that it is another's is not.
    fn returning(
        &self,
        secret: &str,
        token: &PageToken,
        cookie: CookieHash,
    ) -> Option<(Arc<Address>, Option<Secret>)> {
        let Some(secret) = Secret::parse(secret) else {
            tracing::warn!(target: "liveview::security", "a resume secret was none");
            return None;
        };
        let address = self.shared.registry.find(secret.session())?;
        if address.owner != *cookie.as_bytes() || address.view != token.view {
            tracing::warn!(target: "liveview::security", session = ?address.id, "a resume secret came from another browser or view");
            return None;
        }
        Some((address, Some(secret)))
    }

    async fn attach(
        &mut self,
        view: usize,
        session: (PageToken, Arc<Address>),
        standing: Box<StandingPage>,
        claim: Claim,
    ) -> Result<(), u16> {
        let (token, address) = session;
        let attachment = self.shared.registry.next_attachment();
        let attach = Attach {
            attachment,
            claim,
            digest: standing.digest.clone(),
            last_sequence: standing.last_sequence,
            last_reference: standing.last_reference,
            next_secret: Secret::random(address.id),
        };
        let line = Line {
            outlet: Arc::clone(&self.outlet),
            view,
            attachment,
        };
        if address.attach(attach, line).is_err() {
            return self.mount(view, token, standing, Vec::new()).await;
        }
        self.sit(
            view,
            Seat {
                token,
                attachment,
                address,
                standing,
                crashes: Vec::new(),
            },
        );
        Ok(())
    }

    /// Mounts the view anew, by a request through the app's own layers.
    async fn mount(
        &mut self,
        view: usize,
        token: PageToken,
        mut standing: Box<StandingPage>,
        crashes: Vec<Instant>,
    ) -> Result<(), u16> {
        let remounted = match Box::pin(remount::request(&self.app, &self.visitor, &token)).await {
            Ok(remounted) => remounted,
            Err(Refusal::Otherwise(status)) => {
                tracing::info!(%status, path = ?token.path, "the page is not a live view for this browser any more");
                return self.load_again(view);
            }
            Err(Refusal::Failed) => {
                return Box::pin(self.retry(view, token, standing, crashes)).await;
            }
        };
        let address = remounted.address;
        let build = if remounted.token.build == token.build && token.view == address.view {
            Build::Same
        } else {
            Build::Other
        };
        let attachment = self.shared.registry.next_attachment();
        let attach = Attach {
            attachment,
            claim: Claim::Page {
                build,
                forms: std::mem::take(&mut standing.forms),
            },
            digest: standing.digest.clone(),
            last_sequence: standing.last_sequence,
            last_reference: standing.last_reference,
            next_secret: Secret::random(address.id),
        };
        // Taken, so that the token in nobody's hands adopts nothing.
        let _ = self.shared.registry.adopt(remounted.token.adoption);
        let line = Line {
            outlet: Arc::clone(&self.outlet),
            view,
            attachment,
        };
        if address.attach(attach, line).is_err() {
            return Box::pin(self.retry(view, token, standing, crashes)).await;
        }
        let token = PageToken {
            adoption: remounted.token.adoption,
            ..token
        };
        self.sit(
            view,
            Seat {
                token,
                attachment,
                address,
                standing,
                crashes,
            },
        );
        Ok(())
    }

    /// After a crash: at once, then slower, and not for ever.
    async fn retry(
        &mut self,
        view: usize,
        token: PageToken,
        standing: Box<StandingPage>,
        mut crashes: Vec<Instant>,
    ) -> Result<(), u16> {
        let (now, limits) = (Instant::now(), &self.shared.limits);
        crashes.retain(|crash| *crash + limits.crash_window > now);
        crashes.push(now);
        let count = u32::try_from(crashes.len()).unwrap_or(u32::MAX);
        if count >= limits.crashes {
            tracing::error!(
                view = token.view,
                "the view crashed too often: its page shows an error now"
            );
            self.say(view, frame::error("crashed", Some(CRASHED), 0));
            return self.flushed(close::CRASHED);
        }
        sleep(
            Duration::from_millis(250) * 4_u32.saturating_pow(count - 1)
                - Duration::from_millis(250),
        )
        .await;
        Box::pin(self.mount(view, token, standing, crashes)).await
    }

    /// A session did not want this socket: its secret was used before.
    pub(super) async fn refused(&mut self, view: usize, attachment: Attachment) -> Result<(), u16> {
        let Some(seat) = self.take_seat(view, attachment) else {
            return Ok(());
        };
        tracing::warn!(target: "liveview::security", session = ?seat.address.id, "a resume secret was used a second time");
        self.mount(view, seat.token, seat.standing, seat.crashes)
            .await
    }

    /// A session has crashed: its page gets another one.
    pub(super) async fn crashed(
        &mut self,
        view: usize,
        attachment: Attachment,
        last_reference: u64,
    ) -> Result<(), u16> {
        let Some(seat) = self.take_seat(view, attachment) else {
            return Ok(());
        };
        // No digest: whatever the page shows, it was said by the state that is gone.
        let standing = Box::new(StandingPage {
            last_reference,
            ..StandingPage::default()
        });
        self.retry(view, seat.token, standing, seat.crashes).await
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

    fn sit(&mut self, view: usize, seat: Seat) {
        if self.seats.len() <= view {
            self.seats.resize_with(view + 1, || None);
        }
        self.seats[view] = Some(seat);
    }

    fn take_seat(&mut self, view: usize, attachment: Attachment) -> Option<Seat> {
        let seat = self.seats.get_mut(view)?;
        seat.take_if(|seat| seat.attachment == attachment)
    }

    /// The page cannot be mended from here, but a new one can be had.
    fn load_again(&self, view: usize) -> Result<(), u16> {
        self.say(view, r#"["n","load",""]"#.to_owned());
        self.flushed(close::REFUSED)
    }

    /// Closes behind all that is to be said before.
    fn flushed(&self, code: u16) -> Result<(), u16> {
        self.outlet.put(Outgoing::Close(code));
        Ok(())
    }

    fn say(&self, view: usize, frame: String) {
        self.outlet
            .put(Outgoing::Text(frame::addressed(view, frame)));
    }
}

impl Seat {
    /// A new token for the page, if the one it has is getting old.
    fn renewed(&mut self, shared: &Shared) -> Option<String> {
        let now = clock::now();
        (now.saturating_sub(self.token.issued) > RENEW_AFTER).then(|| {
            self.token.issued = now;
            self.token.seal(&shared.keys)
        })
    }
}
