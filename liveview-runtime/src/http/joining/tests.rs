//! The views on one socket, without the socket. Mounts none.

use futures_util::FutureExt as _;

use super::places::Seat;
use super::*;
use crate::http::cookie::Cookie;
use crate::http::live::Live;
use crate::session::{Address, Id, Limits};

fn views(limits: Limits) -> Views {
    let visitor = Visitor {
        cookie: Some(Cookie::random().hash()),
        headers: http::HeaderMap::new(),
        _peer: None,
        _socket: None,
        address: None,
    };
    let shared = Arc::new(Shared::new(Live::new().limits(limits)));
    let outlet = Arc::new(Outlet::new(9, 999));
    Views::new(visitor, Router::new(), shared, outlet)
}

fn seat(attachment: Attachment, issued: u64) -> Seat {
    let token = PageToken {
        adoption: Id::random(),
        cookie: Cookie::random().hash(),
        build: 0,
        issued,
        view: "Test".to_owned(),
        path: "/".to_owned(),
    };
    let form = crate::wire::decode::RecoveredForm::default();
    Seat {
        attachment,
        address: Arc::new(Address::new(Id::random(), [0; 32], "Test", 9)),
        returns: false,
        page: Box::new(OpenPage {
            token,
            digest: String::new(),
            last_sequence: 0,
            last_reference: 0,
            forms: Forms::Here(vec![form]),
            crashes: Vec::new(),
        }),
    }
}

/// What is put next to be written; nothing is waited for.
fn next(views: &Views) -> Outgoing {
    let next = views.outlet.next().now_or_never();
    next.expect("something is to be written")
}

fn text(views: &Views) -> String {
    match next(views) {
        Outgoing::Text(text) => text,
        other => panic!("{other:?}"),
    }
}

#[test]
fn pages_whose_token_is_old_get_a_new_one_unasked() {
    let mut views = views(Limits::default());
    let now = clock::now();
    let old = now - RENEW_AFTER - 1;
    views.places = vec![
        Place::Taken(seat(0, old)),
        Place::Mounting,
        Place::Taken(seat(1, now)),
        Place::Taken(seat(2, old)),
    ];
    views.renew_tokens();
    // A second time nothing is due.
    views.renew_tokens();
    let first = text(&views);
    assert!(first.starts_with(r#"["h",""#), "{first}");
    let last = text(&views);
    assert!(last.starts_with(r#"["v",3,["h",""#), "{last}");
    views.say(0, "end".to_owned());
    assert_eq!(text(&views), "end");
}

#[test]
fn forms_are_kept_until_the_session_has_taken_them() {
    let mut views = views(Limits::default());
    views.places = vec![Place::Taken(seat(7, 0))];
    let kept = |views: &mut Views| match &views.seat(0)?.page.forms {
        Forms::Here(forms) => Some(forms.len()),
        Forms::ToCome => None,
    };
    views.welcomed(0, 6);
    assert_eq!(kept(&mut views), Some(1));
    views.welcomed(0, 7);
    assert_eq!(kept(&mut views), Some(0));
}

#[test]
fn a_join_that_cannot_be_read_is_refused_in_words() {
    let mut views = views(Limits::default());
    let heard = views.hear(r#"["j",1,"T",0,"D",0,0,[[1]]]"#);
    assert_eq!(heard, Ok(()));
    let refusal = text(&views);
    assert!(refusal.starts_with(r#"["e","join","#), "{refusal}");
    assert_eq!(next(&views), Outgoing::Close(close::REFUSED));
}

#[test]
fn one_join_over_the_bound_closes_the_socket() {
    let mut views = views(Limits {
        joins_per_socket: 0,
        ..Limits::default()
    });
    let heard = views.hear(r#"["j",1,"T",0,"D",0,0]"#);
    assert_eq!(heard, Ok(()));
    assert_eq!(next(&views), Outgoing::Close(close::FLOOD));
}

#[test]
fn a_message_that_is_not_understood_is_shown_without_its_words() {
    for (text, shown) in [
        (r#"[1,0,"login",["hunter2",42]]"#, r#"[…,…,"…",["…",…]]"#),
        (r#"{"a\"hunter2":true}"#, r#"{"…":…}"#),
        (r#"["hunter2"#, r#"["…"#),
        ("hunter2\n", "…"),
        ("", ""),
    ] {
        assert_eq!(shape(text), shown, "{text}");
    }
    assert_eq!(shape(&"[".repeat(1_000)).len(), SHOWN_CHARACTERS);
}
