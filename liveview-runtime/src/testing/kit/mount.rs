//! How a test opens a page: where, with which parameters and state. Handles nothing that happens on it.

use std::any::Any;
use std::future::IntoFuture;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;

use axum::extract::Query;
use http::{Extensions, HeaderMap, HeaderName, HeaderValue, Uri};

use super::TestView;
use super::session::Session;
use crate::rendered::seed::Seed;
use crate::session::input::{Build, Claim, Forms};
use crate::session::state::Core;
use crate::session::{Address, Id, Limits, MountBounds, PageView, random};
use crate::testing::model::Client;
use crate::testing::person::Person;
use crate::view::{LiveView, Request};

/// Mounts a view at `/`, renders its page and joins it, all without a socket.
pub fn mount<V: LiveView>() -> Mount<V> {
    Mount {
        uri: Uri::from_static("/"),
        headers: HeaderMap::new(),
        extensions: Extensions::new(),
        params: Vec::new(),
        state: Arc::new(()),
        view: PhantomData,
    }
}

/// A page about to be opened; `.await` opens it.
#[must_use = "`.await` opens the page"]
pub struct Mount<V: LiveView> {
    uri: Uri,
    headers: HeaderMap,
    extensions: Extensions,
    params: Vec<(String, String)>,
    state: Arc<dyn Any + Send + Sync>,
    view: PhantomData<fn() -> V>,
}

impl<V: LiveView> Mount<V> {
    /// Asks for this address; what stands in its query is a parameter.
    ///
    /// # Panics
    /// When it is no address.
    #[track_caller]
    pub fn at(mut self, address: &str) -> Self {
        self.uri = address
            .parse()
            .unwrap_or_else(|error| panic!("`{address}` is no address: {error}"));
        self
    }

    /// Gives a parameter of the path, as the route would.
    pub fn param(mut self, name: &str, value: &str) -> Self {
        self.params.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Gives the state that `Router::with_state` would.
    pub fn state<S: Send + Sync + 'static>(mut self, state: S) -> Self {
        self.state = Arc::new(state);
        self
    }

    /// Puts something beside the request, as a layer would.
    pub fn extension<T: Clone + Send + Sync + 'static>(mut self, value: T) -> Self {
        self.extensions.insert(value);
        self
    }

    /// Sends a header along.
    ///
    /// # Panics
    /// When the name or the value cannot be a header's.
    #[track_caller]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let name: HeaderName = name
            .parse()
            .unwrap_or_else(|error| panic!("`{name}` is no header: {error}"));
        let value: HeaderValue = value
            .parse()
            .unwrap_or_else(|error| panic!("`{value}` cannot be sent: {error}"));
        self.headers.append(name, value);
        self
    }

    async fn open(self) -> TestView<V> {
        let query = Query::<Vec<(String, String)>>::try_from_uri(&self.uri);
        let query = query
            .unwrap_or_else(|error| panic!("the query of {} cannot be read: {error}", self.uri));
        let mut params = self.params;
        params.extend(query.0);
        let request = Request {
            uri: self.uri,
            headers: self.headers,
            extensions: self.extensions,
            params,
            state: self.state,
            peer: None,
            secrets: Arc::default(),
        };
        let limits = Limits::default();
        let address = Arc::new(Address::new(Id::random(), [0; 32], V::NAME, limits.mailbox));
        let bounds = MountBounds {
            time: limits.handler_timeout,
            bytes: limits.render_bytes,
            event: limits.bounds(),
            effects: limits.effect_bounds(),
            seed: Arc::new(Seed::new(random())),
        };
        let mounted = crate::session::mount::<V>(request, &address, bounds).await;
        let (mounted, page) =
            mounted.unwrap_or_else(|error| panic!("{} was not mounted: {error}", V::NAME));
        let client = Client::open(&document(&page));
        let client =
            client.unwrap_or_else(|error| panic!("the page does not fit its templates: {error}"));
        let handle = mounted.handle();
        let core = Core::new(&page.digest, &limits);
        let mut view = TestView {
            session: Session::new(core, Box::new(mounted), address),
            person: Person::new(client),
            handle,
            frames: Vec::new(),
            refusal: None,
            told: Vec::new(),
            waiting: Vec::new(),
            stalled: false,
            reference: 0,
        };
        let claim = Claim::Page {
            build: Build::Same,
            forms: Forms::Here(Vec::new()),
        };
        view.session.attach(claim, page.digest, (0, 0)).await;
        view.show();
        view
    }
}

impl<V: LiveView> IntoFuture for Mount<V> {
    type Output = TestView<V>;
    type IntoFuture = Pin<Box<dyn Future<Output = TestView<V>> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.open())
    }
}

impl<V: LiveView> std::fmt::Debug for Mount<V> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Mount")
            .field("view", &V::NAME)
            .field("uri", &self.uri)
            .finish_non_exhaustive()
    }
}

/// As little of a document as a view needs.
fn document(page: &PageView) -> String {
    let PageView {
        html,
        definitions,
        digest,
        ..
    } = page;
    format!(
        "<!doctype html><html><body><div dj-v=\"test\" dj-h=\"{digest}\">{html}</div>\
         <script type=\"application/json\" dj-t>{definitions}</script></body></html>"
    )
}
