//! The core of a session, driven by hand: every input, every effect in its words. No task, no socket, no clock.

use super::*;
use crate::session::Id;
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
        while let Some(effect) = self.core.next_effect() {
            effects.push(match effect {
                Effect::Welcome => "welcome".to_owned(),
                Effect::Refuse => "refuse".to_owned(),
                Effect::Send(frame) => format!("send {}", frame.replace(&self.secret.text(), "S")),
                Effect::AskRoom => "ask room".to_owned(),
                Effect::Handle(event) => format!("handle {} {}", event.reference, event.name()),
                Effect::Tell => "tell".to_owned(),
                Effect::Recover(forms) => format!("recover {}", forms.len()),
                Effect::Render(picture) => format!("render {picture:?}"),
                Effect::Close(code) => format!("close {code}"),
                Effect::Park(parking) => format!("park {parking:?}"),
                Effect::Crash(reference) => format!("crash {reference}"),
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
            forms: Vec::new(),
        };
        self.attach(claim, digest, last_sequence, last_reference)
    }

    fn come_back(&mut self, last_sequence: u64) -> Vec<String> {
        self.attach(Claim::Return(self.secret), "", last_sequence, 0)
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

fn event(reference: u64) -> EventFrame {
    let text = format!(r#"[{reference},0,"add",0]"#);
    match decode(&text).map(|message| message.frame) {
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
    }
}

fn update(body: &str) -> Input {
    Input::Rendered(Picture::Update, Some(rendering(body)))
}

const NOTHING: Input = Input::Rendered(Picture::Update, None);

#[test]
fn a_page_whose_digest_matches_joins_with_nothing_to_say() {
    Hand::joined();
}

#[test]
fn a_page_that_shows_something_else_gets_all_values() {
    let mut hand = Hand::waiting();
    assert_eq!(hand.adopt("other", 0, 7), ["welcome", "render Values"]);
    let values = Input::Rendered(Picture::Values, Some(rendering("[0,1]")));
    assert_eq!(
        hand.take(values),
        [r#"send ["j",{"seq":0,"ref":7,"secret":"S","values":[0,1]}]"#]
    );
}

#[test]
fn same_is_only_said_to_a_client_that_has_seen_no_frame() {
    let mut hand = Hand::waiting();
    assert_eq!(hand.adopt(DIGEST, 3, 0), ["welcome", "render Values"]);
}

#[test]
fn a_page_of_another_build_is_built_anew() {
    let mut hand = Hand::waiting();
    let claim = Claim::Page {
        build: Build::Other,
        forms: Vec::new(),
    };
    assert_eq!(hand.attach(claim, "other", 4, 2), ["welcome", "render New"]);
    let values = Input::Rendered(Picture::New, Some(rendering("[0,1]")));
    assert_eq!(
        hand.take(values),
        [r#"send ["j",{"seq":0,"ref":2,"secret":"S","new":[0,1]}]"#]
    );
}

#[test]
fn forms_are_recovered_before_the_values_are_rendered() {
    let mut hand = Hand::waiting();
    let form = RecoveredForm {
        event: "check".into(),
        fields: Vec::new(),
    };
    let claim = Claim::Page {
        build: Build::Same,
        forms: vec![form],
    };
    assert_eq!(
        hand.attach(claim, "other", 0, 0),
        ["welcome", "recover 1", "render Values"]
    );
}

#[test]
fn a_page_is_adopted_once() {
    let mut hand = Hand::joined();
    assert_eq!(hand.adopt(DIGEST, 0, 0), ["refuse"]);
    hand.drop_socket();
    assert_eq!(hand.adopt(DIGEST, 0, 0), ["refuse"]);
}

#[test]
fn an_event_that_changes_something_is_answered_by_its_frame() {
    let mut hand = Hand::joined();
    assert_eq!(hand.change(1), "send [1,[0,1],1]");
    assert_eq!(hand.change(2), "send [2,[0,1],1]");
}

#[test]
fn an_event_that_changes_nothing_is_acknowledged_and_no_more() {
    let mut hand = Hand::joined();
    hand.event(1);
    assert_eq!(hand.take(Input::Handled(Outcome::Done)), ["ask room"]);
    assert_eq!(hand.take(Input::Room), ["render Update"]);
    assert_eq!(hand.take(NOTHING), [r#"send ["a",1]"#]);
}

#[test]
fn a_message_that_changes_nothing_is_silent() {
    let mut hand = Hand::joined();
    assert_eq!(hand.take(Input::Message), ["tell"]);
    assert_eq!(hand.take(Input::Told(Outcome::Done)), ["ask room"]);
    assert_eq!(hand.take(Input::Room), ["render Update"]);
    assert!(hand.take(NOTHING).is_empty());
}

#[test]
fn while_the_socket_writes_changes_and_acknowledgements_add_up() {
    let mut hand = Hand::joined();
    hand.change(1);
    hand.event(2);
    assert_eq!(hand.take(Input::Handled(Outcome::Done)), ["ask room"]);
    for reference in 3..=5 {
        assert_eq!(hand.event(reference), [format!("handle {reference} add")]);
        assert!(hand.take(Input::Handled(Outcome::Done)).is_empty());
    }
    assert_eq!(hand.take(Input::Room), ["render Update"]);
    assert_eq!(hand.take(update("[0,9]")), ["send [2,[0,9],4]"]);
}

#[test]
fn an_event_that_repeats_is_dropped_silently() {
    let mut hand = Hand::joined();
    hand.change(1);
    assert!(hand.event(1).is_empty());
    assert!(hand.event(0).is_empty());
    assert_eq!(hand.change(2), "send [2,[0,1],1]");
}

#[test]
fn an_event_that_skips_closes_the_socket_and_is_not_run() {
    let mut hand = Hand::joined();
    hand.change(1);
    assert_eq!(hand.event(3), ["close 4002"]);
    hand.drop_socket();
    hand.come_back(1);
    assert_eq!(hand.event(2), ["handle 2 add"]);
}

#[test]
fn a_new_session_counts_from_the_joins_last_event() {
    let mut hand = Hand::waiting();
    hand.adopt(DIGEST, 0, 41);
    assert!(hand.event(41).is_empty());
    assert_eq!(hand.event(42), ["handle 42 add"]);
}

#[test]
fn refusals_and_failures_say_which_event_they_are_of() {
    let mut hand = Hand::joined();
    let refused = |outcome, frame: &str| {
        let mut hand = Hand::joined();
        hand.event(1);
        assert_eq!(
            hand.take(Input::Handled(outcome)),
            [format!("send {frame}")]
        );
    };
    refused(
        Outcome::Invalid("id: missing".to_owned()),
        r#"["e","invalid","id: missing",1]"#,
    );
    refused(Outcome::Unknown, r#"["e","unknown",0,1]"#);
    // A handler that fails may have changed something first.
    hand.event(1);
    let failed = Outcome::Failed(Some("No.".to_owned()));
    assert_eq!(
        hand.take(Input::Handled(failed)),
        [r#"send ["e","failed","No.",1]"#, "ask room"]
    );
    assert_eq!(hand.take(Input::Room), ["render Update"]);
    assert_eq!(hand.take(update("[0,1]")), ["send [1,[0,1]]"]);
}

#[test]
fn the_tenth_unknown_event_closes_the_socket() {
    let mut hand = Hand::joined();
    for reference in 1..=9 {
        hand.event(reference);
        assert_eq!(hand.take(Input::Handled(Outcome::Unknown)).len(), 1);
    }
    hand.event(10);
    assert_eq!(
        hand.take(Input::Handled(Outcome::Unknown)),
        [r#"send ["e","unknown",0,1]"#, "close 4003"]
    );
}

#[test]
fn a_return_gets_what_it_missed_and_what_changed_meanwhile() {
    let mut hand = Hand::joined();
    hand.change(1);
    hand.change(2);
    assert_eq!(hand.drop_socket(), ["park Dropped"]);
    assert_eq!(hand.take(Input::Message), ["tell"]);
    assert!(
        hand.take(Input::Told(Outcome::Done)).is_empty(),
        "parked sessions never render"
    );
    assert_eq!(
        hand.come_back(1),
        [
            "welcome",
            r#"send ["j",{"seq":2,"ref":2,"secret":"S","replay":1}]"#,
            "send [2,[0,1],1]",
            "ask room"
        ]
    );
    assert_eq!(hand.take(Input::Room), ["render Update"]);
    assert_eq!(hand.take(update("[0,7]")), ["send [3,[0,7]]"]);
}

#[test]
fn a_return_that_missed_nothing_is_told_so() {
    let mut hand = Hand::joined();
    hand.change(1);
    hand.drop_socket();
    assert_eq!(
        hand.come_back(1),
        [
            "welcome",
            r#"send ["j",{"seq":1,"ref":1,"secret":"S","replay":1}]"#
        ]
    );
}

#[test]
fn a_return_that_missed_too_much_gets_all_values() {
    let mut hand = Hand::with(&Limits {
        ring_frames: 2,
        ..Limits::default()
    });
    hand.adopt(DIGEST, 0, 0);
    for reference in 1..=3 {
        hand.change(reference);
    }
    hand.drop_socket();
    assert_eq!(hand.come_back(0), ["welcome", "render Values"]);
    let values = Input::Rendered(Picture::Values, Some(rendering("[0,3]")));
    assert_eq!(
        hand.take(values),
        [r#"send ["j",{"seq":3,"ref":3,"secret":"S","values":[0,3]}]"#]
    );
    // What was sent before the values cannot be replayed on top of them.
    hand.drop_socket();
    assert_eq!(hand.come_back(2), ["welcome", "render Values"]);
}

#[test]
fn a_secret_is_good_once() {
    let mut hand = Hand::joined();
    let first = hand.secret;
    hand.drop_socket();
    hand.come_back(0);
    hand.drop_socket();
    assert_eq!(hand.attach(Claim::Return(first), "", 0, 0), ["refuse"]);
}

#[test]
fn a_return_takes_the_session_from_a_socket_that_seemed_alive() {
    let mut hand = Hand::joined();
    let former = hand.attachments;
    assert_eq!(hand.come_back(0)[0], "welcome");
    assert!(
        hand.take(Input::Said(former, Said::Event(event(1))))
            .is_empty()
    );
    assert!(hand.take(Input::Dropped(former)).is_empty());
    assert_eq!(hand.event(1), ["handle 1 add"]);
}

#[test]
fn who_says_goodbye_is_waited_for_less() {
    let mut hand = Hand::joined();
    assert_eq!(hand.say(Said::Leave), ["park Left"]);
    assert!(hand.drop_socket().is_empty());
}

#[test]
fn waiting_ends_and_being_joined_does_not() {
    let mut hand = Hand::joined();
    assert!(hand.take(Input::Expired).is_empty());
    hand.drop_socket();
    assert_eq!(hand.take(Input::Expired), ["end"]);
    assert_eq!(Hand::waiting().take(Input::Expired), ["end"]);
    assert!(
        hand.take(Input::Message).is_empty(),
        "an ended session does nothing"
    );
}

#[test]
fn an_instance_is_said_again_on_request() {
    let mut hand = Hand::joined();
    hand.change(1);
    assert_eq!(hand.resync(1, &[0, 2]), ["render Instance([0, 2])"]);
    let instance = Rendering {
        path: vec![0, 2],
        ..rendering("[3,\"x\"]")
    };
    let answer = Input::Rendered(Picture::Instance(vec![0, 2]), Some(instance));
    assert_eq!(hand.take(answer), [r#"send ["r",1,[0,2],[3,"x"]]"#]);
    // Who may have missed the answer cannot be helped by frames.
    hand.drop_socket();
    assert_eq!(hand.come_back(1), ["welcome", "render Values"]);
}

#[test]
fn a_request_that_crossed_a_frame_is_answered_for_the_root() {
    let mut hand = Hand::joined();
    hand.change(1);
    assert_eq!(hand.resync(0, &[0, 2]), ["render Instance([])"]);
}

#[test]
fn what_has_changed_is_said_before_an_instance() {
    let mut hand = Hand::joined();
    hand.change(1);
    hand.event(2);
    assert_eq!(hand.take(Input::Handled(Outcome::Done)), ["ask room"]);
    assert_eq!(
        hand.resync(1, &[0]),
        ["render Update", "render Instance([0])"]
    );
}

#[test]
fn a_crash_says_so_and_asks_for_another_session() {
    let mut hand = Hand::joined();
    hand.change(1);
    hand.event(2);
    assert_eq!(
        hand.take(Input::Handled(Outcome::Crashed)),
        [r#"send ["e","crashed",0,1]"#, "crash 2", "end"]
    );
    for input in [
        Input::Told(Outcome::Crashed),
        Input::RenderFailed,
        Input::Recovered(Outcome::Crashed),
    ] {
        assert_eq!(Hand::joined().take(input), ["crash 0", "end"]);
    }
}

#[test]
fn a_crash_while_nobody_is_there_only_ends() {
    let mut hand = Hand::joined();
    hand.drop_socket();
    assert_eq!(hand.take(Input::Told(Outcome::Crashed)), ["end"]);
}

#[test]
fn a_page_that_became_another_is_built_anew() {
    let mut hand = Hand::joined();
    hand.event(1);
    hand.take(Input::Handled(Outcome::Done));
    hand.take(Input::Room);
    let whole = Rendering {
        whole: true,
        ..rendering("[0,1]")
    };
    let answer = hand.take(Input::Rendered(Picture::Update, Some(whole)));
    assert_eq!(
        answer,
        [r#"send ["j",{"seq":0,"ref":1,"secret":"S","new":[0,1]}]"#]
    );
}
