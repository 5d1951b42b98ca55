//! The test kit: a view on a page without a browser, driven by a person without hands. Opens no socket, starts no task.

mod mount;
mod session;

use std::fmt;
use std::future::Future;

use serde_json::Value;

use super::dom::{NodeId, squeeze};
use super::model::{Client, Received, Told};
use super::person::{Event, Person};
use crate::rendered::Rendered;
use crate::session::Secret;
use crate::session::input::{Claim, Forms};
use crate::view::{Handle, LiveView};
use session::Session;

pub use mount::{Mount, mount};

/// A mounted view as a person sees it.
///
/// What a person could not do — click what is not there, type into what is disabled — panics with what stands there
/// instead; so does a frame that does not fit the page.
pub struct TestView<V: LiveView> {
    session: Session,
    person: Person,
    handle: Handle<V>,
    frames: Vec<String>,
    refusal: Option<(String, String)>,
    /// What the browser was told to do besides showing updates.
    told: Vec<Told>,
    /// Events that went out while the line was cut.
    waiting: Vec<Event>,
    /// What comes down stays on the line.
    stalled: bool,
    reference: u64,
}

impl<V: LiveView> TestView<V> {
    /// Clicks the one element that the selector finds.
    ///
    /// # Panics
    /// When a person could not, or nothing answers.
    #[track_caller]
    pub fn click(&mut self, selector: &str) -> impl Future<Output = ()> {
        let events = must(self.person.click(selector));
        self.push(events)
    }

    /// Types a text into a field, in place of what it held.
    ///
    /// # Panics
    /// When a person could not.
    #[track_caller]
    pub fn type_text(&mut self, selector: &str, text: &str) -> impl Future<Output = ()> {
        let events = must(self.person.type_text(selector, text));
        self.push(events)
    }

    /// Chooses an option of a `select`, by its value or by its text.
    ///
    /// # Panics
    /// When it is not offered.
    #[track_caller]
    pub fn choose(&mut self, selector: &str, option: &str) -> impl Future<Output = ()> {
        let events = must(self.person.choose(selector, option));
        self.push(events)
    }

    /// Submits a form as Enter in one of its fields does.
    ///
    /// # Panics
    /// When the browser would not, or nothing answers.
    #[track_caller]
    pub fn submit(&mut self, selector: &str) -> impl Future<Output = ()> {
        let events = must(self.person.submit(selector));
        self.push(events)
    }

    /// Presses a key, named as browsers name it (`"Enter"`, `"a"`), on an element; keys that are held stand in front
    /// (`"ctrl+k"`).
    ///
    /// # Panics
    /// When a person could not, or nothing answers.
    #[track_caller]
    pub fn key(&mut self, selector: &str, key: &str) -> impl Future<Output = ()> {
        let events = must(self.person.key(selector, key));
        self.push(events)
    }

    /// Lets an event happen at an element, called as its binding is (`"dblclick"`, `"appear"`, `"window-online"`), with
    /// what it measures where that is not 0.
    ///
    /// # Panics
    /// When there is no such element, the event measures no such thing, or nothing answers.
    #[track_caller]
    pub fn fire(
        &mut self,
        selector: &str,
        event: &str,
        measures: &[(&str, &str)],
    ) -> impl Future<Output = ()> {
        let events = must(self.person.fire(selector, event, measures));
        self.push(events)
    }

    /// Leaves the field that has the focus: what listens to `change` hears of it.
    pub fn blur(&mut self) -> impl Future<Output = ()> {
        let events = self.person.leave(None);
        self.push(events)
    }

    /// Sends the view a message, as any task may, and shows what becomes of it.
    ///
    /// # Panics
    /// When the view's mailbox does not take it.
    pub async fn send(&mut self, message: V::Message) {
        self.handle
            .send(message)
            .unwrap_or_else(|error| panic!("the message did not arrive: {error}"));
        self.settle().await;
    }

    /// Handles the messages that have arrived from other tasks, and shows what becomes of them.
    pub async fn settle(&mut self) {
        self.session.deliver().await;
        self.show();
    }

    /// Lets nothing more come down: what the view says stays on the line, and is lost when it is cut.
    pub fn stall(&mut self) {
        self.stalled = true;
    }

    /// Cuts the line. The view waits; what a person does meanwhile goes out on return.
    pub async fn cut(&mut self) {
        self.session.cut().await;
    }

    /// Returns after a cut, as a browser would: nothing lost, nothing done twice.
    ///
    /// # Panics
    /// When the session does not take the client back.
    pub async fn resume(&mut self) {
        let secret = Secret::parse(self.person.client.secret(0))
            .expect("a joined view has been given a secret");
        let (sequence, _) = self.person.client.progress(0);
        let digest = self.person.client.credentials(0).1;
        self.stalled = false;
        let claim = Claim::Return {
            secret,
            forms: Forms::Here(Vec::new()),
        };
        self.session
            .attach(claim, digest, (sequence, self.reference))
            .await;
        self.show();
        let waiting = std::mem::take(&mut self.waiting);
        self.push(waiting).await;
    }

    /// What the view shows as it is made: markup that never changes, slots and their values. For snapshots.
    #[must_use]
    pub fn rendered(&self) -> Rendered {
        self.session.rendered()
    }

    /// What the view shows, as HTML without markers.
    #[must_use]
    pub fn html(&self) -> String {
        self.person.dom().inner_html(self.person.client.root(0))
    }

    /// The text of the one element that the selector finds, white space squeezed as a browser does.
    ///
    /// # Panics
    /// When there is none, or there are several.
    #[must_use]
    #[track_caller]
    pub fn text(&self, selector: &str) -> String {
        squeeze(&self.person.dom().text(self.one(selector)))
    }

    /// The texts of all elements that the selector finds.
    ///
    /// # Panics
    /// When the selector cannot be read.
    #[must_use]
    #[track_caller]
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.nodes(selector)
            .into_iter()
            .map(|node| squeeze(&self.person.dom().text(node)))
            .collect()
    }

    /// How many elements the selector finds.
    ///
    /// # Panics
    /// When the selector cannot be read.
    #[must_use]
    #[track_caller]
    pub fn count(&self, selector: &str) -> usize {
        self.nodes(selector).len()
    }

    /// An attribute of the one element that the selector finds.
    ///
    /// # Panics
    /// When there is no such element, or there are several.
    #[must_use]
    #[track_caller]
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.person
            .dom()
            .attribute(self.one(selector), name)
            .map(str::to_owned)
    }

    /// What a field holds: what was typed, else what the server said.
    ///
    /// # Panics
    /// When there is no such element, or there are several.
    #[must_use]
    #[track_caller]
    pub fn value(&self, selector: &str) -> String {
        self.person.value(self.one(selector))
    }

    /// Whether a box is ticked.
    ///
    /// # Panics
    /// When there is no such element, or there are several.
    #[must_use]
    #[track_caller]
    pub fn is_checked(&self, selector: &str) -> bool {
        self.person.is_checked(self.one(selector))
    }

    /// The elements that the selector finds, by numbers that stay with them: equal numbers, same object.
    ///
    /// # Panics
    /// When the selector cannot be read.
    #[must_use]
    #[track_caller]
    pub fn nodes(&self, selector: &str) -> Vec<NodeId> {
        must(self.person.all(selector))
    }

    /// The last frame that came down; empty before the first.
    #[must_use]
    pub fn last_frame(&self) -> &str {
        self.frames.last().map_or("", String::as_str)
    }

    /// All frames that have come down, the answer to the join first.
    #[must_use]
    pub fn frames(&self) -> &[String] {
        &self.frames
    }

    /// The code and the text with which the last event was refused, if it was.
    #[must_use]
    pub fn refusal(&self) -> Option<(&str, &str)> {
        self.refusal
            .as_ref()
            .map(|(code, text)| (code.as_str(), text.as_str()))
    }

    /// The commands that the browser has run, as `Js` prints them: those of bindings that were triggered, and those that
    /// handlers have pushed. What they do to the page is the browser's; only the handlers that they push are called.
    #[must_use]
    pub fn commands(&self) -> Vec<&str> {
        let commands = self.told.iter().filter_map(|told| match told {
            Told::Commands(commands) => Some(commands.as_str()),
            _ => None,
        });
        commands.collect()
    }

    /// The events that the view has pushed to the browser, by name, with what they carry.
    #[must_use]
    pub fn pushed_events(&self) -> Vec<(&str, &Value)> {
        let events = self.told.iter().filter_map(|told| match told {
            Told::Event { name, value } => Some((name.as_str(), value)),
            _ => None,
        });
        events.collect()
    }

    /// The reply of the handler that was called last, if it gave one.
    #[must_use]
    pub fn reply(&self) -> Option<&Value> {
        self.told.iter().rev().find_map(|told| match told {
            Told::Reply { reference, value } if *reference == self.reference => Some(value),
            _ => None,
        })
    }

    /// The page and what it knows of its templates.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.person.client
    }

    #[track_caller]
    fn one(&self, selector: &str) -> NodeId {
        must(self.person.one(selector))
    }

    /// Sends events in order and takes what comes back for each.
    async fn push(&mut self, events: Vec<Event>) {
        for event in events {
            if !self.session.is_joined() {
                self.waiting.push(event);
                continue;
            }
            self.refusal = None;
            self.told.extend(event.commands.clone().map(Told::Commands));
            for frame in event.numbered(self.reference + 1) {
                self.reference += 1;
                self.session.say(&frame).await;
                self.show();
            }
            if self.refusal.is_none() && !self.stalled {
                self.person.settle(&event);
            }
        }
    }

    /// Shows everything that has come down the line.
    fn show(&mut self) {
        if self.stalled {
            return;
        }
        for frame in self.session.sent() {
            let received = self.person.client.receive(&frame);
            let Received {
                mismatches,
                refused,
                told,
                ..
            } = received.unwrap_or_else(|error| {
                panic!("a frame that no client can read: {frame}\n{error}")
            });
            assert!(
                mismatches.is_empty(),
                "a frame does not fit the page: {frame}\n{mismatches:#?}"
            );
            self.refusal = refused.or(self.refusal.take());
            self.told.extend(told);
            self.frames.push(frame);
        }
        if let Some(why) = self.session.closed() {
            panic!("{why}; the last frame was {}", self.last_frame());
        }
    }
}

impl<V: LiveView> fmt::Debug for TestView<V> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("TestView")
            .field("html", &self.html())
            .finish_non_exhaustive()
    }
}

#[track_caller]
fn must<T>(result: Result<T, String>) -> T {
    result.unwrap_or_else(|refusal| panic!("{refusal}"))
}
