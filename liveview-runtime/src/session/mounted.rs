//! A view that is mounted: its state, its context, its messages, its shadow. The only generic piece of a session; counts nothing.

use std::collections::VecDeque;
use std::future::ready;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use super::host::{Callback, Host};
use super::inbox::{Address, Undelivered};
use super::input::{Input, Outcome, Picture, Rendering};
use super::task::guarded;
use crate::diff;
use crate::rendered::page;
use crate::rendered::seed::Seed;
use crate::rendered::shadow::Shadow;
#[cfg(feature = "testing")]
use crate::view::Handle;
use crate::view::{
    Context, Error, EventError, LiveEvent, LiveView, Mailbox, Payload, Request, SendError,
    UPDATE_MODEL, update_model,
};
use crate::wire::Bounds;
use crate::wire::decode::{EventFrame, RecoveredForm};
use crate::wire::effects::EffectBounds;
use crate::wire::encode::{Aliases, Encoded, base64, page_block};

/// Mounts a view for a request and renders its page, of at most so many bytes. Its messages arrive at this address.
///
/// # Errors
/// When the view refuses, panics, takes too long, or renders too much.
pub async fn mount<V: LiveView>(
    request: Request,
    address: &Arc<Address>,
    bounds: MountBounds,
) -> Result<(Mounted<V>, PageView), MountError> {
    let letters = Arc::new(Letters {
        queue: Mutex::default(),
        address: Arc::clone(address),
    });
    let mailbox = Arc::clone(&letters) as Arc<dyn Mailbox<V::Message>>;
    let mut context = Context::<V>::new(Arc::new(request), mailbox, bounds.effects);
    let mut mounted = None;
    let outcome = guarded(address.view, bounds.time, || {
        Box::pin(async {
            mounted = Some(V::mount(&mut context).await);
            Outcome::Done
        })
    })
    .await;
    let view = match mounted {
        Some(Ok(view)) if outcome == Outcome::Done => Goodbye(view),
        Some(Err(error)) => return Err(MountError::Refused(error)),
        _ => return Err(MountError::Crashed),
    };
    let page = catch_unwind(AssertUnwindSafe(|| {
        page::render(view.0.render(), &bounds.seed)
    }))
    .map_err(|_| MountError::Crashed)?;
    if page.html.len() > bounds.bytes {
        return Err(MountError::TooLarge(page.html.len()));
    }
    let (definitions, aliases) = page_block(&page);
    let shown = PageView {
        digest: base64(page.shadow.digest(&bounds.seed)),
        root_fingerprint: page.shadow.root_fingerprint(),
        has_raw_html: page.has_raw_html(),
        html: page.html,
        definitions,
    };
    Ok((
        Mounted {
            view,
            context,
            letters,
            shadow: page.shadow,
            aliases,
            seed: bounds.seed,
            bounds: bounds.event,
        },
        shown,
    ))
}

/// What mounting may take, and what the view's events may hold.
#[derive(Debug, Clone)]
pub struct MountBounds {
    /// How long the callback may take.
    pub time: Duration,
    /// How long the page may be.
    pub bytes: usize,
    /// How much an event may carry.
    pub event: Bounds,
    /// How much the browser may be told to do with one update.
    pub effects: EffectBounds,
    /// What keys the hashes of what is shown.
    pub seed: Arc<Seed>,
}

/// A view's first page.
#[derive(Debug)]
pub struct PageView {
    /// The content of the view's root.
    pub html: String,
    /// The page's JSON block.
    pub definitions: String,
    /// The digest of what it shows, as the page carries it.
    pub digest: String,
    /// The root's template.
    pub root_fingerprint: u64,
    /// Whether raw HTML stands in it.
    pub has_raw_html: bool,
}

/// Why a view was not mounted.
#[derive(Debug, thiserror::Error)]
pub enum MountError {
    /// It said so.
    #[error("{0}")]
    Refused(Error),
    /// It panicked or took too long.
    #[error("it panicked or took too long")]
    Crashed,
    /// Its page is longer than allowed.
    #[error("its page has {0} bytes, more than `Limits::render_bytes` allows")]
    TooLarge(usize),
}

/// A mounted view.
pub struct Mounted<V: LiveView> {
    view: Goodbye<V>,
    context: Context<V>,
    letters: Arc<Letters<V::Message>>,
    shadow: Shadow,
    aliases: Aliases,
    seed: Arc<Seed>,
    bounds: Bounds,
}

impl<V: LiveView> Mounted<V> {
    /// A way to send the view messages.
    #[cfg(feature = "testing")]
    pub(crate) fn handle(&self) -> Handle<V> {
        self.context.handle()
    }

    /// Sets a field that a control is bound to.
    fn set(&mut self, payload: &mut Payload<'_>) -> Callback<'static> {
        match update_model(&mut self.view.0, payload) {
            Ok(()) => Box::pin(ready(Outcome::Done)),
            Err(error) => self.refuse(error),
        }
    }

    fn refuse(&self, error: EventError) -> Callback<'static> {
        match error {
            EventError::Unknown { .. } => refused::<V>(&error, Outcome::Unknown),
            error => {
                let error = error.hidden_by(self.context.secrets());
                refused::<V>(&error, Outcome::Invalid(error.to_string()))
            }
        }
    }

    fn call(&mut self, event: Result<V::Event, EventError>) -> Callback<'_> {
        match event {
            Ok(event) => {
                let handled = self.view.0.handle_event(event, &mut self.context);
                Box::pin(async move { outcome::<V>(handled.await) })
            }
            Err(error) => self.refuse(error),
        }
    }
}

impl<V: LiveView> Host for Mounted<V> {
    fn handle<'h>(&'h mut self, event: &'h EventFrame) -> Callback<'h> {
        if event.addressed_to_component() {
            tracing::warn!(
                view = V::NAME,
                "an event is for a component, and there is none"
            );
            return Box::pin(ready(Outcome::Unknown));
        }
        match event.payload(self.bounds) {
            Ok(mut payload) if event.name() == UPDATE_MODEL && !V::MODELS.is_empty() => {
                self.set(&mut payload)
            }
            Ok(mut payload) => {
                let decoded = V::Event::decode(event.name(), &mut payload);
                // The value of a field is called `value`, whatever the field is called.
                let target = payload.target.as_deref();
                let hidden = target.is_some_and(|field| self.context.secrets().hide(field));
                self.context.handles(Some(event.reference));
                self.call(decoded.map_err(|error| error.hidden_if(|_| hidden)))
            }
            Err(error) => refused::<V>(&error, Outcome::Invalid(error.to_string())),
        }
    }

    fn recover(&mut self, form: RecoveredForm<'static>) -> Callback<'_> {
        self.context.handles(None);
        match form.payload(self.bounds) {
            Ok(mut payload) => self.call(V::Event::decode(&form.event, &mut payload)),
            Err(error) => refused::<V>(&error, Outcome::Invalid(error.to_string())),
        }
    }

    fn tell(&mut self) -> Callback<'_> {
        self.context.handles(None);
        match self.letters.next() {
            Some(message) => {
                let handled = self.view.0.handle_info(message, &mut self.context);
                Box::pin(async move { outcome::<V>(handled.await) })
            }
            None => Box::pin(ready(Outcome::Done)),
        }
    }

    fn render(&mut self, picture: &Picture) -> Option<Rendering> {
        let view = &self.view.0;
        let mut path = Vec::new();
        // One instance is told apart: it has no number, so it could not carry them just once.
        let effects = match picture {
            Picture::Instance(_) => String::new(),
            _ => self.context.effects().take(),
        };
        let (encoded, whole) = match picture {
            Picture::Update => {
                let changes = diff::update(view.render(), &mut self.shadow, &self.seed);
                match (changes.is_empty(), changes.is_whole()) {
                    (true, _) if effects.is_empty() => return None,
                    (true, _) => (Encoded::default(), false),
                    (_, true) => (self.aliases.whole(&changes), true),
                    (_, false) => (self.aliases.patch(&changes), false),
                }
            }
            Picture::Values | Picture::New => {
                let (changes, shadow) = diff::full(view.render(), &self.seed);
                self.shadow = shadow;
                (self.aliases.whole(&changes), true)
            }
            Picture::Instance(asked) => {
                let (changes, _) = diff::full(view.render(), &self.seed);
                match self.aliases.instance(&changes, asked) {
                    Some(encoded) => {
                        path.clone_from(asked);
                        (encoded, false)
                    }
                    // No instance stands there: the client's picture is off by more than one.
                    None => (self.aliases.instance(&changes, &[])?, false),
                }
            }
        };
        let Encoded { body, definitions } = encoded;
        Some(Rendering {
            path,
            whole,
            body,
            definitions,
            effects,
        })
    }

    fn has_effects(&mut self) -> bool {
        !self.context.effects().is_empty()
    }

    #[cfg(feature = "testing")]
    fn rendered(&self) -> crate::rendered::Rendered {
        crate::rendered::Rendered::of(self.view.0.render())
    }

    fn held(&self) -> usize {
        size_of::<Self>() + self.shadow.bytes() + self.aliases.bytes() + self.context.held()
    }
}

fn outcome<V: LiveView>(result: crate::view::Result<()>) -> Outcome {
    match result {
        Ok(()) => Outcome::Done,
        Err(error) => {
            // Escaped: an error may quote what a client has sent.
            tracing::warn!(view = V::NAME, error = ?error.to_string(), "a callback failed");
            Outcome::Failed(error.visible_text().map(str::to_owned))
        }
    }
}

fn refused<V: LiveView>(error: &dyn std::error::Error, outcome: Outcome) -> Callback<'static> {
    tracing::warn!(view = V::NAME, %error, "an event was refused");
    Box::pin(ready(outcome))
}

/// A view that is said goodbye to when it goes, however it goes.
struct Goodbye<V: LiveView>(V);

impl<V: LiveView> Drop for Goodbye<V> {
    fn drop(&mut self) {
        if catch_unwind(AssertUnwindSafe(|| self.0.disconnect())).is_err() {
            tracing::error!(view = V::NAME, "the view panicked in `disconnect`");
        }
    }
}

/// Messages that wait for a view. The session's inbox keeps their order among everything else.
struct Letters<M> {
    queue: Mutex<VecDeque<M>>,
    address: Arc<Address>,
}

impl<M> Letters<M> {
    fn next(&self) -> Option<M> {
        let mut queue = self.lock();
        let next = queue.pop_front();
        if queue.is_empty() && queue.capacity() > 16 {
            *queue = VecDeque::new();
        }
        next
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<M>> {
        self.queue
            .lock()
            .expect("nothing panics while it holds the messages")
    }
}

impl<M: Send> Mailbox<M> for Letters<M> {
    fn send(&self, message: M) -> Result<(), SendError> {
        // Held until the message is in, so that the session cannot come for it before.
        let mut queue = self.lock();
        self.address
            .deliver(Input::Message)
            .map_err(|undelivered| match undelivered {
                Undelivered::Ended => SendError::Closed,
                Undelivered::Full => SendError::Full,
            })?;
        queue.push_back(message);
        Ok(())
    }
}
