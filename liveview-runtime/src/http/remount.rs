//! Pages whose session is gone: the view is mounted anew by a request through the app's own router and layers, which decide as
//! they did for the browser. Judges no token.

use std::time::Duration;

use axum::body::Body;
use http::{Request, StatusCode};
use tokio::time::{Instant, sleep};
use tower::ServiceExt;

use super::joining::{OpenPage, Views};
use super::page::{Remount, Remounted};
use super::token::PageToken;
use crate::session::close;
use crate::session::input::{Attachment, Build, Claim};
use crate::wire::frame;

/// What a client is told whose view crashes again and again.
const CRASHED: &str = "Something went wrong on the server. Please load the page again later.";
/// How long the second attempt waits; the next waits four times as long.
const PATIENCE: Duration = Duration::from_millis(250);

/// Why a view could not be mounted anew.
enum Refusal {
    /// The app answers with something else now: a redirect, a refusal, another page.
    Otherwise(StatusCode),
    /// The view failed.
    Failed,
}

impl Views {
    /// A session did not want this socket: its secret was used before, or its page came too late.
    pub(super) async fn refused(&mut self, view: usize, attachment: Attachment) {
        if let Some(seat) = self.take_seat(view, attachment) {
            if seat.returns {
                tracing::warn!(
                    target: "liveview::security", session = ?seat.address.id,
                    "a resume secret was used a second time"
                );
            }
            self.mount(view, seat.page).await;
        }
    }

    /// A session has crashed: its page gets another one, soon, and not for ever.
    pub(super) async fn crashed(
        &mut self,
        view: usize,
        attachment: Attachment,
        last_reference: u64,
    ) {
        if let Some(mut seat) = self.take_seat(view, attachment) {
            // No digest: whatever the page shows, it was said by a state that is gone.
            seat.page.digest.clear();
            seat.page.forms.clear();
            seat.page.last_reference = last_reference;
            if self.may_try_again(view, &mut seat.page).await {
                self.mount(view, seat.page).await;
            }
        }
    }

    /// Mounts the view of this page anew, several times if it fails.
    pub(super) async fn mount(&mut self, view: usize, mut page: Box<OpenPage>) {
        loop {
            match Box::pin(self.ask(&page.token)).await {
                Ok(remounted) => match self.seat_with(view, page, remounted) {
                    Ok(()) => return,
                    Err(back) => page = back,
                },
                Err(Refusal::Otherwise(status)) => {
                    tracing::info!(%status, path = ?page.token.path, "no live view for this browser any more");
                    return self.load_again(view);
                }
                Err(Refusal::Failed) => {}
            }
            if !self.may_try_again(view, &mut page).await {
                return;
            }
        }
    }

    fn seat_with(
        &mut self,
        view: usize,
        mut page: Box<OpenPage>,
        remounted: Remounted,
    ) -> Result<(), Box<OpenPage>> {
        let Remounted { address, token } = remounted;
        let build = if token.build == page.token.build && token.view == page.token.view {
            Build::Same
        } else {
            Build::Other
        };
        let forms = page.forms.clone();
        // Taken at once, so that nothing else can adopt it.
        let _ = self.shared.registry.adopt(token.adoption);
        page.token.adoption = token.adoption;
        self.sit(view, address, page, Claim::Page { build, forms })
    }

    /// Counts a crash, waits a little longer each time, and says so when it is enough.
    async fn may_try_again(&self, view: usize, page: &mut OpenPage) -> bool {
        let (now, limits) = (Instant::now(), &self.shared.limits);
        let recent = |crash: &Instant| *crash + limits.crash_window > now;
        page.crashes.retain(recent);
        page.crashes.push(now);
        let count = u32::try_from(page.crashes.len()).unwrap_or(u32::MAX);
        if count >= limits.crashes {
            tracing::error!(
                view = page.token.view,
                "crashed too often: its page shows an error now"
            );
            self.say(view, frame::error("crashed", Some(CRASHED), 0));
            self.close(close::CRASHED);
            return false;
        }
        if count > 1 {
            sleep(PATIENCE * 4_u32.saturating_pow(count - 2)).await;
        }
        true
    }

    /// Asks for the page of this token as its browser would.
    async fn ask(&self, token: &PageToken) -> Result<Remounted, Refusal> {
        let mut request = Request::new(Body::empty());
        let nowhere = |_| Refusal::Otherwise(StatusCode::NOT_FOUND);
        *request.uri_mut() = token.path.parse().map_err(nowhere)?;
        *request.headers_mut() = self.visitor.headers.clone();
        request.extensions_mut().insert(Remount(token.cookie));
        if let Some(address) = self.visitor.address {
            request.extensions_mut().insert(address);
        }
        let Ok(mut response) = self.app.clone().oneshot(request).await;
        match response.extensions_mut().remove::<Remounted>() {
            Some(remounted) => Ok(remounted),
            None if response.status().is_server_error() => Err(Refusal::Failed),
            None => Err(Refusal::Otherwise(response.status())),
        }
    }
}
