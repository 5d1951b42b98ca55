//! Payloads at their limits and one over. Decodes no event.

use proptest::prelude::*;
use serde_json::value::RawValue;

use super::*;

fn json(text: &str) -> &RawValue {
    serde_json::from_str(text).expect("the tests write well-formed JSON")
}

fn read<'a>(arguments: &'a str, payload: &'a str) -> Result<Payload<'a>, PayloadError> {
    Payload::read(json(arguments), Some(json(payload)))
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
    ] {
        assert_eq!(
            refused(arguments, payload),
            Some(PayloadError::Malformed),
            "{arguments} {payload}"
        );
    }
}

#[test]
fn arguments_nest_to_the_limit_and_no_deeper() {
    let nested = |depth| format!("[{}{}]", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(refused(&nested(MAX_DEPTH), "0"), None);
    assert_eq!(
        refused(&nested(MAX_DEPTH + 1), "0"),
        Some(PayloadError::TooDeep)
    );
    assert_eq!(refused(&nested(50_000), "0"), Some(PayloadError::TooDeep));
    assert_eq!(
        refused(
            &format!(r#"["{}\"{}"]"#, "[".repeat(99), "{".repeat(99)),
            "0"
        ),
        None
    );
}

#[test]
fn fields_are_counted_and_measured() {
    let fields = |count| format!(r#"{{"f":[{}]}}"#, vec![r#"["a",""]"#; count].join(","));
    assert_eq!(refused("0", &fields(MAX_KEYS)), None);
    assert_eq!(
        refused("0", &fields(MAX_KEYS + 1)),
        Some(PayloadError::TooManyKeys)
    );
    let arguments = |count| format!("[{}]", vec!["1"; count].join(","));
    assert_eq!(refused(&arguments(MAX_KEYS), "0"), None);
    assert_eq!(
        refused(&arguments(MAX_KEYS + 1), "0"),
        Some(PayloadError::TooManyKeys)
    );
    let key = |length| format!(r#"{{"d":{{"{}":""}}}}"#, "k".repeat(length));
    assert_eq!(refused("0", &key(MAX_KEY_BYTES)), None);
    assert_eq!(
        refused("0", &key(MAX_KEY_BYTES + 1)),
        Some(PayloadError::KeyTooLong)
    );
    for name in ["v", "k", "t", "s"] {
        let value = |length| format!(r#"{{"{name}":"{}"}}"#, "v".repeat(length));
        assert_eq!(refused("0", &value(MAX_VALUE_BYTES)), None);
        assert_eq!(
            refused("0", &value(MAX_VALUE_BYTES + 1)),
            Some(PayloadError::ValueTooLong)
        );
    }
    let field = |length| format!(r#"{{"f":[["a","{}"]]}}"#, "v".repeat(length));
    assert_eq!(refused("0", &field(MAX_VALUE_BYTES)), None);
    assert_eq!(
        refused("0", &field(MAX_VALUE_BYTES + 1)),
        Some(PayloadError::ValueTooLong)
    );
}

#[test]
fn all_together_is_measured_before_anything_is_read() {
    let half = "v".repeat(MAX_TOTAL_BYTES / 2);
    let arguments = |shorter| format!(r#"["{}"]"#, &half[..half.len() - shorter]);
    let payload = format!(r#"{{"v":"{}"}}"#, &half[..half.len() - 8]);
    assert_eq!(refused(&arguments(4), &payload), None);
    assert_eq!(
        refused(&arguments(3), &payload),
        Some(PayloadError::TooLarge)
    );
}

proptest! {
    #[test]
    fn whatever_is_json_is_read_or_refused(pieces in proptest::collection::vec("[\\[\\]{}\",:a-f0-9\\\\ ]{0,12}", 2)) {
        if let (Ok(arguments), Ok(payload)) = (serde_json::from_str(&pieces[0]), serde_json::from_str(&pieces[1])) {
            let _ = Payload::read(arguments, Some(payload));
        }
    }
}
