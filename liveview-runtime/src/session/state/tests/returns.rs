//! What a drop leaves and a return finds, and instances said again. Adopts no page.

use super::*;

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
    hand.say(Said::Here);
    hand.drop_socket();
    assert_eq!(hand.attach(returns(first), "", 0, 0), ["refuse"]);
}

#[test]
fn a_secret_is_good_again_while_its_answer_may_be_lost() {
    let mut hand = Hand::joined();
    hand.change(1);
    let first = hand.secret;
    for _ in 0..3 {
        hand.drop_socket();
        assert_eq!(
            hand.attach(returns(first), "", 0, 0),
            [
                "welcome",
                r#"send ["j",{"seq":1,"ref":1,"secret":"S","replay":1}]"#,
                "send [1,[0,1],1]"
            ]
        );
    }
    // Whoever shows the newest has had the answer: the first is spent.
    hand.drop_socket();
    hand.come_back(1);
    hand.drop_socket();
    assert_eq!(hand.attach(returns(first), "", 1, 0), ["refuse"]);
}

#[test]
fn values_that_may_be_lost_are_said_again_and_those_that_arrived_are_not() {
    let mut hand = Hand::joined();
    hand.change(1);
    hand.resync(1, &[]);
    hand.take(Input::Rendered(
        Picture::Instance(Vec::new()),
        Some(rendering("[0,1]")),
    ));
    let first = hand.secret;
    for _ in 0..2 {
        hand.drop_socket();
        let claim = returns(first);
        assert_eq!(hand.attach(claim, "", 1, 0), ["welcome", "render Values"]);
        hand.take(Input::Rendered(Picture::Values, Some(rendering("[0,1]"))));
    }
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
        ["render Update", "render Instance([])"],
        "the update may move what stands at the path"
    );
}
