//! Every command as the client reads it, and what is left out. Runs none.

use std::time::Duration;

use serde_json::{Value, json};

use super::*;
use crate::view::BindingWriter;

fn check(js: Js, expected: Value) {
    let said: Value = serde_json::from_str(&js.to_string()).expect("commands are JSON");
    assert_eq!(said, expected);
}

const TIME: Duration = Duration::from_millis(150);

#[test]
fn what_shows_and_hides_has_a_target_a_transition_a_time_and_a_display() {
    check(
        Js::new()
            .show()
            .hide()
            .to("#a")
            .with_transition(["d", "f", "t"])
            .toggle()
            .inner("b")
            .lasting(TIME)
            .show()
            .closest("c")
            .with_transition("fade")
            .display("grid"),
        json!([
            ["show", 0],
            ["hide", "#a", ["d", "f", "t"]],
            ["toggle", ["inner", "b"], 0, 150],
            ["show", ["closest", "c"], "fade", 0, "grid"],
        ]),
    );
}

#[test]
fn classes_attributes_and_texts_are_written() {
    check(
        Js::new()
            .add_class("a b")
            .lasting(TIME)
            .remove_class("a")
            .toggle_class("c")
            .set_attr("hidden", "")
            .remove_attr("open")
            .toggle_attr("aria-pressed", "true", Some("false"))
            .set_text(7)
            .ignore_attrs(&["data-*", "open"]),
        json!([
            ["add_class", 0, "a b", 150],
            ["remove_class", 0, "a"],
            ["toggle_class", 0, "c"],
            ["set_attr", 0, "hidden", ""],
            ["remove_attr", 0, "open"],
            ["toggle_attr", 0, "aria-pressed", "true", "false"],
            ["set_text", 0, "7"],
            ["ignore_attrs", 0, ["data-*", "open"]],
        ]),
    );
}

#[test]
fn the_browser_does_what_only_it_can() {
    check(
        Js::new()
            .transition("shake")
            .lasting(TIME)
            .focus()
            .focus_first()
            .push_focus()
            .pop_focus()
            .blur()
            .show_modal()
            .close_modal()
            .copy("x")
            .copy_content()
            .to("#code")
            .scroll_into_view(Block::Center),
        json!([
            ["transition", 0, "shake", 150],
            ["focus", 0],
            ["focus_first", 0],
            ["push_focus", 0],
            ["pop_focus", 0],
            ["blur", 0],
            ["show_modal", 0],
            ["close_modal", 0],
            ["copy", 0, "x"],
            ["copy", "#code"],
            ["scroll_into_view", 0, "center"],
        ]),
    );
}

#[test]
fn events_addresses_and_commands_of_the_apps_are_named() {
    check(
        Js::new()
            .dispatch("app:saved")
            .dispatch("app:saved")
            .detail(&[1, 2])
            .without_bubbling()
            .dispatch("app:saved")
            .without_bubbling()
            .navigate("/a?b=c")
            .navigate("https://example.org/")
            .replacing()
            .exec("dj-click")
            .to("#other")
            .ext("confetti")
            .detail("blue"),
        json!([
            ["dispatch", 0, "app:saved"],
            ["dispatch", 0, "app:saved", [1, 2], 0],
            ["dispatch", 0, "app:saved", null, 0],
            ["navigate", 0, "/a?b=c"],
            ["navigate", 0, "https://example.org/", 1],
            ["exec", "#other", "dj-click"],
            ["ext", 0, "confetti", "blue"],
        ]),
    );
}

#[test]
fn a_push_carries_the_call_and_when_it_is_sent() {
    let call =
        || BindingWriter::new("toggle").argument(|id: &u32, out| out.push_str(&id.to_string()), &7);
    check(
        Js::new()
            .push(Binding::from_text("add".to_owned()))
            .push(call().finish())
            .loading("#list")
            .page_loading()
            .push(call().debounced(300).finish())
            .push(BindingWriter::new("save").throttled(50).finish()),
        json!([
            ["push", 0, "add"],
            ["push", 0, ["toggle", 7], { "loading": "#list", "page": 1 }],
            ["push", 0, ["toggle", 7], { "debounce": 300 }],
            ["push", 0, "save", { "throttle": 50 }],
        ]),
    );
}

#[test]
fn commands_are_joined() {
    let close = || Js::new().hide().to("#menu");
    let expected = json!([["show", 0], ["hide", "#menu"], ["focus", 0]]);
    check(Js::new().show().push(close()).focus(), expected.clone());
    check(Js::new().show().then(close()).focus(), expected);
    check(Js::new().push(Js::new()).focus(), json!([["focus", 0]]));
    check(Js::optimistic().show().into(), json!([["show", 0]]));
}

#[test]
fn what_could_be_code_is_left_out_with_all_that_is_said_of_it() {
    let names = [
        "onclick", "OnClick", "style", "srcdoc", "nonce", "dj-v", "dj-style", "dj-click", "a b",
        "", "xmlns:a",
    ];
    for name in names {
        let js = Js::new().add_class("a").set_attr(name, "1").to("#x");
        check(js, json!([["add_class", 0, "a"]]));
        let js = Js::new()
            .add_class("a")
            .toggle_attr(name, "1", None)
            .to("#x");
        check(js, json!([["add_class", 0, "a"]]));
        check(Js::new().remove_attr(name), json!([]));
        assert!(Js::new().remove_attr(name).is_empty());
    }
    for attribute in [
        "title",
        "data-commands",
        "dj-value-id",
        "dj-debounce",
        "onclick",
        "dj-",
    ] {
        check(Js::new().exec(attribute).to("#x"), json!([]));
    }
    let commands = r#"[["push",0,"delete"]]"#;
    check(Js::new().set_attr("dj-remove", commands), json!([]));
    check(
        Js::new().set_attr("dj-remove", "fade"),
        json!([["set_attr", 0, "dj-remove", "fade"]]),
    );
    for address in [
        "javascript:alert(1)",
        " java\tscript:alert(1)",
        "data:text/html,x",
    ] {
        check(Js::new().navigate(address).replacing(), json!([]));
        check(
            Js::new().set_attr("href", address),
            json!([["set_attr", 0, "href", "about:invalid#refused"]]),
        );
    }
}

#[test]
fn what_is_said_of_no_command_or_of_the_wrong_one_is_left_out() {
    check(Js::new().to("#x").loading("#y"), json!([]));
    check(
        Js::new()
            .focus()
            .display("grid")
            .lasting(Duration::from_secs(1))
            .loading("#x"),
        json!([["focus", 0]]),
    );
}

#[test]
fn texts_are_data() {
    let text = "\"],[\"navigate\",0,\"//evil\"],[\"\u{0}</script><!--'&\u{2028}";
    check(
        Js::new()
            .set_text(text)
            .to(text)
            .add_class(text)
            .dispatch(text)
            .detail(text),
        json!([
            ["set_text", text, text],
            ["add_class", 0, text],
            ["dispatch", 0, text, text],
        ]),
    );
}
