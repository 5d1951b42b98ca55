//! A page asked for by the server itself: the app's own router and layers decide, as they did for the browser. Joins nothing.

use axum::Router;
use axum::body::Body;
use http::{Request, StatusCode};
use tower::ServiceExt;

use super::page::{Remount, Remounted};
use super::token::PageToken;
use super::websocket::Visitor;

/// Why a view could not be mounted anew.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// The app answers with something else now: a redirect, a refusal, another page.
    Otherwise(StatusCode),
    /// The view failed.
    Failed,
}

/// Asks for the page of this token as its browser would.
pub(super) async fn request(
    app: &Router,
    visitor: &Visitor,
    token: &PageToken,
) -> Result<Remounted, Refusal> {
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = token
        .path
        .parse()
        .map_err(|_| Refusal::Otherwise(StatusCode::NOT_FOUND))?;
    *request.headers_mut() = visitor.headers.clone();
    request.extensions_mut().insert(Remount(token.cookie));
    if let Some(address) = visitor.address {
        request.extensions_mut().insert(address);
    }
    let Ok(mut response) = app.clone().oneshot(request).await;
    match response.extensions_mut().remove::<Remounted>() {
        Some(remounted) => Ok(remounted),
        None if response.status().is_server_error() => Err(Refusal::Failed),
        None => Err(Refusal::Otherwise(response.status())),
    }
}
