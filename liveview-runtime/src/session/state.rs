//! The core of a session: what happens and what follows from it. No socket, no clock, no view; whoever runs it does what it says.
//!
//! A session awaits its socket, is joined by one, or stands parked after a drop. In all three it takes messages; only joined it
//! renders. Events are numbered by the client without a gap, so each is handled once; frames are numbered here when they are
//! sent, never when they are rendered. At most one render is pending: while the socket has not written the last frame, changes
//! and acknowledgements only add up.

mod telling;

use std::collections::VecDeque;

use super::close;
use super::id::Secret;
use super::input::{
    Attach, Attachment, Build, Claim, Crash, Effect, Forms, Input, Outcome, Parking, Picture, Said,
};
use super::limits::Limits;
use super::ring::Ring;
use crate::wire::frame::Standing;
use telling::Refusal;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    Awaiting,
    Joined(Attachment),
    Parked,
    Ended,
}

/// The state of a session, its view apart.
#[derive(Debug)]
pub struct Core {
    phase: Phase,
    effects: VecDeque<Effect>,
    /// What the next return must show; nothing until the first join.
    secret: Option<Secret>,
    /// What the last return has shown, good again until that client is known to have the answer.
    former: Option<Former>,
    /// The digest of the page, until it is joined.
    page_digest: Option<Box<str>>,
    /// The person's forms were lost with a session before, and the client has not said anything yet.
    forms_to_come: bool,
    /// Forms were told, and nothing was rendered since.
    forms_at_work: bool,
    /// Who is being answered by the next full picture.
    joining: Option<Secret>,
    last_reference: u64,
    sequence: u64,
    /// No replay for a client that saw nothing after this frame: an instance was said apart from the frames.
    replay_after: Option<u64>,
    ring: Ring,
    /// Events handled that the client has not been told of.
    acked: u32,
    /// Whether the view may differ from what the client shows.
    changed: bool,
    /// Whether the socket has written the last update.
    room: Room,
    /// What is to be told behind the update that is rendered.
    refusal: Option<Refusal>,
    mistakes: u32,
    allowed_mistakes: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Room {
    There,
    Unknown,
    Asked,
}

#[derive(Debug, Clone, Copy)]
struct Former {
    secret: Secret,
    /// Whether frames can bring its client up to date. After an answer in full they cannot.
    replayable: bool,
}

impl Core {
    /// A session that has rendered a page of this digest.
    #[must_use]
    pub fn new(page_digest: &str, limits: &Limits) -> Self {
        Self {
            phase: Phase::Awaiting,
            effects: VecDeque::from([Effect::Park(Parking::Page)]),
            secret: None,
            former: None,
            page_digest: Some(page_digest.into()),
            forms_to_come: false,
            forms_at_work: false,
            joining: None,
            last_reference: 0,
            sequence: 0,
            replay_after: None,
            ring: Ring::new(limits.ring_frames, limits.ring_bytes),
            acked: 0,
            changed: false,
            room: Room::There,
            refusal: None,
            mistakes: 0,
            allowed_mistakes: limits.mistakes,
        }
    }

    /// The next thing to do. Ask until there is nothing before the next input from outside.
    pub fn next_effect(&mut self) -> Option<Effect> {
        self.effects.pop_front()
    }

    /// The bytes it holds on to.
    #[must_use]
    pub fn held(&self) -> usize {
        size_of::<Self>() + self.ring.held()
    }

    /// Takes what happened.
    pub fn take(&mut self, input: Input) {
        match input {
            _ if self.phase == Phase::Ended => {}
            Input::Attach(attach) => self.attach(*attach),
            // What was on its way when the session before crashed is said again, behind the forms or the sign that there are none.
            Input::Said(_, Said::Event(_) | Said::Resync(_)) if self.forms_to_come => {}
            Input::Said(attachment, said) if self.phase == Phase::Joined(attachment) => {
                // Clients say nothing before they have their answer, and with it the new secret.
                self.former = None;
                self.forms_to_come = false;
                self.said(said);
            }
            Input::Dropped(attachment) if self.phase == Phase::Joined(attachment) => {
                self.park(Parking::Dropped)
            }
            Input::Said(..) | Input::Dropped(_) => {}
            Input::Message => self.effects.push_back(Effect::Tell),
            Input::Room => {
                self.room = Room::There;
                self.settle();
            }
            Input::Expired => {
                if !matches!(self.phase, Phase::Joined(_)) {
                    self.end();
                }
            }
            Input::Handled(outcome) => self.handled(outcome),
            Input::Told(Outcome::Crashed)
            | Input::Recovered(Outcome::Crashed)
            | Input::RenderFailed => self.crash(),
            Input::Told(_) => {
                self.changed = true;
                self.settle();
            }
            Input::Recovered(outcome) => {
                self.changed = true;
                if outcome == Outcome::Unknown {
                    self.mistakes += 1;
                    self.close_if_abused();
                }
                self.settle();
            }
            Input::Rendered(picture, rendering) => {
                self.forms_at_work = false;
                self.rendered(&picture, rendering);
            }
        }
    }

    fn attach(&mut self, attach: Attach) {
        if !self.admits(&attach.claim) {
            self.effects.push_back(Effect::Refuse);
            return;
        }
        self.phase = Phase::Joined(attach.attachment);
        self.secret = Some(attach.next_secret);
        (self.acked, self.room) = (0, Room::Unknown);
        self.effects.push_back(Effect::Welcome);
        match attach.claim {
            Claim::Page { build, forms } => {
                self.last_reference = attach.last_reference;
                let page = self.page_digest.take();
                let same = attach.last_sequence == 0 && page.as_deref() == Some(&*attach.digest);
                if same {
                    self.answer(attach.next_secret, Standing::Same, None);
                }
                self.recover(forms);
                if !same {
                    self.show(
                        attach.next_secret,
                        if build == Build::Same {
                            Picture::Values
                        } else {
                            Picture::New
                        },
                    );
                }
            }
            Claim::Return { forms, .. } => {
                let missed = self.missed_after(attach.last_sequence);
                let is_replay = missed.is_some();
                if let Some(missed) = missed {
                    let mut frames = vec![self.joined(attach.next_secret, Standing::Replay, None)];
                    frames.extend(missed);
                    self.effects.push_back(Effect::SendAll(frames));
                }
                if std::mem::take(&mut self.forms_to_come) {
                    self.recover(forms);
                }
                if !is_replay {
                    self.show(attach.next_secret, Picture::Values);
                }
            }
        }
        self.settle();
    }

    fn admits(&mut self, claim: &Claim) -> bool {
        let shown_by =
            |ours: &Secret| matches!(claim, Claim::Return { secret, .. } if ours.matches(secret));
        match self.secret {
            None => matches!(claim, Claim::Page { .. }) && self.phase == Phase::Awaiting,
            Some(secret) if shown_by(&secret) => {
                let replayable = true;
                self.former = Some(Former { secret, replayable });
                true
            }
            // The answer to its last return was lost on the way.
            Some(_) => self.former.is_some_and(|former| shown_by(&former.secret)),
        }
    }

    /// The frames that bring a returning client up to date, where frames can.
    fn missed_after(&self, last_sequence: u64) -> Option<Vec<String>> {
        let told_apart = self
            .replay_after
            .is_some_and(|sequence| last_sequence <= sequence);
        let lost = self.former.is_some_and(|former| !former.replayable);
        let missed = self.ring.after(last_sequence);
        missed.filter(|_| !told_apart && !lost)
    }

    fn recover(&mut self, forms: Forms) {
        match forms {
            Forms::Here(forms) if forms.is_empty() => {}
            Forms::Here(forms) => {
                self.forms_at_work = true;
                self.effects.push_back(Effect::Recover(forms));
            }
            Forms::ToCome => self.forms_to_come = true,
        }
    }

    fn said(&mut self, said: Said) {
        match said {
            // The join's answer has told the client that this one is done.
            Said::Event(event) if event.reference <= self.last_reference => {}
            Said::Event(event) if event.reference > self.last_reference + 1 => {
                tracing::warn!(
                    expected = self.last_reference + 1,
                    sent = event.reference,
                    "an event number was skipped"
                );
                self.effects.push_back(Effect::Close(close::EVENT_SKIPPED));
            }
            Said::Event(event) => {
                self.last_reference = event.reference;
                self.effects.push_back(Effect::Handle(event));
            }
            Said::Resync(resync) => {
                // An update that goes first may move the instance: its path would name another one.
                let path = if resync.sequence == self.sequence && !self.changed {
                    resync.path
                } else {
                    Vec::new()
                };
                if self.changed {
                    self.effects.push_back(Effect::Render(Picture::Update));
                }
                self.effects
                    .push_back(Effect::Render(Picture::Instance(path)));
            }
            Said::Here => {}
            Said::Leave => self.park(Parking::Left),
        }
    }

    fn park(&mut self, parking: Parking) {
        self.phase = Phase::Parked;
        self.joining = None;
        self.effects.push_back(Effect::Park(parking));
    }

    fn handled(&mut self, outcome: Outcome) {
        self.acked += 1;
        match outcome {
            Outcome::Done => {
                self.changed = true;
                self.settle();
            }
            Outcome::Failed(visible) => {
                // It may have changed the view before it failed.
                self.changed = true;
                self.refuse("failed", visible);
            }
            Outcome::Invalid(why) => self.refuse("invalid", Some(why)),
            Outcome::Unknown => {
                self.mistakes += 1;
                self.refuse("unknown", None);
            }
            Outcome::Crashed => {
                // What the others changed is lost with this one's state.
                self.changed = false;
                self.refuse("crashed", None);
                self.crash();
            }
        }
    }

    fn crash(&mut self) {
        // Only what was to be sent already stands; the rest belonged to a state that is gone.
        self.effects
            .retain(|effect| matches!(effect, Effect::Send(_) | Effect::SendAll(_)));
        if matches!(self.phase, Phase::Joined(_)) {
            self.effects.push_back(Effect::Crash(Crash {
                last_reference: self.last_reference,
                by_forms: self.forms_at_work,
            }));
        }
        self.end();
    }

    fn end(&mut self) {
        self.phase = Phase::Ended;
        self.effects.push_back(Effect::End);
    }
}

#[cfg(test)]
mod tests;
