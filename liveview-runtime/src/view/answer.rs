//! What a handler may return: nothing, a reply to whoever has called it, or an error. Sends nothing.

use serde::Serialize;

use super::{Context, Error, LiveView, Result};

/// A reply to the caller: a hook's `pushEvent` is given the value. Where nobody waits for one, it is dropped.
///
/// A handler returns it, or a `Result` of it. It arrives with the update that shows what the handler has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reply<T>(pub T);

/// What a handler returned.
#[diagnostic::on_unimplemented(
    message = "this returns `{Self}`, where `()`, a `Reply` or a `Result` of either is expected",
    label = "return nothing, `Reply(value)` of what serde can serialize, or `liveview::Result<()>`"
)]
pub trait Answer {
    /// As a result; a reply goes out by the context.
    fn answer<V: LiveView>(self, cx: &mut Context<V>) -> Result<()>;
}

impl Answer for () {
    fn answer<V: LiveView>(self, _: &mut Context<V>) -> Result<()> {
        Ok(())
    }
}

impl<T: Serialize> Answer for Reply<T> {
    fn answer<V: LiveView>(self, cx: &mut Context<V>) -> Result<()> {
        cx.reply(&self.0)
    }
}

impl<A: Answer, E: Into<Error>> Answer for std::result::Result<A, E> {
    fn answer<V: LiveView>(self, cx: &mut Context<V>) -> Result<()> {
        self.map_err(Into::into)?.answer(cx)
    }
}
