//! Events, messages and crashes of a joined session. Cuts no line.

use super::*;

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
fn refusals_say_which_event_they_are_of() {
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
}

#[test]
fn a_refusal_follows_the_frame_that_shows_what_came_before_it() {
    let mut hand = Hand::joined();
    hand.change(1);
    hand.event(2);
    assert_eq!(hand.take(Input::Handled(Outcome::Done)), ["ask room"]);
    hand.event(3);
    let invalid = Outcome::Invalid("id: missing".to_owned());
    assert_eq!(hand.take(Input::Handled(invalid)), ["render Update"]);
    assert_eq!(
        hand.take(update("[0,2]")),
        [
            "send [2,[0,2],1]",
            r#"send ["e","invalid","id: missing",1]"#
        ]
    );
    assert!(hand.take(Input::Room).is_empty());
}

#[test]
fn a_handler_that_fails_may_have_changed_something_first() {
    let failed = |rendered| {
        let mut hand = Hand::joined();
        hand.event(1);
        let failed = Outcome::Failed(Some("No.".to_owned()));
        assert_eq!(hand.take(Input::Handled(failed)), ["render Update"]);
        hand.take(rendered)
    };
    let refusal = r#"send ["e","failed","No.",1]"#;
    assert_eq!(failed(update("[0,1]")), ["send [1,[0,1]]", refusal]);
    assert_eq!(failed(NOTHING), [refusal]);
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
    // It has no number: who did not see it must not be told that nothing was missed.
    hand.drop_socket();
    assert_eq!(hand.come_back(0), ["welcome", "render Values"]);
}
