//! The core of a session, driven by hand: every input, every effect in its words. No task, no socket, no clock.

mod effects;
mod events;
mod joins;
mod returns;

use super::*;
use crate::session::Id;
use crate::session::input::Rendering;
use crate::wire::Bounds;
use crate::wire::decode::{ClientFrame, EventFrame, RecoveredForm, Resync, decode};

const DIGEST: &str = "AAAAAAAAAAA";

/// A core and somebody who does what it says.
struct Hand {
    core: Core,
    session: Id,
    /// The secret of the last answer to a join.
    secret: Secret,
    attachments: u64,
}

impl Hand {
    /// A session that waits for its page's socket.
    fn waiting() -> Self {
        Self::with(&Limits::default())
    }

    fn with(limits: &Limits) -> Self {
        let session = Id::random();
        let mut hand = Self {
            core: Core::new(DIGEST, limits),
            session,
            secret: Secret::random(session),
            attachments: 0,
        };
        assert_eq!(hand.effects(), ["park Page"]);
        hand
    }

    /// A session whose page has joined, with nothing to say.
    fn joined() -> Self {
        let mut hand = Self::waiting();
        assert_eq!(
            hand.adopt(DIGEST, 0, 0),
            [
                "welcome",
                r#"send ["j",{"seq":0,"ref":0,"secret":"S","same":1}]"#
            ]
        );
        hand
    }

    fn effects(&mut self) -> Vec<String> {
        let mut effects = Vec::new();
        let hidden = self.secret.text();
        let send = |frame: &String| format!("send {}", frame.replace(&hidden, "S"));
        while let Some(effect) = self.core.next_effect() {
            effects.push(match effect {
                Effect::SendAll(frames) => {
                    effects.extend(frames.iter().map(send));
                    continue;
                }
                Effect::Welcome => "welcome".to_owned(),
                Effect::Refuse => "refuse".to_owned(),
                Effect::Send(frame) => send(&frame),
                Effect::AskRoom => "ask room".to_owned(),
                Effect::Handle(event) => format!("handle {} {}", event.reference, event.name()),
                Effect::Tell => "tell".to_owned(),
                Effect::Recover(forms) => format!("recover {}", forms.len()),
                Effect::Render(picture) => format!("render {picture:?}"),
                Effect::Close(code) => format!("close {code}"),
                Effect::Park(parking) => format!("park {parking:?}"),
                Effect::Crash(crash) if crash.by_forms => "crash by forms".to_owned(),
                Effect::Crash(crash) => format!("crash {}", crash.last_reference),
                Effect::End => "end".to_owned(),
            });
        }
        effects
    }

    fn take(&mut self, input: Input) -> Vec<String> {
        self.core.take(input);
        self.effects()
    }

    fn attach(
        &mut self,
        claim: Claim,
        digest: &str,
        last_sequence: u64,
        last_reference: u64,
    ) -> Vec<String> {
        self.attachments += 1;
        self.secret = Secret::random(self.session);
        self.take(Input::Attach(Box::new(Attach {
            attachment: self.attachments,
            claim,
            digest: digest.to_owned(),
            last_sequence,
            last_reference,
            next_secret: self.secret,
        })))
    }

    fn adopt(&mut self, digest: &str, last_sequence: u64, last_reference: u64) -> Vec<String> {
        let claim = Claim::Page {
            build: Build::Same,
            forms: NO_FORMS,
        };
        self.attach(claim, digest, last_sequence, last_reference)
    }

    fn come_back(&mut self, last_sequence: u64) -> Vec<String> {
        self.attach(returns(self.secret), "", last_sequence, 0)
    }

    fn drop_socket(&mut self) -> Vec<String> {
        self.take(Input::Dropped(self.attachments))
    }

    fn say(&mut self, said: Said) -> Vec<String> {
        self.take(Input::Said(self.attachments, said))
    }

    fn event(&mut self, reference: u64) -> Vec<String> {
        self.say(Said::Event(event(reference)))
    }

    /// An event is handled and changes something: the frame is said.
    fn change(&mut self, reference: u64) -> String {
        assert_eq!(self.event(reference), [format!("handle {reference} add")]);
        let asked = self.take(Input::Handled(Outcome::Done));
        let rendering = if asked == ["ask room"] {
            self.take(Input::Room)
        } else {
            asked
        };
        assert_eq!(rendering, ["render Update"]);
        self.take(update("[0,1]")).concat()
    }

    fn resync(&mut self, sequence: u64, path: &[u32]) -> Vec<String> {
        self.say(Said::Resync(Resync {
            sequence,
            path: path.to_vec(),
        }))
    }
}

const NO_FORMS: Forms = Forms::Here(Vec::new());

fn one_form() -> Forms {
    Forms::Here(vec![RecoveredForm::default()])
}

/// A return with nothing typed.
fn returns(secret: Secret) -> Claim {
    Claim::Return {
        secret,
        forms: NO_FORMS,
    }
}

fn event(reference: u64) -> EventFrame {
    let text = format!(r#"[{reference},0,"add",0]"#);
    match decode(&text, Bounds::default()).map(|message| message.frame) {
        Ok(ClientFrame::Event(event)) => EventFrame::keep(&text, &event),
        other => panic!("{other:?}"),
    }
}

fn rendering(body: &str) -> Rendering {
    Rendering {
        path: Vec::new(),
        whole: false,
        body: body.to_owned(),
        definitions: String::new(),
        effects: String::new(),
    }
}

fn update(body: &str) -> Input {
    Input::Rendered(Picture::Update, Some(rendering(body)))
}

/// An update that changes `body`, or nothing, and has the browser do these.
fn doing(body: &str, effects: &str) -> Input {
    let rendering = Rendering {
        effects: effects.to_owned(),
        ..rendering(body)
    };
    Input::Rendered(Picture::Update, Some(rendering))
}

const NOTHING: Input = Input::Rendered(Picture::Update, None);
