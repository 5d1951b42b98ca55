//! The task of a session: feeds its core, does what the core says. Decides nothing itself.

use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::task::Poll;

use tokio::time::{Instant, timeout, timeout_at};

use super::close;
use super::host::{Callback, Host};
use super::inbox::{Address, Mail};
use super::input::{Effect, Input, Outcome, Parking, Picture};
use super::limits::Limits;
use super::outlet::Line;
use super::registry::Registry;
use super::state::Core;

/// A session's task before it runs. Dropping it, at whatever point, ends the session in good order.
pub struct Task {
    core: Core,
    host: Box<dyn Host>,
    address: Arc<Address>,
    registry: Arc<Registry>,
    limits: Arc<Limits>,
    /// The socket it speaks through, while it is joined.
    line: Option<Line>,
    /// The socket that wants it, while that is decided.
    arriving: Option<Line>,
    /// When it gives up waiting for a client.
    deadline: Option<Instant>,
}

impl Task {
    /// A session of this view that waits for the socket of its page.
    #[must_use]
    pub fn new(
        mut host: Box<dyn Host>,
        page_digest: &str,
        address: Arc<Address>,
        registry: Arc<Registry>,
        limits: Arc<Limits>,
    ) -> Self {
        let mut core = Core::new(page_digest, &limits);
        if host.has_effects() {
            core.take(Input::Told(Outcome::Done));
        }
        Self {
            core,
            host,
            address,
            registry,
            limits,
            line: None,
            arriving: None,
            deadline: None,
        }
    }

    /// Runs the session to its end.
    pub async fn run(mut self) {
        loop {
            while let Some(effect) = self.core.next_effect() {
                if matches!(effect, Effect::End) {
                    return;
                }
                self.act(effect).await;
            }
            let mail = match self.deadline {
                None => self.address.next().await,
                Some(deadline) => timeout_at(deadline, self.address.next())
                    .await
                    .unwrap_or(Mail::Input(Input::Expired)),
            };
            match mail {
                Mail::Input(input) => self.core.take(input),
                Mail::Arrival(attach, line) => {
                    self.arriving = Some(line);
                    self.core.take(Input::Attach(attach));
                }
            }
        }
    }

    async fn act(&mut self, effect: Effect) {
        match effect {
            Effect::Welcome => {
                self.registry.unpark(self.address.id);
                self.deadline = None;
                if let Some(former) = std::mem::replace(&mut self.line, self.arriving.take()) {
                    former.close(close::TAKEN_OVER);
                }
                if let Some(line) = &self.line {
                    line.welcome();
                }
            }
            Effect::Refuse => {
                if let Some(line) = self.arriving.take() {
                    line.refuse();
                }
            }
            Effect::Send(frame) => {
                if let Some(line) = &self.line {
                    line.say(frame);
                }
            }
            Effect::SendAll(frames) => {
                if let Some(line) = &self.line {
                    line.say_all(frames);
                }
            }
            Effect::AskRoom => {
                if self
                    .line
                    .as_ref()
                    .is_some_and(|line| line.has_room(&self.address))
                {
                    self.core.take(Input::Room);
                }
            }
            Effect::Close(code) => {
                if let Some(line) = &self.line {
                    line.close(code);
                }
            }
            Effect::Crash(crash) => {
                if let Some(line) = self.line.take() {
                    line.crash(crash);
                }
            }
            Effect::Render(picture) => self.render(picture),
            Effect::Park(parking) => self.park(parking),
            Effect::Handle(_) | Effect::Tell | Effect::Recover(_) => self.call(effect).await,
            Effect::End => {}
        }
    }

    /// Boxed: this is most of the task's size, and most sessions are idle.
    fn call(&mut self, effect: Effect) -> std::pin::Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        Box::pin(async move {
            let limit = self.limits.handler_timeout;
            let view = self.address.view;
            let result = match effect {
                Effect::Handle(event) => {
                    Input::Handled(guarded(view, limit, || self.host.handle(&event)).await)
                }
                Effect::Tell => Input::Told(guarded(view, limit, || self.host.tell()).await),
                Effect::Recover(forms) => {
                    for form in forms {
                        let outcome = guarded(view, limit, || self.host.recover(form)).await;
                        let crashed = outcome == Outcome::Crashed;
                        self.core.take(Input::Recovered(outcome));
                        if crashed {
                            break;
                        }
                    }
                    return;
                }
                _ => return,
            };
            self.core.take(result);
        })
    }

    fn render(&mut self, picture: Picture) {
        let host = &mut self.host;
        match catch_unwind(AssertUnwindSafe(|| host.render(&picture))) {
            Ok(rendering) => self.core.take(Input::Rendered(picture, rendering)),
            Err(_) => {
                tracing::error!(view = self.address.view, session = ?self.address.id, "the view panicked as it rendered");
                self.core.take(Input::RenderFailed);
            }
        }
    }

    fn park(&mut self, parking: Parking) {
        self.line = None;
        let time = match parking {
            Parking::Page => self.limits.awaiting_time,
            Parking::Dropped => self.limits.parked_time,
            Parking::Left => self.limits.left_time,
        };
        self.deadline = Some(Instant::now() + time);
        self.registry.park(
            self.address.id,
            parking,
            self.core.held() + self.host.held(),
        );
    }
}

impl Drop for Task {
    fn drop(&mut self) {
        self.registry.remove(self.address.id);
        for mail in self.address.end() {
            if let Mail::Arrival(_, line) = mail {
                line.refuse();
            }
        }
        // The runtime stops, or something besides the view panicked: whoever listens must not wait for ever.
        if let Some(line) = self.line.take().or(self.arriving.take()) {
            line.close(close::RESTARTING);
        }
    }
}

/// Calls and awaits a callback; a panic, while it is made or while it runs, and a time-out are crashes of its view and of nothing
/// else.
pub async fn guarded<'h>(
    view: &'static str,
    limit: std::time::Duration,
    call: impl FnOnce() -> Callback<'h>,
) -> Outcome {
    let panicked = || {
        tracing::error!(view, "a callback of the view panicked");
        Outcome::Crashed
    };
    // An author's own decoding of arguments runs before there is anything to await.
    let Ok(mut callback) = catch_unwind(AssertUnwindSafe(call)) else {
        return panicked();
    };
    let caught = poll_fn(|context| {
        catch_unwind(AssertUnwindSafe(|| callback.as_mut().poll(context)))
            .unwrap_or_else(|_| Poll::Ready(panicked()))
    });
    timeout(limit, caught).await.unwrap_or_else(|_| {
        tracing::error!(view, ?limit, "a callback of the view did not return");
        Outcome::Crashed
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_panic_before_there_is_a_future_is_a_crash_too() {
        let limit = std::time::Duration::from_secs(1);
        let outcome = guarded("Test", limit, || panic!("while decoding")).await;
        assert_eq!(outcome, Outcome::Crashed);
    }
}
