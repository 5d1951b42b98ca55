//! What is offered, and how what a client sends becomes an event or a refusal. Renders nothing.

use crate::*;

#[test]
fn the_whitelist_can_be_read() {
    let names: Vec<_> = Todos::EVENTS.iter().map(|event| event.name).collect();
    assert_eq!(
        names,
        [
            "add",
            "edit",
            "show",
            "search",
            "move",
            "refuse",
            "tell_myself"
        ]
    );
    let edit = Todos::EVENTS[1];
    let parameters: Vec<_> = edit
        .params
        .iter()
        .map(|parameter| (parameter.name, parameter.type_name, parameter.kind))
        .collect();
    let id = FieldKind::Integer {
        least: 0,
        most: u64::MAX.into(),
    };
    let todo = FieldKind::Fields(&[
        FieldSpec {
            name: "title",
            type_name: "String",
            optional: false,
            kind: FieldKind::Text,
        },
        FieldSpec {
            name: "done",
            type_name: "bool",
            optional: false,
            kind: FieldKind::Flag,
        },
        FieldSpec {
            name: "due",
            type_name: "Option<u8>",
            optional: true,
            kind: FieldKind::Integer {
                least: 0,
                most: 255,
            },
        },
        FieldSpec {
            name: "tags",
            type_name: "Vec<String>",
            optional: false,
            kind: FieldKind::List(&FieldKind::Text),
        },
    ]);
    assert_eq!(
        parameters,
        [("id", "TodoId", id), ("todo", "NewTodo", todo)]
    );
    assert_eq!(
        (Todos::EVENTS[3].debounce, Todos::EVENTS[4].throttle),
        (Some(300), Some(100))
    );
}

#[test]
fn what_is_no_handler_cannot_be_called() {
    for name in [
        "render",
        "mount",
        "disconnect",
        "handle_info",
        "heard",
        "Add",
        "",
    ] {
        assert_eq!(
            heard(name, "0", "0"),
            format!("no event {name:?} is offered")
        );
    }
}

#[test]
fn a_form_fills_a_struct_by_the_names_of_its_fields() {
    let form = r#"{"f":[["title","Milk"],["done","on"],["due","9"],["tags","a"],["tags","b"],["admin","true"]]}"#;
    let todo = r#"NewTodo { title: "Milk", done: true, due: Some(9), tags: ["a", "b"] }"#;
    assert_eq!(heard("add", "0", form), todo);
    let sparse = r#"{"f":[["title",""],["due",""]]}"#;
    assert_eq!(
        heard("add", "0", sparse),
        r#"NewTodo { title: "", done: false, due: None, tags: [] }"#
    );
}

#[test]
fn call_arguments_come_first_and_the_payload_fills_the_rest() {
    let form = r#"{"f":[["title","Milk"]],"d":{"id":"9"}}"#;
    assert_eq!(heard("edit", "[7]", form), "7 Milk at /todos/7?page=2");
    assert_eq!(heard("edit", "0", form), "9 Milk at /todos/7?page=2");
    assert_eq!(heard("search", "0", r#"{"v":"tea"}"#), "tea");
    assert_eq!(
        heard("search", "0", r#"{"v":"tea","d":{"value":"set"}}"#),
        "set"
    );
    assert_eq!(
        heard("show", "0", r#"{"d":{"filter":"only_open"}}"#),
        "OnlyOpen"
    );
    assert_eq!(
        heard("move", r#"[-3,"2.5",[1,"2"],null]"#, "0"),
        "-3 2.5 [1, 2] None"
    );
}

fn check(said: String, expected: &str) {
    assert_eq!(said, expected);
}

#[test]
fn arguments_that_do_not_convert_are_refused_in_words() {
    let edit = |arguments, expected| check(heard("edit", arguments, "0"), expected);
    edit(r#"["abc"]"#, r#"id: "abc" is not a whole number"#);
    edit("[-1]", r#"id: "-1" is not a whole number"#);
    edit(r#"[{"a":1}]"#, "id: what was sent is not a whole number");
    edit("[7]", "title: missing");
    edit("[7,{}]", "todo.title: missing");
    edit("[7,8]", r#"todo: "8" is not an object"#);
    edit(
        r#"[7,{"title":"x","done":1}]"#,
        r#"todo.done: "1" is neither true nor false"#,
    );
    check(
        heard("show", r#"["done"]"#, "0"),
        r#"filter: "done" is none of all, only_open"#,
    );
    check(heard("search", "[7]", "0"), r#"value: "7" is not a text"#);
    check(
        heard("search", r#"["a","b"]"#, "0"),
        "2 arguments where 1 is expected",
    );
}

#[test]
fn numbers_out_of_range_are_refused_in_words() {
    let too_large = r#"id: "18446744073709551616" is larger than 18446744073709551615"#;
    check(heard("edit", "[18446744073709551616]", "0"), too_large);
    let move_by = |arguments, expected| check(heard("move", arguments, "0"), expected);
    move_by("[-129,0,[],null]", r#"x: "-129" is smaller than -128"#);
    move_by("[1,1e999,[],null]", r#"y: "1e999" is not a number"#);
    move_by("[1,null,[],null]", r#"y: "null" is not a number"#);
    move_by(
        "[1,1,[1,-1],null]",
        r#"steps.1: "-1" is not a whole number"#,
    );
    move_by("[1,1,7,null]", r#"steps: "7" is not a list"#);
    move_by(r#"[1,1,[],"ab"]"#, r#"back: "ab" is not one character"#);
}

#[test]
fn fields_that_do_not_convert_are_refused_in_words() {
    let add = |payload, expected| check(heard("add", "0", payload), expected);
    add("0", "title: missing");
    add(r#"{"f":[]}"#, "title: missing");
    add(
        r#"{"f":[["title","x"],["done","maybe"]]}"#,
        r#"done: "maybe" is neither true nor false"#,
    );
    add(
        r#"{"f":[["title","x"],["due","300"]]}"#,
        r#"due: "300" is larger than 255"#,
    );
    check(
        heard("show", "0", r#"{"d":{"filter":"Filter::All"}}"#),
        r#"filter: "Filter::All" is none of all, only_open"#,
    );
}

/// AT13: a form's struct lists its fields, a choice its options; whatever else is sent reaches nobody.
#[test]
fn what_a_form_does_not_list_is_ignored_and_what_a_choice_does_not_offer_refused() {
    let listed = heard("add", "0", r#"{"f":[["title","x"],["done","on"]]}"#);
    let posted = r#"{"f":[["id","1"],["title","x"],["admin","true"],["done","on"],["__proto__","x"],["todo.title","y"]]}"#;
    assert_eq!(heard("add", "0", posted), listed);
    let argument = r#"[7,{"title":"x","done":false,"due":null,"tags":[],"owner":"me"}]"#;
    assert_eq!(heard("edit", argument, "0"), "7 x at /todos/7?page=2");
    check(
        heard("show", "0", r#"{"f":[["filter","deleted"]]}"#),
        r#"filter: "deleted" is none of all, only_open"#,
    );
}

#[test]
fn client_text_in_an_error_is_escaped_cut_and_kept_secret() {
    assert_eq!(heard("a\nb", "0", "0"), r#"no event "a\nb" is offered"#);
    let long = heard(&"x".repeat(1000), "0", "0");
    assert!(long.len() < 120, "{long}");
    let secret = EventError::invalid("hunter2", "is too short").within("new_password");
    assert_eq!(
        secret.to_string(),
        "new_password: what was sent is too short"
    );
}

/// What a struct is read as from these fields, as if it were a handler's parameter.
fn argument<P: EventParam>(fields: &[(&'static str, &'static str)]) -> Result<P, EventError> {
    let fields = fields
        .iter()
        .map(|&(name, value)| (name.into(), value.into()));
    let mut payload = Payload::of_fields(fields.collect());
    liveview::__private::argument("todo", &mut payload)
}

#[test]
fn a_struct_may_be_absent_and_a_list_of_structs_is_refused() {
    let milk = NewTodo {
        title: "Milk".to_owned(),
        done: false,
        due: None,
        tags: Vec::new(),
    };
    assert_eq!(argument(&[("title", "Milk")]), Ok(Some(milk)));
    assert_eq!(argument::<Option<NewTodo>>(&[("due", "7")]), Ok(None));
    assert!(argument::<Option<NewTodo>>(&[("title", "Milk"), ("due", "soon")]).is_err());
    let refused =
        argument::<Vec<NewTodo>>(&[("title", "Milk")]).expect_err("it is a list of structs");
    assert!(
        refused.to_string().contains("only a call's arguments"),
        "{refused}"
    );
}

#[test]
fn a_struct_in_a_struct_is_read_behind_a_point_and_a_list_by_its_name_with_brackets_or_without() {
    #[derive(Debug, PartialEq, EventParams)]
    struct Address {
        #[param(name = "post-code")]
        post_code: String,
        floor: Option<i8>,
    }
    #[derive(Debug, PartialEq, EventParams)]
    struct Order {
        to: Address,
        bill: Option<Address>,
        #[param(default)]
        copies: u8,
        sizes: Vec<u8>,
    }
    let order = |copies, sizes| Order {
        to: Address {
            post_code: "8001".to_owned(),
            floor: Some(-1),
        },
        bill: None,
        copies,
        sizes,
    };
    let fields = [("to.post-code", "8001"), ("to.floor", "-1"), ("floor", "9")];
    assert_eq!(argument(&fields), Ok(order(0, Vec::new())));
    let more = [
        ("copies", "2"),
        ("sizes[]", "4"),
        ("sizes", "5"),
        ("sizes[]", "6"),
    ];
    assert_eq!(
        argument(&[&fields[..], &more].concat()),
        Ok(order(2, vec![4, 5, 6]))
    );
    let without: Result<Order, _> = argument(&[("post-code", "8001"), ("copies", "")]);
    let without = without.expect_err("the field has no struct's name before it");
    assert_eq!(without.to_string(), "to.post-code: missing");
    let binding = serde_json::json!({"to": {"post-code": "8001", "floor": -1}, "sizes": [1]});
    let json = serde_json::value::RawValue::from_string(binding.to_string()).expect("it is JSON");
    let decoded = Order::decode(&json).expect("its defaults are absent");
    assert_eq!(decoded, order(0, vec![1]));
    let mut written = String::new();
    Order::encode(&decoded, &mut written);
    assert_eq!(
        written,
        r#"{"to":{"post-code":"8001","floor":-1},"bill":null,"copies":0,"sizes":[1]}"#
    );
}
