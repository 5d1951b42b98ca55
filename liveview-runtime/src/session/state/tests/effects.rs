//! What a browser is told to do besides an update: with which frame it goes, in each phase of a session. Encodes nothing.

use super::*;

const FOCUS: &str = r##"[["c",[["focus","#a"]]]]"##;

/// The input that follows a picture in full, with effects.
fn pictured(picture: Picture, effects: &str) -> Input {
    let rendering = Rendering {
        effects: effects.to_owned(),
        ..rendering("[0,1]")
    };
    Input::Rendered(picture, Some(rendering))
}

/// An event is handled; the answer to it is rendered.
fn handled(hand: &mut Hand, reference: u64) {
    hand.event(reference);
    let asked = hand.take(Input::Handled(Outcome::Done));
    if asked == ["ask room"] {
        assert_eq!(hand.take(Input::Room), ["render Update"]);
    }
}

#[test]
fn they_are_the_fifth_item_of_the_update_they_follow_from() {
    let mut hand = Hand::joined();
    handled(&mut hand, 1);
    assert_eq!(
        hand.take(doing("[0,1]", FOCUS)),
        [format!("send [1,[0,1],1,0,{FOCUS}]")]
    );
}

#[test]
fn without_a_change_they_have_a_frame_that_acknowledges() {
    let mut hand = Hand::joined();
    handled(&mut hand, 1);
    assert_eq!(
        hand.take(doing("", FOCUS)),
        [format!("send [1,0,1,0,{FOCUS}]")]
    );
    handled(&mut hand, 2);
    assert_eq!(hand.take(NOTHING), [r#"send ["a",1]"#]);
}

#[test]
fn a_message_has_them_told_without_an_acknowledgement() {
    let mut hand = Hand::joined();
    assert_eq!(hand.take(Input::Message), ["tell"]);
    hand.take(Input::Told(Outcome::Done));
    hand.take(Input::Room);
    assert_eq!(
        hand.take(doing("", FOCUS)),
        [format!("send [1,0,0,0,{FOCUS}]")]
    );
}

#[test]
fn those_of_the_mount_follow_the_answer_to_the_join() {
    let mut hand = Hand::waiting();
    assert!(hand.take(Input::Told(Outcome::Done)).is_empty());
    assert_eq!(
        hand.adopt(DIGEST, 0, 0),
        [
            "welcome",
            r#"send ["j",{"seq":0,"ref":0,"secret":"S","same":1}]"#,
            "ask room"
        ]
    );
    assert_eq!(hand.take(Input::Room), ["render Update"]);
    assert_eq!(
        hand.take(doing("", FOCUS)),
        [format!("send [1,0,0,0,{FOCUS}]")]
    );
}

#[test]
fn behind_a_picture_in_full_they_have_a_number_of_their_own() {
    let mut hand = Hand::waiting();
    hand.take(Input::Told(Outcome::Done));
    assert_eq!(hand.adopt("another", 0, 0), ["welcome", "render Values"]);
    assert_eq!(
        hand.take(pictured(Picture::Values, FOCUS)),
        [
            r#"send ["j",{"seq":0,"ref":0,"secret":"S","values":[0,1]}]"#.to_owned(),
            format!("send [1,0,0,0,{FOCUS}]"),
        ]
    );
    assert_eq!(hand.change(1), "send [2,[0,1],1]");
}

#[test]
fn behind_a_page_that_became_another_too() {
    let mut hand = Hand::joined();
    handled(&mut hand, 1);
    let whole = Rendering {
        whole: true,
        effects: FOCUS.to_owned(),
        ..rendering("[0,1]")
    };
    assert_eq!(
        hand.take(Input::Rendered(Picture::Update, Some(whole))),
        [
            r#"send ["j",{"seq":0,"ref":1,"secret":"S","new":[0,1]}]"#.to_owned(),
            format!("send [1,0,0,0,{FOCUS}]"),
        ]
    );
}

#[test]
fn a_client_that_missed_them_has_them_replayed_once() {
    let mut hand = Hand::joined();
    handled(&mut hand, 1);
    hand.take(doing("", FOCUS));
    hand.drop_socket();
    let again = format!("send [1,0,1,0,{FOCUS}]");
    let replay = r#"send ["j",{"seq":1,"ref":1,"secret":"S","replay":1}]"#;
    assert_eq!(hand.come_back(0), ["welcome", replay, &again]);
    hand.say(Said::Here);
    hand.drop_socket();
    assert_eq!(hand.come_back(1), ["welcome", replay]);
}

#[test]
fn a_client_that_missed_those_behind_a_picture_has_them_replayed() {
    let mut hand = Hand::waiting();
    hand.take(Input::Told(Outcome::Done));
    hand.adopt("another", 0, 0);
    hand.take(pictured(Picture::Values, FOCUS));
    hand.say(Said::Here);
    hand.drop_socket();
    assert_eq!(
        hand.come_back(0),
        [
            "welcome".to_owned(),
            r#"send ["j",{"seq":1,"ref":0,"secret":"S","replay":1}]"#.to_owned(),
            format!("send [1,0,0,0,{FOCUS}]"),
        ]
    );
}

#[test]
fn what_arrives_while_parked_is_told_on_return() {
    let mut hand = Hand::joined();
    hand.drop_socket();
    assert_eq!(hand.take(Input::Message), ["tell"]);
    assert!(hand.take(Input::Told(Outcome::Done)).is_empty());
    let answered = hand.come_back(0);
    assert_eq!(answered.last().map(String::as_str), Some("ask room"));
    assert_eq!(hand.take(Input::Room), ["render Update"]);
    assert_eq!(
        hand.take(doing("", FOCUS)),
        [format!("send [1,0,0,0,{FOCUS}]")]
    );
}

#[test]
fn those_of_a_handler_that_failed_come_before_it_says_so() {
    let mut hand = Hand::joined();
    hand.event(1);
    let failed = Outcome::Failed(Some("No".to_owned()));
    assert_eq!(hand.take(Input::Handled(failed)), ["render Update"]);
    assert_eq!(
        hand.take(doing("", FOCUS)),
        [
            format!("send [1,0,0,0,{FOCUS}]"),
            r#"send ["e","failed","No",1]"#.to_owned(),
        ]
    );
}

#[test]
fn those_of_a_view_that_crashed_are_lost_with_it() {
    let mut hand = Hand::joined();
    hand.take(Input::Message);
    assert_eq!(hand.take(Input::Told(Outcome::Done)), ["ask room"]);
    hand.event(1);
    assert_eq!(
        hand.take(Input::Handled(Outcome::Crashed)),
        [r#"send ["e","crashed",0,1]"#, "crash 1", "end"]
    );
    assert!(hand.take(Input::Room).is_empty());
}

#[test]
fn a_request_for_an_instance_has_them_told_first() {
    let mut hand = Hand::joined();
    hand.take(Input::Message);
    hand.take(Input::Told(Outcome::Done));
    assert_eq!(
        hand.resync(0, &[0]),
        ["render Update", "render Instance([])"]
    );
    assert_eq!(
        hand.take(doing("", FOCUS)),
        [format!("send [1,0,0,0,{FOCUS}]")]
    );
    let answer = Input::Rendered(Picture::Instance(Vec::new()), Some(rendering("[0,1]")));
    assert_eq!(hand.take(answer), [r#"send ["r",1,[],[0,1]]"#]);
}
