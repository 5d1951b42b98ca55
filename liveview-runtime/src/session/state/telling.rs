//! What a session says, and when: frames, answers to joins, acknowledgements, refusals. Takes nothing in.

use super::{Core, Phase, Room};
use crate::session::close;
use crate::session::id::Secret;
use crate::session::input::{Effect, Picture, Rendering};
use crate::wire::frame::{self, Standing};

/// An event that did not do its work: it is told so behind the frame that shows what came before.
#[derive(Debug)]
pub(super) struct Refusal {
    code: &'static str,
    visible: Option<String>,
}

impl Core {
    /// Answers a join with a full picture, once it is rendered.
    pub(super) fn show(&mut self, next_secret: Secret, picture: Picture) {
        self.joining = Some(next_secret);
        self.effects.push_back(Effect::Render(picture));
    }

    pub(super) fn answer(
        &mut self,
        secret: Secret,
        standing: Standing,
        rendering: Option<&Rendering>,
    ) {
        let frame = self.joined(secret, standing, rendering);
        self.effects.push_back(Effect::Send(frame));
    }

    pub(super) fn joined(
        &self,
        secret: Secret,
        standing: Standing,
        rendering: Option<&Rendering>,
    ) -> String {
        let body = rendering.map_or(("", ""), |rendering| {
            (&*rendering.body, &*rendering.definitions)
        });
        frame::joined(
            self.sequence,
            self.last_reference,
            &secret.text(),
            standing,
            body,
        )
    }

    /// The event that was handled last did not do its work. What came before it is shown first.
    pub(super) fn refuse(&mut self, code: &'static str, visible: Option<String>) {
        let refusal = Refusal { code, visible };
        if !matches!(self.phase, Phase::Joined(_)) {
            return;
        }
        if self.changed {
            // The frame acknowledges the others; this one is acknowledged by its refusal.
            self.acked -= 1;
            self.refusal = Some(refusal);
            self.effects.push_back(Effect::Render(Picture::Update));
        } else {
            self.say_refusal(refusal);
        }
    }

    fn say_refusal(&mut self, refusal: Refusal) {
        let Refusal { code, visible } = refusal;
        let frame = frame::error(code, visible.as_deref(), self.acked);
        self.effects.push_back(Effect::Send(frame));
        self.acked = 0;
        self.close_if_abused();
    }

    pub(super) fn close_if_abused(&mut self) {
        if self.mistakes >= self.allowed_mistakes {
            tracing::warn!("too many events that nobody offers: the socket is closed");
            self.effects.push_back(Effect::Close(close::ABUSE));
        }
    }

    pub(super) fn rendered(&mut self, picture: &Picture, rendering: Option<Rendering>) {
        if !matches!(self.phase, Phase::Joined(_)) {
            return;
        }
        match (picture, rendering) {
            (Picture::Update, rendering) => {
                self.changed = false;
                self.updated(rendering);
            }
            (Picture::Values | Picture::New, rendering) => {
                self.changed = false;
                let standing = if *picture == Picture::New {
                    Standing::New
                } else {
                    Standing::Values
                };
                if let Some(secret) = self.joining.take() {
                    self.answer(secret, standing, rendering.as_ref());
                }
                if let Some(former) = &mut self.former {
                    former.replayable = false;
                }
                // Who has the secret of this answer has all that was said apart before.
                self.replay_after = None;
                // Frames before this cannot be applied to what the client shows now.
                self.ring.clear();
                self.follow(rendering);
            }
            (Picture::Instance(_), Some(rendering)) => {
                let Rendering {
                    path,
                    body,
                    definitions,
                    ..
                } = rendering;
                self.effects.push_back(Effect::Send(frame::resynced(
                    self.sequence,
                    &path,
                    &body,
                    &definitions,
                )));
                self.replay_after = Some(self.sequence);
            }
            (Picture::Instance(_), None) => {}
        }
    }

    fn updated(&mut self, rendering: Option<Rendering>) {
        let refusal = self.refusal.take();
        // The answer to a join counts the refused event by its `ref`.
        let counted = matches!(&rendering, Some(rendering) if rendering.whole);
        match rendering {
            Some(rendering) if rendering.whole => {
                if let Some(secret) = self.secret {
                    self.answer(secret, Standing::New, Some(&rendering));
                }
                self.ring.clear();
                // It has no number: who returns may have missed it.
                self.replay_after = Some(self.sequence);
                (self.acked, self.room) = (0, Room::Unknown);
                self.follow(Some(rendering));
            }
            Some(rendering) => self.update(frame::Update {
                patch: &rendering.body,
                definitions: &rendering.definitions,
                effects: &rendering.effects,
                ..frame::Update::default()
            }),
            None if refusal.is_none() => self.acknowledge(),
            None => {}
        }
        if let Some(refusal) = refusal {
            self.acked += u32::from(!counted);
            self.say_refusal(refusal);
        }
    }

    /// Says the effects of a picture that has no number: behind it, in a frame of their own that has one.
    fn follow(&mut self, rendering: Option<Rendering>) {
        if let Some(Rendering { effects, .. }) = rendering
            && !effects.is_empty()
        {
            self.update(frame::Update {
                effects: &effects,
                ..frame::Update::default()
            });
        }
    }

    fn update(&mut self, update: frame::Update<'_>) {
        self.sequence += 1;
        let acked = self.acked;
        let frame = frame::update(self.sequence, frame::Update { acked, ..update });
        self.ring.push(self.sequence, &frame);
        self.effects.push_back(Effect::Send(frame));
        (self.acked, self.room) = (0, Room::Unknown);
    }

    /// Says what is to be said, if the socket has room for it.
    pub(super) fn settle(&mut self) {
        let waiting = self.joining.is_some() || !matches!(self.phase, Phase::Joined(_));
        if waiting || !(self.changed || self.acked > 0) {
            return;
        }
        match self.room {
            Room::There if self.changed => self.effects.push_back(Effect::Render(Picture::Update)),
            Room::There => self.acknowledge(),
            Room::Unknown => {
                self.room = Room::Asked;
                self.effects.push_back(Effect::AskRoom);
            }
            Room::Asked => {}
        }
    }

    fn acknowledge(&mut self) {
        if self.acked > 0 {
            self.effects
                .push_back(Effect::Send(frame::acknowledgement(self.acked)));
            (self.acked, self.room) = (0, Room::Unknown);
        }
    }
}
