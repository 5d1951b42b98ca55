//! Payloads at their limits and one over. Decodes no event.

use proptest::prelude::*;
use serde_json::value::RawValue;

use super::*;
use crate::wire::Bounds;

fn json(text: &str) -> &RawValue {
    serde_json::from_str(text).expect("the tests write well-formed JSON")
}

fn read<'a>(arguments: &'a str, payload: &'a str) -> Result<Payload<'a>, PayloadError> {
    Payload::read(json(arguments), Some(json(payload)), Bounds::default())
}

fn refused(arguments: &str, payload: &str) -> Option<PayloadError> {
    read(arguments, payload).err()
}

#[test]
fn every_part_is_found_by_its_name() {
    let text = r#"{"v":"a\nb","c":true,"f":[["x","1"],["x","2"],["key","mine"]],"d":{"id":"7"},"t":"x","s":"go","z":[1]}"#;
    let payload = read("[1,[2]]", text).expect("this is the agreed shape");
    assert_eq!(payload.text("value"), Some("a\nb"));
    assert_eq!(payload.text("checked"), Some("true"));
    assert_eq!(payload.text("key"), Some("mine"));
    assert_eq!(payload.text("x"), Some("2"));
    assert_eq!(payload.texts("x"), ["1", "2"]);
    assert_eq!(payload.text("id"), Some("7"));
    assert_eq!(payload.text("_target"), Some("x"));
    assert_eq!(payload.text("_submitter"), Some("go"));
    assert_eq!(payload.text("z"), None);
    assert_eq!(payload.arguments.len(), 2);
}

#[test]
fn what_an_event_measures_is_read_as_text_and_stands_behind_what_the_element_says() {
    let text = r#"{"m":{"x":-1.5,"y":7,"far":18446744073709551615,"ctrl":false,"text":"a\nb","key":"no"},"k":"yes","d":{"y":"8"},"f":[["ctrl","f"]]}"#;
    let payload = read("0", text).expect("this is the agreed shape");
    assert_eq!(payload.text("x"), Some("-1.5"));
    assert_eq!(payload.text("y"), Some("8"));
    assert_eq!(payload.text("far"), Some("18446744073709551615"));
    assert_eq!(payload.text("ctrl"), Some("false"));
    assert_eq!(payload.text("text"), Some("a\nb"));
    assert_eq!(payload.text("key"), Some("yes"));
    assert_eq!(payload.texts("x"), ["-1.5"]);
}

#[test]
fn what_needs_no_escape_is_borrowed_from_the_frame() {
    let payload = read("0", r#"{"v":"plain","k":"\u0061"}"#).expect("this is the agreed shape");
    assert!(matches!(payload.value, Some(Cow::Borrowed("plain"))));
    assert_eq!(payload.key.as_deref(), Some("a"));
}

#[test]
fn another_shape_is_refused() {
    for (arguments, payload) in [
        ("{}", "0"),
        ("1", "0"),
        ("null", "0"),
        ("0", "1"),
        ("0", "[]"),
        ("0", r#"{"v":1}"#),
        ("0", r#"{"c":"true"}"#),
        ("0", r#"{"f":{"a":"b"}}"#),
        ("0", r#"{"f":[["a"]]}"#),
        ("0", r#"{"f":[["a","b","c"]]}"#),
        ("0", r#"{"d":{"a":7}}"#),
        ("0", r#"{"d":[]}"#),
        ("0", r#"{"m":{"x":null}}"#),
        ("0", r#"{"m":{"x":[1]}}"#),
        ("0", r#"{"m":{"x":{}}}"#),
        ("0", r#"{"m":[]}"#),
    ] {
        assert_eq!(
            refused(arguments, payload),
            Some(PayloadError::Malformed),
            "{arguments} {payload}"
        );
    }
}

/// Small, and each of its own size: a bound that is taken for another shows.
const BOUNDS: Bounds = Bounds {
    depth: 3,
    keys: 5,
    key_bytes: 7,
    value_bytes: 40,
    payload_bytes: 400,
    forms: 2,
    path_steps: 2,
};

fn refused_within(arguments: &str, payload: &str) -> Option<PayloadError> {
    Payload::read(json(arguments), Some(json(payload)), BOUNDS).err()
}

#[test]
fn unless_said_otherwise_an_event_may_carry_what_the_security_page_says() {
    let Bounds {
        depth,
        keys,
        key_bytes,
        value_bytes,
        payload_bytes,
        ..
    } = Bounds::default();
    assert_eq!(
        (depth, keys, key_bytes, value_bytes, payload_bytes),
        (16, 1_000, 256, 64 << 10, 120 << 10)
    );
}

#[test]
fn arguments_nest_to_the_limit_and_no_deeper() {
    let nested = |depth| format!("[{}{}]", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(refused_within(&nested(3), "0"), None);
    assert_eq!(
        refused_within(&nested(4), "0"),
        Some(PayloadError::TooDeep(3))
    );
    assert_eq!(
        refused(&nested(50_000), "0"),
        Some(PayloadError::TooDeep(16))
    );
    assert_eq!(
        refused(
            &format!(r#"["{}\"{}"]"#, "[".repeat(99), "{".repeat(99)),
            "0"
        ),
        None
    );
}

#[test]
fn fields_are_counted() {
    let fields = |count| format!(r#"{{"f":[{}]}}"#, vec![r#"["a",""]"#; count].join(","));
    let data = |count| {
        let pairs: Vec<_> = (0..count).map(|key| format!(r#""{key}":"""#)).collect();
        format!(r#"{{"d":{{{}}}}}"#, pairs.join(","))
    };
    let measures = |count| data(count).replace("\"d\"", "\"m\"");
    for payload in [&fields as &dyn Fn(usize) -> String, &data, &measures] {
        assert_eq!(refused_within("0", &payload(5)), None);
        assert_eq!(
            refused_within("0", &payload(6)),
            Some(PayloadError::TooManyKeys(5))
        );
    }
    let arguments = |count| format!("[{}]", vec!["1"; count].join(","));
    assert_eq!(refused_within(&arguments(5), "0"), None);
    assert_eq!(
        refused_within(&arguments(6), "0"),
        Some(PayloadError::TooManyKeys(5))
    );
}

#[test]
fn names_and_values_are_measured() {
    let key = |length| format!(r#"{{"d":{{"{}":""}}}}"#, "k".repeat(length));
    let name = |length| format!(r#"{{"f":[["{}",""]]}}"#, "k".repeat(length));
    let measure = |length| key(length).replace("\"d\"", "\"m\"");
    for payload in [&key as &dyn Fn(usize) -> String, &name, &measure] {
        assert_eq!(refused_within("0", &payload(7)), None);
        assert_eq!(
            refused_within("0", &payload(8)),
            Some(PayloadError::KeyTooLong(7))
        );
    }
    let long = "v".repeat(40);
    for payload in ["v", "k", "t", "s"].map(|name| format!(r#"{{"{name}":"VALUE"}}"#)) {
        let value = |text: &str| payload.replace("VALUE", text);
        assert_eq!(refused_within("0", &value(&long)), None);
        let over = refused_within("0", &value(&format!("{long}v")));
        assert_eq!(over, Some(PayloadError::ValueTooLong(40)), "{payload}");
    }
    let field = |length| format!(r#"{{"f":[["a","{}"]]}}"#, "v".repeat(length));
    let measure = format!(r#"{{"m":{{"text":"{}"}}}}"#, "v".repeat(41));
    // The quotes count: an argument is measured as the JSON it is.
    let argument = |length: usize| format!(r#"["{}"]"#, "v".repeat(length - 2));
    for (arguments, payload) in [
        ("0", field(41)),
        ("0", measure),
        (&*argument(41), "0".to_owned()),
    ] {
        let over = refused_within(arguments, &payload);
        assert_eq!(over, Some(PayloadError::ValueTooLong(40)));
    }
    assert_eq!(refused_within(&argument(40), &field(40)), None);
}

#[test]
fn all_together_is_measured_before_anything_is_read() {
    // Blanks count, so that no value and no number of keys goes over first.
    let blanks = |count: usize| format!("[{}]", " ".repeat(count - 2));
    let payload = format!("{{{}}}", " ".repeat(98));
    let read = |arguments: &str| refused_within(arguments, &payload);
    assert_eq!(read(&blanks(300)), None);
    assert_eq!(read(&blanks(301)), Some(PayloadError::TooLarge(400)));
}

proptest! {
    #[test]
    fn whatever_is_json_is_read_or_refused(pieces in proptest::collection::vec("[\\[\\]{}\",:a-f0-9\\\\ ]{0,12}", 2)) {
        if let (Ok(arguments), Ok(payload)) = (serde_json::from_str(&pieces[0]), serde_json::from_str(&pieces[1])) {
            let _ = Payload::read(arguments, Some(payload), Bounds::default());
        }
    }
}
