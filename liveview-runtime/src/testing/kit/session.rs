//! A session without socket, task or clock: the real core and the real view, one input at a time. Knows no page and no person.

use std::sync::Arc;

use futures_util::FutureExt as _;

use crate::rendered::Rendered;
use crate::session::input::{Attach, Claim, Effect, Input, Outcome, Said};
use crate::session::state::Core;
use crate::session::{Address, Host, Mail, Secret};
use crate::wire::Bounds;
use crate::wire::decode::{self, ClientFrame, EventFrame};

/// A session, and the line to its one client.
pub(super) struct Session {
    core: Core,
    host: Box<dyn Host>,
    address: Arc<Address>,
    /// The client's hold of the session, counted from one; none while it is cut off.
    attachment: Option<u64>,
    attachments: u64,
    /// What went down the line and was not taken yet.
    sent: Vec<String>,
    /// Why the line was closed for good.
    closed: Option<String>,
}

impl Session {
    pub(super) fn new(mut core: Core, mut host: Box<dyn Host>, address: Arc<Address>) -> Self {
        if host.has_effects() {
            core.take(Input::Told(Outcome::Done));
        }
        Self {
            core,
            host,
            address,
            attachment: None,
            attachments: 0,
            sent: Vec::new(),
            closed: None,
        }
    }

    /// A client joins, with the page or to return.
    pub(super) async fn attach(&mut self, claim: Claim, digest: String, seen: (u64, u64)) {
        self.attachments += 1;
        let attach = Attach {
            attachment: self.attachments,
            claim,
            digest,
            last_sequence: seen.0,
            last_reference: seen.1,
            next_secret: Secret::random(self.address.id),
        };
        self.take(Input::Attach(Box::new(attach))).await;
    }

    /// The line breaks: what was on it is lost.
    pub(super) async fn cut(&mut self) {
        if let Some(attachment) = self.attachment.take() {
            self.sent.clear();
            self.take(Input::Dropped(attachment)).await;
        }
    }

    /// The client says something. A frame that cannot be read is the kit's fault, so it panics.
    pub(super) async fn say(&mut self, text: &str) {
        let Some(attachment) = self.attachment else {
            return;
        };
        let message = decode::decode(text, Bounds::default())
            .unwrap_or_else(|error| panic!("the server cannot read {text}: {error}"));
        let said = match message.frame {
            ClientFrame::Event(event) => Said::Event(EventFrame::keep(text, &event)),
            ClientFrame::Resync(resync) => Said::Resync(resync),
            _ => panic!("the kit does not say {text}"),
        };
        self.take(Input::Said(attachment, said)).await;
    }

    /// Handles every message that waits for the view.
    pub(super) async fn deliver(&mut self) {
        while let Some(mail) = self.address.next().now_or_never() {
            if let Mail::Input(input) = mail {
                self.take(input).await;
            }
        }
    }

    pub(super) fn rendered(&self) -> Rendered {
        self.host.rendered()
    }

    pub(super) fn is_joined(&self) -> bool {
        self.attachment.is_some()
    }

    pub(super) fn sent(&mut self) -> Vec<String> {
        std::mem::take(&mut self.sent)
    }

    pub(super) fn closed(&self) -> Option<&str> {
        self.closed.as_deref()
    }

    async fn take(&mut self, input: Input) {
        self.core.take(input);
        while let Some(effect) = self.core.next_effect() {
            self.act(effect).await;
        }
    }

    async fn act(&mut self, effect: Effect) {
        match effect {
            Effect::Welcome => self.attachment = Some(self.attachments),
            Effect::Refuse => self.closed = Some("the session was refused".to_owned()),
            Effect::Send(frame) if self.attachment.is_some() => self.sent.push(frame),
            Effect::SendAll(frames) if self.attachment.is_some() => self.sent.extend(frames),
            Effect::Send(_) | Effect::SendAll(_) => {}
            Effect::AskRoom => self.core.take(Input::Room),
            Effect::Handle(event) => {
                let outcome = self.host.handle(&event).await;
                self.core.take(Input::Handled(outcome));
            }
            Effect::Tell => {
                let outcome = self.host.tell().await;
                self.core.take(Input::Told(outcome));
            }
            Effect::Recover(forms) => {
                for form in forms {
                    let outcome = self.host.recover(form).await;
                    self.core.take(Input::Recovered(outcome));
                }
            }
            Effect::Render(picture) => {
                let rendering = self.host.render(&picture);
                self.core.take(Input::Rendered(picture, rendering));
            }
            Effect::Close(code) => {
                self.closed = Some(format!("the session closed its line with code {code}"))
            }
            Effect::Crash(_) => self.closed = Some("the session crashed".to_owned()),
            Effect::Park(_) => self.attachment = None,
            Effect::End => self.closed = Some("the session has ended".to_owned()),
        }
    }
}
