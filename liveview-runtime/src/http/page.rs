//! A GET: mounts the view, renders its page, parks the session for the socket. Speaks to no client that is there already.

use std::any::Any;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{ConnectInfo, OriginalUri, Query, Request};
use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT, SET_COOKIE};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};

use super::clock;
use super::connection::Peer;
use super::cookie::{Cookie, CookieHash};
use super::document::{self, Rendered, Settings};
use super::live::Shared;
use super::script::CLIENT;
use super::token::PageToken;
use crate::session::input::Input;
use crate::session::{Address, Id, MountBounds, MountError, Mounted, PageView, Task, mount};
use crate::view::{self, LiveView};

/// What was asked for, and where.
pub(super) struct Asked {
    pub(super) state: Arc<dyn Any + Send + Sync>,
    pub(super) params: Vec<(String, String)>,
    pub(super) request: Request,
}

/// Beside an internal request: a socket wants the view mounted anew for this browser.
#[derive(Clone, Copy)]
pub(super) struct Remount(pub(super) CookieHash);

/// Beside the answer to an internal request: the session that waits now.
#[derive(Clone)]
pub(super) struct Remounted {
    pub(super) address: Arc<Address>,
    pub(super) token: PageToken,
    /// Kept until a socket has it.
    _unowned: Arc<Unowned>,
}

impl Remounted {
    fn new(address: Arc<Address>, token: PageToken) -> Self {
        Self {
            _unowned: Arc::new(Unowned(Arc::clone(&address))),
            address,
            token,
        }
    }
}

/// Ends its session unless a socket has taken it by the time this is dropped: the answer may be lost in a layer of the app, or
/// find that the socket is gone.
struct Unowned(Arc<Address>);

impl Drop for Unowned {
    fn drop(&mut self) {
        // One that has ended needs no word, and one that is joined does not heed it.
        let _ = self.0.deliver(Input::Expired);
    }
}

/// Who asks, and what for.
enum Caller {
    /// A browser that will open a socket, with its cookie, which is new or not.
    Stays(CookieHash, Option<Cookie>),
    /// Something that only looks: HEAD, a prefetch, a program.
    Looks(CookieHash, Option<Cookie>),
    /// A socket of ours, for this browser.
    Remounts(CookieHash),
}

pub(super) async fn show<V: LiveView>(settings: Arc<Settings>, asked: Asked) -> Response {
    let (mut parts, _) = asked.request.into_parts();
    let Some(shared) = parts.extensions.remove::<Arc<Shared>>() else {
        tracing::error!(
            view = V::NAME,
            "a live route without a server of live views: end the router with `.with_live(Live::new())`"
        );
        return refusal(StatusCode::INTERNAL_SERVER_ERROR);
    };
    let caller = Caller::of(&mut parts, &shared);
    let path = original_path(&parts);
    let request = match view_request(parts, &path, (asked.params, asked.state), &shared) {
        Ok(request) => request,
        Err(status) => return refusal(status),
    };
    let owner = *caller.owner();
    let address = Address::new(
        Id::random(),
        *owner.as_bytes(),
        V::NAME,
        shared.limits.mailbox,
    );
    let address = Arc::new(address);
    let (mounted, page) = match render::<V>(request, &address, &shared).await {
        Ok(rendered) => rendered,
        Err(error) => {
            tracing::error!(view = V::NAME, error = ?error.to_string(), "the view was not mounted");
            return refusal(StatusCode::INTERNAL_SERVER_ERROR);
        }
    };
    let token = PageToken {
        adoption: Id::random(),
        cookie: owner,
        build: shared.build_of(page.root_fingerprint),
        issued: clock::now(),
        view: V::NAME.to_owned(),
        path,
    };
    match caller {
        Caller::Looks(_, cookie) => answer(
            &settings,
            whole(&settings, &page, &token, &shared),
            cookie.as_ref(),
            &shared,
        ),
        Caller::Stays(_, cookie) => {
            park(mounted, &page, &address, &token, &shared);
            answer(
                &settings,
                whole(&settings, &page, &token, &shared),
                cookie.as_ref(),
                &shared,
            )
        }
        Caller::Remounts(_) => {
            park(mounted, &page, &address, &token, &shared);
            axum::Extension(Remounted::new(address, token)).into_response()
        }
    }
}

impl Caller {
    fn of(parts: &mut Parts, shared: &Shared) -> Self {
        if let Some(Remount(owner)) = parts.extensions.remove::<Remount>() {
            return Self::Remounts(owner);
        }
        let known = Cookie::of(&parts.headers, shared.transport);
        let (owner, new) = match known {
            Some(cookie) => (cookie.hash(), None),
            None => {
                let cookie = Cookie::random();
                (cookie.hash(), Some(cookie))
            }
        };
        if stays(parts) {
            Self::Stays(owner, new)
        } else {
            Self::Looks(owner, new)
        }
    }

    const fn owner(&self) -> &CookieHash {
        match self {
            Self::Stays(owner, _) | Self::Looks(owner, _) | Self::Remounts(owner) => owner,
        }
    }
}

async fn render<V: LiveView>(
    request: view::Request,
    address: &Arc<Address>,
    shared: &Shared,
) -> Result<(Mounted<V>, PageView), MountError> {
    let limits = &shared.limits;
    let bounds = MountBounds {
        time: limits.handler_timeout,
        bytes: limits.render_bytes,
        event: limits.bounds(),
        effects: limits.effect_bounds(),
        seed: Arc::clone(&shared.seed),
    };
    mount::<V>(request, address, bounds).await
}

fn whole(settings: &Settings, page: &PageView, token: &PageToken, shared: &Shared) -> String {
    if page.has_raw_html && !settings.trusts_html {
        tracing::error!(
            "a view shows `@html`, and its page's policy keeps updates from doing so: route it with `live::<View>().trusted_html()`"
        );
    }
    let rendered = Rendered {
        html: &page.html,
        token: &token.seal(&shared.keys),
        digest: &page.digest,
        definitions: &page.definitions,
    };
    document::document(settings, &rendered, &CLIENT.path, &CLIENT.integrity)
}

fn park<V: LiveView>(
    mounted: Mounted<V>,
    page: &PageView,
    address: &Arc<Address>,
    token: &PageToken,
    shared: &Shared,
) {
    shared.registry.enter(address, token.adoption);
    let (registry, limits) = (Arc::clone(&shared.registry), Arc::clone(&shared.limits));
    let task = Task::new(
        Box::new(mounted),
        &page.digest,
        Arc::clone(address),
        registry,
        limits,
    );
    tokio::spawn(task.run());
}

fn answer(
    settings: &Settings,
    html: String,
    new_cookie: Option<&Cookie>,
    shared: &Shared,
) -> Response {
    let mut response = Response::new(Body::from(html));
    *response.headers_mut() = document::headers_of(settings);
    if let Some(cookie) = new_cookie {
        response
            .headers_mut()
            .insert(SET_COOKIE, cookie.header(shared.transport));
    }
    response
}

/// Says that it failed, and nothing of how.
fn refusal(status: StatusCode) -> Response {
    let mut response = Response::new(Body::from(format!(
        "<!doctype html><title>{status}</title><h1>{status}</h1>"
    )));
    *response.status_mut() = status;
    *response.headers_mut() = document::headers();
    response
}

/// Only what looks like a person's browser opening a page is given a session to wait for.
fn stays(parts: &Parts) -> bool {
    let says = |name: &str, word| {
        let values = parts.headers.get_all(name);
        values.iter().any(|value| contains(value, word))
    };
    let prefetches = says("sec-purpose", "prefetch") || says("purpose", "prefetch");
    parts.method == Method::GET && says(ACCEPT.as_str(), "text/html") && !prefetches
}

fn contains(value: &HeaderValue, word: &str) -> bool {
    value
        .to_str()
        .is_ok_and(|text| text.to_ascii_lowercase().contains(word))
}

/// Path and query as the browser asked for them, also under a nested router.
fn original_path(parts: &Parts) -> String {
    let uri = parts
        .extensions
        .get::<OriginalUri>()
        .map_or(&parts.uri, |OriginalUri(uri)| uri);
    uri.path_and_query()
        .map_or_else(|| "/".to_owned(), ToString::to_string)
}

/// The request as the view keeps it: copies, because what hyper hands out are slices of its read buffer and would hold on to
/// all of it for as long as the session lives.
fn view_request(
    parts: Parts,
    path: &str,
    (mut params, state): (Vec<(String, String)>, Arc<dyn Any + Send + Sync>),
    shared: &Shared,
) -> Result<view::Request, StatusCode> {
    let query = Query::<Vec<(String, String)>>::try_from_uri(&parts.uri)
        .map_err(|_| StatusCode::BAD_REQUEST)?;
    params.extend(query.0);
    let mut extensions = parts.extensions;
    extensions.remove::<hyper::upgrade::OnUpgrade>();
    // The session outlives the connection, and must not keep its place.
    extensions.remove::<Peer>();
    let uri = path.parse::<Uri>().map_err(|_| StatusCode::BAD_REQUEST)?;
    extensions.insert(OriginalUri(uri.clone()));
    Ok(view::Request {
        uri,
        headers: copied(&parts.headers),
        peer: extensions.get().map(|ConnectInfo(address)| *address),
        extensions,
        params,
        state,
        secrets: Arc::clone(&shared.secrets),
    })
}

/// The same headers in memory of their own.
pub(super) fn copied(headers: &HeaderMap) -> HeaderMap {
    let copy = |value: &HeaderValue| {
        HeaderValue::from_bytes(value.as_bytes()).expect("a header's value is one again")
    };
    let mut copies = HeaderMap::with_capacity(headers.len());
    for (name, value) in headers {
        copies.append(name.clone(), copy(value));
    }
    copies
}
