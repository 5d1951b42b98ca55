//! How live views come into an axum router. Renders no page and opens no socket.

use std::marker::PhantomData;
use std::sync::Arc;

use axum::extract::{RawPathParams, Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use axum::{Extension, Router};
use http::header::LOCATION;
use http::{HeaderValue, StatusCode, Uri};

use super::document::Settings;
use super::handshake::{self, Doorway};
use super::live::{Live, Shared};
use super::page;
use super::script::{CLIENT, PARTS};
use crate::view::LiveView;

/// Adds live views to any router, whatever its state.
pub trait LiveRoutes<S>: Sized {
    /// Serves a live view at this path: `.live("/", live::<Counter>())`.
    #[must_use]
    fn live<V: LiveView>(self, path: &str, page: LivePage<V>) -> Self;
}

/// Makes a finished router a server of live views.
pub trait WithLive {
    /// Adds the socket and the client script under `/_live/` and remembers this router: a view that has to be mounted anew is
    /// asked for by a request through it, with all its layers. Call it last and once; [`serve`](super::serve) does it by itself.
    #[must_use]
    fn with_live(self, live: Live) -> Self;
}

/// A live view as a page: what stands around it.
#[derive(Debug, Clone)]
pub struct LivePage<V> {
    settings: Settings,
    view: PhantomData<fn() -> V>,
}

/// The page of a view. Its title is the view's name unless it is given one.
#[must_use]
pub fn live<V: LiveView>() -> LivePage<V> {
    LivePage {
        settings: Settings {
            title: V::NAME.to_owned(),
            language: "en".to_owned(),
            stylesheets: Vec::new(),
            scripts: Vec::new(),
            trusts_html: false,
        },
        view: PhantomData,
    }
}

impl<V> LivePage<V> {
    /// The document's title.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.settings.title = title.into();
        self
    }

    /// The document's language, `en` unless said.
    #[must_use]
    pub fn language(mut self, language: impl Into<String>) -> Self {
        self.settings.language = language.into();
        self
    }

    /// Lets the view show raw HTML with `@html`: the page's policy then allows the client, and nobody else, to make nodes
    /// of HTML, under the name `dj`. Without it the first page shows such HTML and no update can.
    #[must_use]
    pub fn trusted_html(mut self) -> Self {
        self.settings.trusts_html = true;
        self
    }

    /// One more style sheet, from this site.
    #[must_use]
    pub fn stylesheet(mut self, address: impl Into<String>) -> Self {
        self.settings.stylesheets.push(address.into());
        self
    }

    /// One more script, from this site. It runs once the document is read, after the client: what it needs of that is
    /// there (`liveview.hook(…)`).
    #[must_use]
    pub fn script(mut self, address: impl Into<String>) -> Self {
        self.settings.scripts.push(address.into());
        self
    }
}

impl<S: Clone + Send + Sync + 'static> LiveRoutes<S> for Router<S> {
    fn live<V: LiveView>(self, path: &str, page: LivePage<V>) -> Self {
        self.route(path, route(page))
    }
}

fn route<V: LiveView, S: Clone + Send + Sync + 'static>(page: LivePage<V>) -> MethodRouter<S> {
    let settings = Arc::new(page.settings);
    get(
        move |State(state): State<S>, params: RawPathParams, request: Request| {
            let params = params
                .iter()
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect();
            page::show::<V>(
                settings,
                page::Asked {
                    state: Arc::new(state),
                    params,
                    request,
                },
            )
        },
    )
    .post(see_other)
}

/// A form that was sent before the script had loaded: its fields must not end up in the address.
async fn see_other(uri: axum::extract::OriginalUri) -> Response {
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    // Two slashes, or one and a backslash, begin the name of another host.
    let path = format!("/{}", path.trim_start_matches(['/', '\\']));
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(location) = HeaderValue::try_from(path) {
        response.headers_mut().insert(LOCATION, location);
    }
    response
}

impl WithLive for Router {
    fn with_live(self, live: Live) -> Self {
        install(self, Arc::new(Shared::new(live)))
    }
}

/// Says to [`serve`](super::serve) that a router has been installed already.
#[derive(Clone)]
pub(super) struct Installed(pub(super) Arc<Shared>);

pub(super) fn install(app: Router, shared: Arc<Shared>) -> Router {
    let app = app.layer(Extension(Arc::clone(&shared)));
    let doorway = Doorway {
        app: app.clone(),
        shared: Arc::clone(&shared),
    };
    let endpoints = Router::new()
        .route("/_live/socket", get(handshake::open).with_state(doorway))
        .route(&CLIENT.path, get(|| CLIENT.serve()))
        .route(&PARTS.path, get(|| PARTS.serve()))
        .route(PROBE, get(async move || Extension(Installed(shared))));
    app.merge(endpoints)
}

/// Where [`installed`] asks. No answer leaves the process: the marker travels beside an empty response.
const PROBE: &str = "/_live/installed";

/// What a router shares with its live views, if it has been made their server.
pub(super) async fn installed(app: &Router) -> Option<Arc<Shared>> {
    let mut request = Request::new(axum::body::Body::empty());
    *request.uri_mut() = Uri::from_static(PROBE);
    let Ok(response) = tower::ServiceExt::oneshot(app.clone(), request).await;
    response
        .extensions()
        .get::<Installed>()
        .map(|installed| Arc::clone(&installed.0))
}
