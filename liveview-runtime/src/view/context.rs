//! What a callback may ask: the request it came from, the app's state, a handle to its own view. Knows no session.

use std::any::{Any, type_name};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::net::SocketAddr;
use std::sync::Arc;

use http::{Extensions, HeaderMap, Uri};
use serde::Serialize;

use super::{EventParam, Js, LiveView, Payload, Result, Secrets};
use crate::wire::effects::{EffectBounds, Effects};

/// What a view was asked for by: the request that mounted it.
#[derive(Clone)]
pub struct Request {
    /// The address, path and query.
    pub uri: Uri,
    /// The headers.
    pub headers: HeaderMap,
    /// What layers have put beside the request.
    pub extensions: Extensions,
    /// The parameters of the path, then those of the query, percent-decoded.
    pub params: Vec<(String, String)>,
    /// The state of the router that the view is mounted in.
    pub state: Arc<dyn Any + Send + Sync>,
    /// The other end of the connection, if it is known.
    pub peer: Option<SocketAddr>,
    /// The parameters whose values are never shown.
    pub secrets: Arc<Secrets>,
}

impl Request {
    /// The bytes it holds on to, as far as can be seen: not what layers have put beside it, nor the app's state.
    fn held(&self) -> usize {
        let headers = self.headers.iter();
        let headers = headers.map(|(name, value)| name.as_str().len() + value.len());
        let params = self.params.iter();
        let params = params.map(|(name, value)| name.capacity() + value.capacity());
        let address = self
            .uri
            .path_and_query()
            .map_or(0, |path| path.as_str().len());
        size_of::<Self>() + headers.sum::<usize>() + params.sum::<usize>() + address
    }
}

/// What a callback may ask. Holds no view, only its type.
pub struct Context<V: LiveView> {
    request: Arc<Request>,
    handle: Handle<V>,
    /// What the browser shall do with the next frame.
    effects: Effects,
    /// The number of the event that is being handled.
    event: Option<u64>,
}

impl<V: LiveView> Context<V> {
    /// The bytes it is known to hold.
    pub(crate) fn held(&self) -> usize {
        self.request.held() + self.effects.held()
    }

    /// What waits for the next frame.
    pub(crate) fn effects(&mut self) -> &mut Effects {
        &mut self.effects
    }

    /// From now on the event of this number is handled, or something that is no event.
    pub(crate) fn handles(&mut self, event: Option<u64>) {
        self.event = event;
    }

    /// The parameters whose values are never shown.
    pub(crate) fn secrets(&self) -> &Secrets {
        &self.request.secrets
    }

    /// A context of a view that was asked for by this request and reads this mailbox.
    pub fn new(
        request: Arc<Request>,
        mailbox: Arc<dyn Mailbox<V::Message>>,
        bounds: EffectBounds,
    ) -> Self {
        let view = PhantomData;
        Context {
            request,
            handle: Handle { mailbox, view },
            effects: Effects::new(bounds),
            event: None,
        }
    }

    /// The parameters of path and query, by name, in a struct that derives `EventParams`.
    pub fn params<P: EventParam>(&self) -> Result<P> {
        let pairs = self.request.params.iter();
        let pairs = pairs.map(|(name, value)| (Cow::from(name), Cow::from(value)));
        let params = P::take("", &mut Payload::of_fields(pairs.collect()));
        params.map_err(|error| error.hidden_by(self.secrets()).into())
    }

    /// The state of the router that the view is mounted in.
    pub fn state<S: Send + Sync + 'static>(&self) -> Result<&S> {
        let state: &(dyn Any + Send + Sync) = &*self.request.state;
        let missing = StateError {
            wanted: type_name::<S>(),
        };
        state.downcast_ref().ok_or_else(|| missing.into())
    }

    /// What a layer has put beside the request.
    pub fn extension<T: Send + Sync + 'static>(&self) -> Option<&T> {
        self.request.extensions.get()
    }

    /// The headers of the request.
    pub fn headers(&self) -> &HeaderMap {
        &self.request.headers
    }

    /// The address that was asked for, path and query.
    pub fn uri(&self) -> &Uri {
        &self.request.uri
    }

    /// The other end of the connection, if it is known.
    pub fn peer(&self) -> Option<SocketAddr> {
        self.request.peer
    }

    /// Runs commands in the browser, once it shows what this callback has changed. Without a target they are for the
    /// root of the view.
    ///
    /// # Errors
    /// When more waits for the next update than `Limits` allow. An error leaves what was pushed before.
    pub fn push_command(&mut self, commands: impl Into<Js>) -> Result<()> {
        let commands = commands.into();
        if commands.is_empty() {
            return Ok(());
        }
        Ok(self.effects.command(&commands.to_string())?)
    }

    /// Tells an event of the app's to the browser, once it shows what this callback has changed: to the hooks that
    /// handle it, and as a DOM event `dj:name` at the root of the view, whose `detail` is the value.
    ///
    /// # Errors
    /// When the value is no JSON, or more waits for the next update than `Limits` allow. An error leaves what was pushed
    /// before.
    pub fn push_event(&mut self, name: &str, value: &(impl Serialize + ?Sized)) -> Result<()> {
        let value = serde_json::to_string(value)?;
        Ok(self.effects.event(name, &value)?)
    }

    /// Replies to the event that is handled, if it is one.
    pub(super) fn reply(&mut self, value: &impl Serialize) -> Result<()> {
        let value = serde_json::to_string(value)?;
        match self.event {
            Some(event) => Ok(self.effects.reply(event, &value)?),
            None => Ok(()),
        }
    }

    /// A handle with which any task can send this view a message.
    pub fn handle(&self) -> Handle<V> {
        self.handle.clone()
    }
}

impl<V: LiveView> fmt::Debug for Context<V> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut context = formatter.debug_struct("Context");
        context
            .field("view", &V::NAME)
            .field("path", &self.request.uri.path())
            .finish_non_exhaustive()
    }
}

/// The router's state is of another type.
#[derive(Debug, thiserror::Error)]
#[error(
    "the router's state is not a `{wanted}`: give it with `Router::with_state`, of exactly this type"
)]
struct StateError {
    wanted: &'static str,
}

/// Where a view's messages arrive. Whoever runs the view implements it.
pub trait Mailbox<M>: Send + Sync {
    /// Puts a message in, without waiting.
    fn send(&self, message: M) -> std::result::Result<(), SendError>;
}

/// Why a message did not arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// The view has ended.
    #[error("the view has ended")]
    Closed,
    /// The view has more messages waiting than it may.
    #[error("the view's mailbox is full")]
    Full,
}

/// A way to send one view messages, from any task.
pub struct Handle<V: LiveView> {
    mailbox: Arc<dyn Mailbox<V::Message>>,
    view: PhantomData<fn() -> V>,
}

impl<V: LiveView> Handle<V> {
    /// Sends a message: `handle_info` runs, then the view renders.
    pub fn send(&self, message: V::Message) -> std::result::Result<(), SendError> {
        self.mailbox.send(message)
    }
}

impl<V: LiveView> Clone for Handle<V> {
    fn clone(&self) -> Self {
        Handle {
            mailbox: Arc::clone(&self.mailbox),
            view: PhantomData,
        }
    }
}

impl<V: LiveView> fmt::Debug for Handle<V> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Handle")
            .field("view", &V::NAME)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_visitor_has_sent_is_counted_as_held() {
        let mut request = Request {
            uri: "/?a=b".parse().expect("an address"),
            headers: HeaderMap::new(),
            extensions: Extensions::new(),
            params: Vec::new(),
            state: Arc::new(()),
            peer: None,
            secrets: Arc::default(),
        };
        let before = request.held();
        let long = "x".repeat(8_000).parse().expect("a header's value");
        request.headers.insert("x-long", long);
        request.params.push(("a".to_owned(), "b".repeat(1_000)));
        assert!(request.held() >= before + 9_000);
    }
}
