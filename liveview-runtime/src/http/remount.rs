//! Pages whose session is gone: the view is mounted anew by a request through the app's own router and layers, which decide as
//! they did for the browser. Judges no token and seats nobody.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use futures_util::FutureExt as _;
use http::{Request, StatusCode};
use tokio::time::{Instant, sleep};
use tower::ServiceExt;

use super::joining::OpenPage;
use super::live::Shared;
use super::page::{Remount, Remounted};
use super::token::PageToken;
use super::websocket::Visitor;

/// How long the second attempt waits; the next waits four times as long.
const PATIENCE: Duration = Duration::from_millis(250);

/// Asks for pages on behalf of one socket.
#[derive(Clone)]
pub(super) struct Asker {
    pub(super) app: Router,
    pub(super) visitor: Arc<Visitor>,
    pub(super) shared: Arc<Shared>,
}

/// How mounting a page anew ends.
pub(super) enum Answer {
    /// A new session waits for it.
    Mounted(Box<OpenPage>, Remounted),
    /// The app has something else for this browser now.
    Otherwise,
    /// The view fails again and again.
    Failed,
}

/// How a mount begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Attempt {
    First,
    /// Something failed before, which counts.
    Again,
}

/// Why a view could not be mounted anew.
enum Refusal {
    /// The app answers with something else now: a redirect, a refusal, another page.
    Otherwise(StatusCode),
    /// The view failed.
    Failed,
}

impl Asker {
    /// Mounts the view of this page anew, several times if it fails.
    pub(super) async fn mount(self, mut page: Box<OpenPage>, mut attempt: Attempt) -> Answer {
        loop {
            if attempt == Attempt::Again && !self.may_try_again(&mut page).await {
                return Answer::Failed;
            }
            match self.ask(&page.token).await {
                Ok(remounted) => return Answer::Mounted(page, remounted),
                Err(Refusal::Otherwise(status)) => {
                    tracing::info!(%status, view = page.token.view, "no live view for this browser any more");
                    return Answer::Otherwise;
                }
                Err(Refusal::Failed) => attempt = Attempt::Again,
            }
        }
    }

    /// Counts a crash and waits a little longer each time, until it is enough.
    async fn may_try_again(&self, page: &mut OpenPage) -> bool {
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
        // A layer of the app may panic: that is no reason for the other views on this socket to go.
        let asked = AssertUnwindSafe(self.app.clone().oneshot(request)).catch_unwind();
        let Ok(Ok(mut response)) = asked.await else {
            tracing::error!(view = token.view, "a layer of the app panicked");
            return Err(Refusal::Failed);
        };
        match response.extensions_mut().remove::<Remounted>() {
            Some(remounted) => Ok(remounted),
            None if response.status().is_server_error() => Err(Refusal::Failed),
            None => Err(Refusal::Otherwise(response.status())),
        }
    }
}
