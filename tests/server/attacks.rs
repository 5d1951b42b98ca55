//! Who pretends to be somebody, and who says what nobody offers. Every frame is well formed.

use liveview::prelude::*;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::timeout;

use crate::harness::{PATIENCE, Server};
use crate::origins::{ALLOWED, Verdict, cases};
use crate::probe::{Probe, app, joined, seen, unnoticed};

/// AT1: the whole table that the judge of origins is tested with, over the wire.
#[tokio::test]
async fn a_page_of_another_site_opens_no_socket() {
    let allow = |live: Live, origin| live.allow_origin(origin).expect("an origin");
    let settings = ALLOWED.into_iter().fold(Live::new(), allow);
    let app = axum::Router::new().live("/", live::<Probe>());
    let server = Server::start(app.with_live(settings)).await;
    let mut browser = server.browser();
    let page = browser.get("/?key=origin").await.page();
    for case in cases() {
        let lines = |name: &str, values: &[&str]| {
            let lines = values.iter().map(|value| format!("{name}: {value}\r\n"));
            lines.collect::<String>()
        };
        let named = lines("origin", &case.origins) + &lines("host", &case.hosts);
        let head = format!(
            "GET /_live/socket HTTP/1.1\r\n{named}connection: upgrade\r\nupgrade: websocket\r\n\
             sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        );
        let mut stream = browser.connect().await;
        stream.write_all(head.as_bytes()).await.expect("it reads");
        let mut answer = [0; 12];
        let read = timeout(PATIENCE, stream.read_exact(&mut answer)).await;
        read.expect("it answers in time").expect("it answers");
        let status = if case.verdict == Verdict::Welcome {
            "101"
        } else {
            "403"
        };
        assert_eq!(
            String::from_utf8_lossy(&answer),
            format!("HTTP/1.1 {status}"),
            "{case:?}"
        );
    }
    browser.socket().await.join_same(&page).await;
    assert_eq!(seen("origin").mounts, 1);
}

#[tokio::test(start_paused = true)]
async fn a_bent_token_loads_the_page_again_and_mounts_nothing() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let page = browser.get("/?key=bent").await.page();
    for position in (0..page.token.len()).step_by(7) {
        let mut bent = page.clone();
        let other = if &bent.token[position..=position] == "A" {
            "B"
        } else {
            "A"
        };
        bent.token.replace_range(position..=position, other);
        let mut socket = browser.socket().await;
        socket.send(bent.join(None)).await;
        assert_eq!(socket.next().await, json!(["n", "load", ""]), "{position}");
        assert_eq!(socket.closed().await, 4004);
    }
    browser.socket().await.join_same(&page).await;
    assert_eq!(seen("bent").mounts, 1);
}

#[tokio::test(start_paused = true)]
async fn nine_frames_that_are_not_ours_are_told_so_and_the_tenth_closes() {
    let server = Server::in_memory(app());
    unnoticed(&server, "mistakes-neighbour", async {
        let mut socket = joined(&server, "mistakes").await;
        let mistakes = [
            "x",
            "[]",
            "{}",
            r#"["x"]"#,
            "[1]",
            r#"[1,0,7,0]"#,
            r#"["v",0,["v",0,["h"]]]"#,
            r#"["r",1]"#,
            "null",
            "0",
        ];
        for mistake in &mistakes[..9] {
            socket.send(*mistake).await;
            assert_eq!(
                socket.next().await,
                json!(["e", "frame", 0, 0]),
                "{mistake}"
            );
        }
        socket.send(r#"[1,0,"add",[1]]"#).await;
        assert_eq!(
            socket.next().await,
            json!([1, [0, "1"], 1]),
            "nothing was changed by any of them"
        );
        socket.send(mistakes[9]).await;
        assert_eq!(socket.closed().await, 4003);
    })
    .await;
}

/// AT11: no field is set and no method called but those of the view's own list.
#[tokio::test(start_paused = true)]
async fn what_is_not_offered_or_does_not_convert_changes_nothing() {
    let server = Server::in_memory(app());
    let mut socket = joined(&server, "offered").await;
    for (reference, event, code) in [
        (1, r#""mount",0"#, "unknown"),
        (2, r#""count",[7]"#, "unknown"),
        (3, r#""add",["seven"]"#, "invalid"),
        (4, r#""add",0"#, "invalid"),
        (5, r#""add",[1,2]"#, "invalid"),
        (6, r#""add",[99999999999999999999]"#, "invalid"),
        (
            7,
            r#""add",[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]"#,
            "invalid",
        ),
        (8, r#""add",{"amount":1}"#, "invalid"),
        (9, r#""add",[1],7"#, "invalid"),
    ] {
        socket.send(format!("[{reference},0,{event}]")).await;
        let frame = socket.next().await;
        assert_eq!(
            (&frame[0], &frame[1], &frame[3]),
            (&json!("e"), &json!(code), &json!(1)),
            "{event}: {frame}"
        );
    }
    socket.send(r#"[10,"c1","add",[1]]"#).await;
    assert_eq!(socket.next().await[1], "unknown");
    socket.send(r#"[11,0,"nothing",0]"#).await;
    assert_eq!(socket.next().await, json!(["a", 1]));
}

#[tokio::test(start_paused = true)]
async fn the_tenth_event_that_nobody_offers_closes_the_socket() {
    let server = Server::in_memory(app());
    let mut socket = joined(&server, "unknown").await;
    for reference in 1..=10 {
        socket
            .send(format!(r#"[{reference},0,"drop_table",0]"#))
            .await;
        assert_eq!(socket.next().await, json!(["e", "unknown", 0, 1]));
    }
    assert_eq!(socket.closed().await, 4003);
}

#[tokio::test(start_paused = true)]
async fn a_view_that_has_not_joined_is_unknown() {
    let server = Server::in_memory(app());
    let mut socket = joined(&server, "views").await;
    socket.send(r#"["v",3,[1,0,"add",[1]]]"#).await;
    assert_eq!(socket.next().await, json!(["v", 3, ["e", "frame", 0, 0]]));
    socket.send(r#"["v",9007199254740991,["h"]]"#).await;
    assert_eq!(socket.next().await[0], "v");
}
