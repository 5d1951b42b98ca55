//! What the decoder takes and what it refuses. Judges no payload: that is tested where payloads are read.

use proptest::prelude::*;

use serde_json::value::RawValue;

use super::*;
use crate::wire::Bounds;
use crate::wire::payload::PayloadError;

const BOUNDS: Bounds = Bounds {
    depth: 16,
    keys: 20,
    key_bytes: 16,
    value_bytes: 64,
    payload_bytes: 100,
    forms: 3,
    path_steps: 4,
};

fn frame(text: &str) -> ClientFrame<'_> {
    let message = decode(text, BOUNDS).expect("a frame");
    assert_eq!(message.view, 0);
    message.frame
}

#[test]
fn an_event_borrows_from_its_message() {
    let text = r#"[3,0,"add",[7,"x"],{"v":"hello"}]"#;
    let ClientFrame::Event(event) = frame(text) else {
        panic!("an event")
    };
    assert_eq!(
        (event.reference, event.component.as_deref(), &*event.name),
        (3, None, "add")
    );
    assert!(matches!(event.name, std::borrow::Cow::Borrowed(_)));
    let kept = EventFrame::keep(text, &event);
    let payload = kept.payload(BOUNDS).expect("a payload");
    assert_eq!(
        (kept.name(), payload.text("value"), payload.arguments.len()),
        ("add", Some("hello"), 2)
    );
}

#[test]
fn an_event_may_carry_nothing_and_be_for_a_component() {
    let text = r#" [ 9 , "c7" , "a\u0064d" , 0 ] "#;
    let ClientFrame::Event(event) = frame(text) else {
        panic!("an event")
    };
    assert_eq!(event.component.as_deref(), Some("c7"));
    let kept = EventFrame::keep(text, &event);
    assert!(kept.addressed_to_component());
    assert_eq!(kept.name(), "add");
    assert!(
        kept.payload(BOUNDS)
            .expect("nothing is a payload")
            .arguments
            .is_empty()
    );
}

#[test]
fn an_event_inside_an_address_is_kept_with_the_whole_message() {
    let text = r#"["v",2,[1,0,"say",["hi"],0]]"#;
    let message = decode(text, BOUNDS).expect("a frame");
    let ClientFrame::Event(event) = message.frame else {
        panic!("an event")
    };
    let kept = EventFrame::keep(text, &event);
    assert_eq!((message.view, kept.name()), (2, "say"));
    assert_eq!(
        kept.payload(BOUNDS)
            .expect("a payload")
            .next_argument()
            .map(serde_json::value::RawValue::get),
        Some("\"hi\"")
    );
}

#[test]
fn a_join_says_what_the_client_knows() {
    let text = r#"["j",1,"TOKEN","SECRET","DIGEST",5,9,[["f1","check",[["a","1"],["a","2"]],[7],{"id":"3"}],[0,"other",[]],[0,"third",[],0]],"/p?q","Europe/Berlin","de"]"#;
    let ClientFrame::Join(join) = frame(text) else {
        panic!("a join")
    };
    assert_eq!(
        (&*join.token, join.secret.as_deref(), &*join.digest),
        ("TOKEN", Some("SECRET"), "DIGEST")
    );
    assert_eq!((join.last_sequence, join.last_reference), (5, 9));
    assert_eq!(
        (&*join.url, &*join.timezone, &*join.language),
        ("/p?q", "Europe/Berlin", "de")
    );
    let payload = |index: usize| join.forms[index].payload(BOUNDS).expect("a small form");
    assert_eq!(join.forms.len(), 3);
    assert_eq!(join.forms[0].event, "check");
    assert_eq!(payload(0).texts("a"), ["1", "2"]);
    assert_eq!(payload(0).text("id"), Some("3"));
    let argument = |index| payload(index).next_argument().map(|json| json.get());
    assert_eq!(
        [argument(0), argument(1), argument(2)],
        [Some("7"), None, None]
    );
}

#[test]
fn a_form_of_a_join_is_bounded_as_an_event_is() {
    let value = |length| ("a".into(), "x".repeat(length).into());
    let read = |fields| {
        let form = RecoveredForm {
            fields,
            ..RecoveredForm::default()
        };
        form.payload(BOUNDS).err()
    };
    assert_eq!(read(vec![value(64)]), None);
    assert_eq!(read(vec![value(65)]), Some(PayloadError::ValueTooLong(64)));
    assert_eq!(read(vec![value(49), value(49)]), None);
    assert_eq!(
        read(vec![value(49), value(50)]),
        Some(PayloadError::TooLarge(100))
    );
    let name = |length: usize| vec![("a".repeat(length).into(), "".into())];
    assert_eq!(read(name(16)), None);
    assert_eq!(read(name(17)), Some(PayloadError::KeyTooLong(16)));
    let called = |arguments: &str| {
        let arguments = RawValue::from_string(arguments.to_owned()).ok();
        let form = RecoveredForm {
            fields: vec![value(64)],
            arguments,
            ..RecoveredForm::default()
        };
        let payload = form.payload(BOUNDS);
        payload.map(|payload| payload.arguments.len())
    };
    assert_eq!(called("[1,2]"), Ok(2));
    assert_eq!(called("{}"), Err(PayloadError::Malformed));
    let deep = "[".repeat(18);
    assert_eq!(
        called(&(deep + &"]".repeat(18))),
        Err(PayloadError::TooDeep(16))
    );
    let long = format!("[\"{}\"]", "x".repeat(33));
    assert_eq!(called(&long), Err(PayloadError::TooLarge(100)));
}

#[test]
fn forms_beyond_the_cap_are_not_read() {
    let forms = |count| vec![r#"[0,"check",[]]"#; count].join(",");
    for (count, read) in [(3, 3), (4, 3)] {
        let text = format!(r#"["j",1,"T",0,"D",0,0,[{}],"/"]"#, forms(count));
        let ClientFrame::Join(join) = frame(&text) else {
            panic!("a join")
        };
        assert_eq!((join.forms.len(), &*join.url), (read, "/"));
    }
}

#[test]
fn the_fields_of_all_forms_count_together() {
    // Each form counts as one field more: it may cost a call.
    let form = |fields| format!(r#"[0,"x",[{}]]"#, vec![r#"["a",""]"#; fields].join(","));
    let join = |fields| format!(r#"["j",1,"T",0,"D",0,0,[{},{}]]"#, form(9), form(fields));
    assert!(decode(&join(9), BOUNDS).is_ok());
    let over = decode(&join(10), BOUNDS).err();
    assert_eq!(over, Some(DecodeError::Join(0)));
}

#[test]
fn the_path_of_an_instance_has_as_many_steps_as_it_may() {
    let resync = |steps: &str| decode(&format!(r#"["r",0,[{steps}]]"#), BOUNDS).err();
    assert_eq!(resync("1,2,3,4"), None);
    assert_eq!(resync("1,2,3,4,5"), Some(DecodeError::Malformed));
}

#[test]
fn a_join_that_cannot_be_read_is_known_for_one() {
    for (text, error) in [
        (r#"["j",1,"T",0,"D",0,0,[[1]]]"#, DecodeError::Join(0)),
        (r#"["v",3,["j",1]]"#, DecodeError::Join(3)),
        (r#"["k",1]"#, DecodeError::Malformed),
    ] {
        assert_eq!(decode(text, BOUNDS).err(), Some(error), "{text}");
    }
}

#[test]
fn a_first_join_may_leave_out_what_it_does_not_know() {
    for text in [
        r#"["j",1,"T",0,"D",0,0,0,"/","",""]"#,
        r#"["j",1,"T",0,"D",0,0]"#,
        r#"["j",1,"T",0,0,0,0,0,0,0,0]"#,
    ] {
        let ClientFrame::Join(join) = frame(text) else {
            panic!("a join")
        };
        assert!(join.secret.is_none() && join.forms.is_empty(), "{text}");
    }
}

#[test]
fn the_short_frames() {
    assert!(matches!(frame(r#"["h"]"#), ClientFrame::Heartbeat));
    assert!(matches!(frame(r#"["l"]"#), ClientFrame::Leave));
    let ClientFrame::Resync(resync) = frame(r#"["r",12,[0,3,1]]"#) else {
        panic!("a resync")
    };
    assert_eq!(
        resync,
        Resync {
            sequence: 12,
            path: vec![0, 3, 1]
        }
    );
}

const NO_FRAMES: &[&str] = &[
    "",
    " ",
    "0",
    "null",
    "{}",
    "[]",
    "\"h\"",
    "[[]]",
    "[null]",
    "[true]",
    "[-1]",
    "[1.5]",
    "[1]",
    r#"[1,0]"#,
    r#"[1,0,"x"]"#,
    r#"[1,1,"x",0]"#,
    r#"[1,0,7,0]"#,
    r#"[1,null,"x",0]"#,
    r#"[9007199254740992,0,"x",0]"#,
    r#"[1,0,"x",0,0,0]"#,
    r#"["h",1]"#,
    r#"["x"]"#,
    r#"["hh"]"#,
    r#"["é"]"#,
    r#"["h"] ["h"]"#,
    r#"["h"]x"#,
    r#"["l",[]]"#,
    r#"["r"]"#,
    r#"["r",1]"#,
    r#"["r",1,0]"#,
    r#"["r",1,[-1]]"#,
    r#"["r",1,["a"]]"#,
    r#"["r",1,[4294967296]]"#,
    r#"["v",0]"#,
    r#"["v",-1,["h"]]"#,
    r#"["v","0",["h"]]"#,
    r#"["v",0,["v",0,["h"]]]"#,
    r#"["v",0,["h"],0]"#,
    r#"["v",0,0]"#,
    r#"["j"]"#,
    r#"["j",1]"#,
    r#"["j","1","T",0,"D",0,0]"#,
    r#"["j",1,7,0,"D",0,0]"#,
    r#"["j",1,"T",1,"D",0,0]"#,
    r#"["j",1,"T",0,"D",0,0,1]"#,
    r#"["j",1,"T",0,"D",0,0,[["f"]]]"#,
    r#"["j",1,"T",0,"D",0,0,[["f","e",[["a"]]]]]"#,
    r#"["j",1,"T",0,"D",0,0,0,"/","","",0]"#,
    r#"[1,0,"\ud800",0]"#,
];

#[test]
fn what_is_no_frame_is_refused() {
    let deep = "[".repeat(100_000);
    let deep_arguments = format!(r#"[1,0,"x",{}"#, "[".repeat(100_000));
    let built = [&deep, &deep_arguments];
    for text in NO_FRAMES.iter().copied().chain(built.map(String::as_str)) {
        let shown: String = text.chars().take(60).collect();
        let error = if text.starts_with(r#"["j""#) {
            DecodeError::Join(0)
        } else {
            DecodeError::Malformed
        };
        assert_eq!(decode(text, BOUNDS).expect_err(&shown), error);
    }
}

#[test]
fn another_version_is_named() {
    let refused = decode(r#"["j",2,"T",0,"D",0,0]"#, BOUNDS).expect_err("version 2");
    assert_eq!(refused, DecodeError::Version(2));
    assert_eq!(
        refused.to_string(),
        "the client speaks version 2 of the protocol"
    );
}

proptest! {
    #[test]
    fn any_text_is_a_frame_or_an_error(text in "\\PC*") {
        let _ = decode(&text, BOUNDS);
    }

    #[test]
    fn anything_near_a_frame_is_a_frame_or_an_error(
        base in prop::sample::select(vec![
            r#"[3,0,"add",[7,"x"],{"v":"h","f":[["a","b"]],"d":{"k":"v"}}]"#,
            r#"["j",1,"T","S","D",5,9,[["f","e",[["a","1"]]]],"/p","tz","de"]"#,
            r#"["v",2,["r",12,[0,3,1]]]"#,
        ]),
        edits in prop::collection::vec((any::<prop::sample::Index>(), "[\\[\\]{}\",:0-9a-z\\\\ -]{0,2}"), 1..4),
    ) {
        let mut text = base.to_owned();
        for (at, piece) in edits {
            let at = at.index(text.len());
            text.replace_range(at..=at, &piece);
            if text.is_empty() { break }
        }
        if let Ok(Message { frame: ClientFrame::Event(event), .. }) = decode(&text, BOUNDS) {
            let _ = EventFrame::keep(&text, &event).payload(BOUNDS);
        }
    }
}
