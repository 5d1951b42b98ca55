//! A view: what mounts, handles and renders. Runs nothing.

use super::{Context, EventError, EventSpec, FieldSpec, LiveEvent, Payload, Result};
use crate::rendered::render::Render;
use crate::rendered::renderer::Renderer;

/// The state of a view: a struct that carries `#[live_view]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the state of a view",
    label = "put `#[live_view]` on the struct too",
    note = "`#[live_view]` stands twice: on `struct {Self}` and on its `impl`"
)]
pub trait ViewState {
    /// The name of the struct, for logs.
    const NAME: &'static str;

    /// The fields under `#[model]`: what `dj-model` shows and changes, and nothing else of the state.
    const MODELS: &'static [FieldSpec] = &[];

    /// Sets the field of that name to what a control says.
    ///
    /// # Errors
    /// When there is no such field, or the value is none of its type.
    fn update_model(&mut self, field: &str, _payload: &mut Payload<'_>) -> Result<(), EventError> {
        Err(EventError::unknown(field))
    }
}

/// A page, or a part of one, that lives on the server. Written by `#[live_view]` on the `impl`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a live view",
    label = "has no `#[live_view] impl`",
    note = "put `#[live_view]` on `struct {Self}` and on an `impl {Self}` with `render`"
)]
pub trait LiveView: ViewState + Sized + Send + 'static {
    /// The events this view offers; nothing else can be called.
    type Event: LiveEvent;

    /// What other tasks send to this view.
    type Message: Send + 'static;

    /// The list of what can be called.
    const EVENTS: &'static [EventSpec] = <Self::Event as LiveEvent>::EVENTS;

    /// Makes the state, once for the page and its socket.
    fn mount(cx: &mut Context<Self>) -> impl Future<Output = Result<Self>> + Send;

    /// Answers an event of the person's.
    fn handle_event(
        &mut self,
        event: Self::Event,
        cx: &mut Context<Self>,
    ) -> impl Future<Output = Result<()>> + Send;

    /// Answers a message of another task's.
    fn handle_info(
        &mut self,
        _message: Self::Message,
        _cx: &mut Context<Self>,
    ) -> impl Future<Output = Result<()>> + Send {
        async { Ok(()) }
    }

    /// Runs when the session ends, however it ends.
    fn disconnect(&mut self) {}

    /// What the page shows now. Changes nothing.
    fn render(&self) -> impl Render;
}

/// The state of a view without `mount`: its default.
#[doc(hidden)]
pub fn mount_by_default<V: Default>() -> V {
    V::default()
}

/// What a view renders that does not compile: nothing.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct Nothing;

impl Render for Nothing {
    fn render(self, _renderer: &mut Renderer<'_>) {}
}
