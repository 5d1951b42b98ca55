//! The model client against frames written by hand from the protocol page. Never asks the encoder what it would send.

use super::*;

const PRINT: &str = "AAAAAAAAAAA";

/// A page whose one view shows `body`, with definitions given as `[slots, tree]`.
fn page(body: &str, defs: &Value) -> String {
    let defs = numbered(defs);
    format!(
        "<!doctype html><body><div dj-v=\"token\" dj-h=\"digest\">{body}</div>\
         <script type=\"application/json\" dj-t>{defs}</script></body>"
    )
}

fn numbered(defs: &Value) -> Value {
    let defs = defs.as_array().unwrap().iter().enumerate();
    defs.map(|(alias, def)| json!([alias, PRINT, def[0], def[1]]))
        .collect()
}

fn open(body: &str, defs: Value) -> Client {
    Client::open(&page(body, &defs)).unwrap()
}

#[track_caller]
fn apply(client: &mut Client, patch: Value) -> Vec<Mismatch> {
    let seq = client.progress(0).0 + 1;
    client
        .receive(&json!([seq, patch]).to_string())
        .unwrap()
        .mismatches
}

#[track_caller]
fn check(client: &mut Client, patch: Value, expected: &str) {
    assert_eq!(apply(client, patch), []);
    assert_eq!(client.dom().inner_html(client.root(0)), expected);
}

#[track_caller]
fn refuses(client: &mut Client, patch: Value, path: &[usize], reason: &str) {
    let mismatches = apply(client, patch);
    assert_eq!(mismatches.len(), 1, "{mismatches:?}");
    assert_eq!(mismatches[0].path, path, "{mismatches:?}");
    assert!(mismatches[0].reason.contains(reason), "{mismatches:?}");
}

#[test]
fn scalars_are_written_to_their_nodes() {
    let slots = json!([
        ["T", [0]],
        ["a", [1], 0, "title"],
        ["c", [1]],
        ["C", [1], 0, "on"],
        ["s", [1], 0, "width"],
        ["p", [1, 0], 0, "value"],
        ["t", [1], 1]
    ]);
    let body =
        r#"<p>a</p><div title="x" class="one on" dj-style="width:1px;"><input value="v"></div>"#;
    let mut client = open(body, json!([[slots, 0]]));
    let patch = json!([
        0, "b & c", 1, null, 2, "two", 3, 0, 4, "2px", 5, "w", 6, "tail"
    ]);
    check(
        &mut client,
        patch,
        r#"<p>b &amp; c</p><div class="two" style="width: 2px;"><input value="w">tail</div>"#,
    );
    let patch = json!([1, true, 2, "", 3, 1, 4, null, 5, null]);
    check(
        &mut client,
        patch,
        r#"<p>b &amp; c</p><div class="on" title=""><input>tail</div>"#,
    );
}

#[test]
fn one_of_is_patched_inside_replaced_and_emptied() {
    let defs = json!([
        [[["o", [], 0], ["t", [], [0, 0]], ["o", [], [0, 0]]], 0],
        [[["T", [0]]], [["b", 0, 0]]],
        [[], ["text", ["br", 0]]]
    ]);
    let body = "<!--[--><b>1</b><!--]-->and<!--[--><!--]-->";
    let mut client = open(body, defs);
    check(
        &mut client,
        json!([0, [0, 1, 0, "2"], 1, "or"]),
        "<b>2</b>or",
    );
    check(&mut client, json!([0, 0, 2, [1, 1, "3"]]), "or<b>3</b>");
    check(&mut client, json!([0, [1, 2], 1, ""]), "text<br><b>3</b>");
    refuses(
        &mut client,
        json!([0, [0, 1, 0, "x"]]),
        &[],
        "but 2 is shown",
    );
    // The instance is stale now: it waits for its values.
    check(&mut client, json!([1, "lost"]), "text<br><b>3</b>");
    let answer = json!([
        "r",
        client.progress(0).0,
        [],
        [0, 0, "new", 0],
        [[0, PRINT, 0, [0, 1, 2]]]
    ]);
    client.receive(&answer.to_string()).unwrap();
    assert_eq!(client.dom().inner_html(client.root(0)), "new");
}

#[test]
fn a_single_element_gives_way_to_its_successor_at_every_depth() {
    let defs = json!([
        [[["o", [0], -2], ["T", [1]]], 0],
        [[["o", [0], -2]], [0]],
        [[], [["i", 0]]],
        [[["T", [0]]], [["b", 0, 0]]]
    ]);
    let mut client = open("<i></i><p>x</p>", defs);
    check(
        &mut client,
        json!([0, [0, 1, 0, [1, 3, "deep"]]]),
        "<b>deep</b><p>x</p>",
    );
    check(
        &mut client,
        json!([0, [0, 1, 0, [1, 2]], 1, "y"]),
        "<i></i><p>y</p>",
    );
    check(
        &mut client,
        json!([0, [1, 3, "flat"]]),
        "<b>flat</b><p>y</p>",
    );
    refuses(&mut client, json!([0, 0]), &[], "always one element");
}

fn list() -> Client {
    let defs = json!([
        [[["l", [0], -1, 0, 1]], 0],
        [
            [["a", [0], 0, "id"], ["t", [0], 0], ["o", [0], 0]],
            [["li", 0, 1, 2]]
        ],
        [[], [["b", 0]]]
    ]);
    let row = |name: &str| format!("<li id=\"{name}\">{name}<!--[--><!--]--></li>");
    open(
        &format!("<ul>{}{}{}</ul>", row("a"), row("b"), row("c")),
        defs,
    )
}

fn rows(client: &Client) -> Vec<(String, NodeId)> {
    let rows = client.find("li").unwrap().into_iter();
    rows.map(|row| (client.dom().outer_html(row), row))
        .collect()
}

#[test]
fn rows_keep_their_nodes_through_every_order() {
    let mut client = list();
    let before = rows(&client);
    assert_eq!(
        apply(
            &mut client,
            json!([0, ["o", 3, [2, -3], 0, 0, [1, "C", 2, [1, 2]]]])
        ),
        []
    );
    let after = rows(&client);
    assert_eq!(
        after[0],
        ("<li id=\"c\">C<b></b></li>".to_owned(), before[2].1)
    );
    assert_eq!([&after[1], &after[2]], [&before[1], &before[0]]);

    let news = json!([1, ["x", "x", 0], ["y", "y", [1, 2]]]);
    assert_eq!(
        apply(
            &mut client,
            json!([0, ["o", 3, [-1, 1, 2, 1, -1, 1, 0, 1], news]])
        ),
        []
    );
    let last = rows(&client);
    let texts: Vec<&str> = last.iter().map(|(html, _)| &html[8..9]).collect();
    assert_eq!(texts, ["x", "a", "y", "c"]);
    assert_eq!([last[1].1, last[3].1], [before[0].1, before[2].1]);

    assert_eq!(apply(&mut client, json!([0, ["o", 4, [], 0]])), []);
    assert_eq!(rows(&client), []);
    assert_eq!(
        apply(
            &mut client,
            json!([0, ["o", 0, [-1, 1], [1, ["z", "", 0]]]])
        ),
        []
    );
    assert_eq!(
        client.dom().canonical(client.root(0)),
        "<ul><li id=\"z\"><!--[--><!--]--></li></ul>"
    );
}

#[test]
fn a_row_s_fault_stays_in_the_row() {
    let mut client = list();
    let before = rows(&client);
    let patch = json!([
        0,
        [3, 0, [1, "A", 2, [0, 2]], 1, [1, "B", 2, 5], 2, [1, "C"]]
    ]);
    let mismatches = apply(&mut client, patch);
    assert_eq!(mismatches.len(), 1);
    assert_eq!(mismatches[0].path, [0, 1]);
    assert_eq!(client.resync(0, &mismatches[0].path), "[\"r\",1,[0,1]]");
    client.receive("[\"r\",1,[0,1],[1,\"b\",\"B\",0]]").unwrap();
    let after = rows(&client);
    assert_eq!(after[1].0, "<li id=\"b\">B</li>");
    assert_ne!(after[1].1, before[1].1);
    assert_eq!([after[0].1, after[2].1], [before[0].1, before[2].1]);
}

#[test]
fn lists_refuse_what_does_not_fit() {
    let cases = [
        (json!([2, 0, [1, "x"]]), "has 3 rows here"),
        (json!([3, 3, [1, "x"]]), "no such row"),
        (json!(["o", 4, [0, 4], 0]), "has 3 rows here"),
        (json!(["o", 3, [0, 2, 1, 1], 0]), "used twice"),
        (json!(["o", 3, [1, 3], 0]), "leaves the 3 old rows"),
        (json!(["o", 3, [0, 1, -1, 1], 0]), "than came"),
        (
            json!(["o", 3, [0, 3], [1, ["x", "x", 0]]]),
            "than the runs take",
        ),
        (json!(["o", 3, [0, 3, -1, 1], [2, []]]), "but new ones of 2"),
        (
            json!(["o", 3, [0, 3, -1, 1], [1, ["x"]]]),
            "has 3 slots, but 1 values",
        ),
        (json!(["o", 3, [0, 0], 0]), "a run of nothing"),
    ];
    for (list_value, reason) in cases {
        refuses(&mut list(), json!([0, list_value]), &[], reason);
    }
}

#[test]
fn rows_of_many_templates_carry_their_alias() {
    let defs = json!([
        [[["k", [0], -1]], 0],
        [[["l", [], -1]], [0]],
        [[["T", [0]]], [["li", 0, 0]]],
        [[], [["li", ["class", "rule"]]]]
    ]);
    let mut client = open("<ul><li>1</li><li>2</li></ul>", defs);
    let before = rows(&client);
    check(
        &mut client,
        json!([0, [0, 1, 0, [2, 1, [0, 2, 0, "two"]]]]),
        "<ul><li>1</li><li>two</li></ul>",
    );
    assert_eq!(rows(&client)[1].1, before[1].1);
    let patch = json!([0, [0, 1, 0, [2, 0, [1, 3]]]]);
    check(
        &mut client,
        patch,
        "<ul><li class=\"rule\"></li><li>two</li></ul>",
    );
    let patch = json!([0, [0, 1, 0, ["o", 2, [1, 1, -1, 2], [0, 3, [], 2, ["n"]]]]]);
    check(
        &mut client,
        patch,
        "<ul><li>two</li><li class=\"rule\"></li><li>n</li></ul>",
    );
}

#[test]
fn tree_and_address_must_agree() {
    let slots = json!([["o", [0], -1], ["T", [1]]]);
    let wrong = json!([["T", [1]]]);
    let mut client = open(
        "<p></p><p>x</p>",
        json!([[slots, 0], [wrong, [["b", 0, 0], ["i", 0]]]]),
    );
    refuses(
        &mut client,
        json!([0, [1, 1, "v"]]),
        &[],
        "tree and address of slot 0 differ",
    );
}

#[test]
fn pages_that_do_not_fit_their_templates_do_not_open() {
    for (body, slots) in [
        ("<p></p>", json!([["T", [1]]])),
        ("<p></p>", json!([["o", [], 0]])),
        ("<!--[--><p></p>", json!([["o", [], 0]])),
        ("<!--[--><!--]--><p></p>", json!([["T", [0]]])),
        ("<ul>text<li></li></ul>", json!([["l", [0], -1]])),
    ] {
        assert!(
            Client::open(&page(body, &json!([[slots, 0]]))).is_err(),
            "{body}"
        );
    }
    assert!(Client::open("<p>plain</p>").is_err());
}

#[test]
fn numbers_and_acknowledgements_are_counted() {
    let mut client = open("<p>a</p>", json!([[[["T", [0]]], 0]]));
    client
        .receive(r#"["j",{"seq":0,"ref":0,"secret":"s","same":1}]"#)
        .unwrap();
    assert_eq!(client.receive("[1,[0,\"b\"],2]").unwrap().acked, 2);
    assert_eq!(client.receive("[\"a\",1]").unwrap().acked, 1);
    let refused = client
        .receive(r#"["e","bad_argument","no number",1]"#)
        .unwrap()
        .refused;
    assert_eq!(
        refused,
        Some(("bad_argument".to_owned(), "no number".to_owned()))
    );
    assert_eq!(client.progress(0), (1, 4));
    assert_eq!(
        client.receive("[3,[0,\"c\"]]").unwrap().mismatches[0].reason,
        "update 3 came, but 2 is next"
    );
    // A replay brings the missed frames; their events were counted by the answer.
    client
        .receive(r#"["j",{"seq":3,"ref":6,"secret":"t","replay":1}]"#)
        .unwrap();
    client.receive("[2,[0,\"d\"],1]").unwrap();
    client.receive("[3,[0,\"e\"],1]").unwrap();
    client.receive("[4,[0,\"f\"],1]").unwrap();
    assert_eq!(client.progress(0), (4, 7));
    assert_eq!(client.secret(0), "t");
}

#[test]
fn what_a_browser_is_told_to_do_is_read_and_checked() {
    let mut client = Client::open(&page("", &json!([[[], 0]]))).unwrap();
    let frame = r##"[1,0,1,0,[["c",[["focus","#a"],["hide",["inner","b"]]]],["e","n",{"a":1}],["r",1,null]]]"##;
    let received = client.receive(frame).unwrap();
    let commands = r##"[["focus","#a"],["hide",["inner","b"]]]"##;
    assert_eq!(
        received.told,
        [
            Told::Commands(commands.to_owned()),
            Told::Event {
                name: "n".to_owned(),
                value: json!({ "a": 1 })
            },
            Told::Reply {
                reference: 1,
                value: Value::Null
            },
        ]
    );
    assert_eq!(received.acked, 1);
    let bad = [
        "1",
        r#"[["c",[["focus"]]]]"#,
        r#"[["c",[["focus",["around","b"]]]]]"#,
        r#"[["c",[["focus",1]]]]"#,
        r#"[["e",1,1]]"#,
        r#"[["e","n"]]"#,
        r#"[["r","1",1]]"#,
        r#"[["x",1,1]]"#,
    ];
    for (number, effects) in (2..).zip(bad) {
        let frame = format!("[{number},0,0,0,{effects}]");
        assert!(client.receive(&frame).is_err(), "{effects}");
    }
}
