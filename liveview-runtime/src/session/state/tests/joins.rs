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
