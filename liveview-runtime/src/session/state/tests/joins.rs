//! Pages that join their session, or one that was mounted anew. Says no event.

use super::*;

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
        forms: NO_FORMS,
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
    let claim = Claim::Page {
        build: Build::Same,
        forms: one_form(),
    };
    assert_eq!(
        hand.attach(claim, "other", 0, 0),
        ["welcome", "recover 1", "render Values"]
    );
}

#[test]
fn forms_for_events_that_nobody_offers_count_as_mistakes() {
    let mut hand = Hand::joined();
    for _ in 1..=9 {
        assert!(
            !hand
                .take(Input::Recovered(Outcome::Unknown))
                .contains(&"close 4003".to_owned())
        );
    }
    assert!(
        hand.take(Input::Recovered(Outcome::Unknown))
            .contains(&"close 4003".to_owned())
    );
}

#[test]
fn a_page_is_adopted_once() {
    let mut hand = Hand::joined();
    assert_eq!(hand.adopt(DIGEST, 0, 0), ["refuse"]);
    hand.drop_socket();
    assert_eq!(hand.adopt(DIGEST, 0, 0), ["refuse"]);
}

/// A session that was mounted after a crash, and has said what it shows.
fn mounted_after_a_crash() -> Hand {
    let mut hand = Hand::waiting();
    let claim = Claim::Page {
        build: Build::Same,
        forms: Forms::ToCome,
    };
    assert_eq!(hand.attach(claim, "", 4, 2), ["welcome", "render Values"]);
    let values = Input::Rendered(Picture::Values, Some(rendering("[0,1]")));
    assert_eq!(
        hand.take(values),
        [r#"send ["j",{"seq":0,"ref":2,"secret":"S","values":[0,1]}]"#]
    );
    hand
}

fn return_with_a_form(hand: &mut Hand) -> Vec<String> {
    let claim = Claim::Return {
        secret: hand.secret,
        forms: one_form(),
    };
    hand.drop_socket();
    hand.attach(claim, "", 0, 2)
}

#[test]
fn what_was_typed_before_a_crash_comes_with_the_return_and_once() {
    let mut hand = mounted_after_a_crash();
    let replay = r#"send ["j",{"seq":0,"ref":2,"secret":"S","replay":1}]"#;
    assert_eq!(
        return_with_a_form(&mut hand),
        ["welcome", replay, "recover 1"]
    );
    assert_eq!(hand.take(Input::Recovered(Outcome::Done)), ["ask room"]);
    assert_eq!(
        return_with_a_form(&mut hand),
        ["welcome", replay, "ask room"]
    );
}

#[test]
fn what_was_typed_before_a_crash_is_told_before_all_values_are() {
    let mut hand = mounted_after_a_crash();
    hand.core.replay_after = Some(9);
    assert_eq!(
        return_with_a_form(&mut hand),
        ["welcome", "recover 1", "render Values"]
    );
}

#[test]
fn a_client_that_has_spoken_since_a_crash_has_nothing_to_bring() {
    let mut hand = mounted_after_a_crash();
    hand.say(Said::Here);
    assert!(!return_with_a_form(&mut hand).contains(&"recover 1".to_owned()));
    let mut hand = Hand::joined();
    assert!(!return_with_a_form(&mut hand).contains(&"recover 1".to_owned()));
}

#[test]
fn forms_that_crash_their_session_are_not_told_to_the_next() {
    let recovering = || {
        let mut hand = mounted_after_a_crash();
        return_with_a_form(&mut hand);
        hand
    };
    let by_forms = ["crash by forms", "end"];
    assert_eq!(
        recovering().take(Input::Recovered(Outcome::Crashed)),
        by_forms
    );
    let mut hand = recovering();
    hand.take(Input::Recovered(Outcome::Done));
    hand.take(Input::Room);
    assert_eq!(hand.take(Input::RenderFailed), by_forms);
    let mut hand = recovering();
    hand.take(Input::Recovered(Outcome::Done));
    hand.take(Input::Room);
    hand.take(update("[0,1]"));
    assert_eq!(hand.take(Input::Told(Outcome::Crashed)), ["crash 2", "end"]);
}

#[test]
fn what_was_on_its_way_at_a_crash_is_heard_when_it_is_said_again() {
    for forms in [true, false] {
        let mut hand = mounted_after_a_crash();
        assert!(hand.event(3).is_empty(), "the forms are not here yet");
        if forms {
            return_with_a_form(&mut hand);
        } else {
            hand.say(Said::Here);
        }
        assert!(!hand.event(3).is_empty(), "it counts once it is said again");
    }
}
