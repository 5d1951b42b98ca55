//! Joins that take their time, and everything else that goes on beside them. Judges no claim to a session.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use futures_util::{SinkExt, StreamExt};
use liveview::prelude::*;
use serde_json::json;
use tokio::sync::Semaphore;
use tokio_tungstenite::tungstenite::Message;

use crate::harness::{Browser, Page, Server, Socket, until};
use crate::probe::{Gate, Probe, Tell, app, app_with, handle, seen};

/// A page whose session is gone: it has to be mounted anew.
async fn stale_page(browser: &mut Browser, key: &str) -> Page {
    let page = browser.get(&format!("/?key={key}")).await.page();
    tokio::time::sleep(Duration::from_secs(11)).await;
    page
}

/// Lets everything run that does not wait for the clock.
async fn settle() {
    tokio::time::sleep(Duration::from_millis(1)).await;
}

fn join_as(view: usize, page: &Page) -> String {
    format!(r#"["v",{view},{}]"#, page.join(None))
}

/// A socket whose first view has joined and whose second one waits at the gate.
async fn beside(server: &Server, first: &str, second: &str) -> (Socket, Gate) {
    let mut browser = server.browser();
    let slow = stale_page(&mut browser, second).await;
    let mut socket = browser.socket_of(&format!("/?key={first}")).await;
    let gate = Gate::hold(second);
    socket.send(join_as(1, &slow)).await;
    settle().await;
    assert_eq!(gate.waiting(), 1);
    (socket, gate)
}

#[tokio::test(start_paused = true)]
async fn a_view_that_is_still_mounting_holds_up_nobody() {
    let server = Server::in_memory(app());
    let (mut socket, gate) = beside(&server, "beside", "slow").await;
    socket.send(r#"[1,0,"add",[1]]"#).await;
    assert_eq!(socket.next().await, json!([1, [0, "1"], 1]));
    handle("beside").send(Tell::Add(1)).expect("alive");
    assert_eq!(socket.next().await, json!([2, [0, "2"]]));
    for heartbeat in [json!(["h"]), json!(["v", 1, ["h"]])] {
        socket.send(heartbeat.to_string()).await;
        assert_eq!(socket.next().await, heartbeat);
    }
    let ping = Message::Ping(b"ours"[..].into());
    socket.stream.send(ping).await.expect("it reads");
    let mut heard = Vec::new();
    while heard.len() < 2 {
        match socket.stream.next().await {
            Some(Ok(Message::Pong(pong))) => heard.push(pong),
            // Its own, after 25 seconds; the mount may take thirty.
            Some(Ok(Message::Ping(ping))) => heard.push(ping),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(heard, [&b"ours"[..], b""]);
    assert_eq!(gate.waiting(), 1);
    gate.open();
    assert_eq!(socket.next().await[2][0], "j");
}

#[tokio::test(start_paused = true)]
async fn what_is_said_to_a_view_that_mounts_is_heard_in_order_afterwards() {
    let server = Server::in_memory(app());
    let (mut socket, gate) = beside(&server, "order-beside", "order").await;
    for (reference, event) in [
        (1, r#""set",["a"]"#),
        (2, r#""add",[5]"#),
        (3, r#""add",[2]"#),
    ] {
        socket
            .send(format!(r#"["v",1,[{reference},0,{event}]]"#))
            .await;
    }
    socket.send(r#"[1,0,"nothing",0]"#).await;
    assert_eq!(socket.next().await, json!(["a", 1]), "the other view's");
    gate.open();
    let joined = socket.next().await;
    assert_eq!(
        (&joined[2][0], &joined[2][1]["same"]),
        (&json!("j"), &json!(1)),
        "{joined}"
    );
    let (mut shown, mut acked) = ([json!("0"), json!("")], 0);
    while acked < 3 {
        let frame = socket.next().await[2].take();
        let patch = frame[1].as_array().expect("a patch");
        for pair in patch.chunks(2) {
            shown[pair[0].as_u64().expect("a slot") as usize] = pair[1].clone();
        }
        acked += frame[2].as_u64().unwrap_or_default();
    }
    assert_eq!(shown, ["7", "a"]);
}

#[tokio::test(start_paused = true)]
async fn a_second_join_of_a_view_waits_for_the_first() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let first = stale_page(&mut browser, "twice-1").await;
    let second = browser.get("/?key=twice-2").await.page();
    let mut socket = browser.socket().await;
    let gate = Gate::hold("twice-1");
    socket.send(first.after(0, 3).join(None)).await;
    socket.send(second.after(0, 5).join(None)).await;
    settle().await;
    gate.open();
    let joined = socket.take(2).await;
    assert_eq!(
        (&joined[0][1]["ref"], &joined[1][1]["ref"]),
        (&json!(3), &json!(5)),
        "{joined}"
    );
    settle().await;
    assert_eq!(
        (seen("twice-1").disconnects, seen("twice-2").disconnects),
        (2, 0)
    );
}

#[tokio::test(start_paused = true)]
async fn a_socket_that_closes_during_a_join_leaves_no_mount_behind() {
    let server = Server::in_memory(app());
    let (socket, gate) = beside(&server, "left-beside", "left").await;
    drop(socket);
    settle().await;
    assert_eq!(gate.waiting(), 0, "the mount was given up");
    gate.open();
    settle().await;
    assert_eq!((seen("left").mounts, seen("left").disconnects), (2, 1));
}

#[tokio::test(start_paused = true)]
async fn a_session_whose_socket_closed_before_it_was_told_ends_at_once() {
    // A layer that holds back answers, so that a session waits while its answer is on the way.
    let passes = Arc::new(Semaphore::new(1));
    let layer = Arc::clone(&passes);
    let held = move |request: Request, next: Next| {
        let passes = Arc::clone(&layer);
        async move {
            let response = next.run(request).await;
            passes.acquire().await.expect("it is never closed").forget();
            response
        }
    };
    let app = axum::Router::new().live("/", live::<Probe>());
    let server = Server::in_memory(app.layer(from_fn(held)).with_live(Live::new()));
    let mut browser = server.browser();
    let page = stale_page(&mut browser, "unowned").await;
    let mut socket = browser.socket().await;
    socket.send(page.join(None)).await;
    settle().await;
    assert_eq!(
        (seen("unowned").mounts, seen("unowned").disconnects),
        (2, 1)
    );
    drop(socket);
    settle().await;
    assert_eq!(seen("unowned").disconnects, 2);
    passes.add_permits(1);
}

#[tokio::test(start_paused = true)]
async fn one_join_over_those_at_once_waits_in_line() {
    let limits = Limits {
        joins_at_once: 1,
        ..Limits::default()
    };
    let server = Server::in_memory(app_with(limits));
    let mut browser = server.browser();
    let [first, second] = [
        stale_page(&mut browser, "line-1").await,
        stale_page(&mut browser, "line-2").await,
    ];
    let gate = Gate::hold("line-1");
    let mut socket = browser.socket().await;
    socket.send(join_as(1, &first)).await;
    socket.send(join_as(2, &second)).await;
    settle().await;
    assert_eq!((seen("line-1").mounts, seen("line-2").mounts), (2, 1));
    gate.open();
    let joined = socket.take(2).await;
    assert_eq!((&joined[0][1], &joined[1][1]), (&json!(1), &json!(2)));
}

#[tokio::test(start_paused = true)]
async fn one_message_or_byte_over_what_is_kept_closes_the_socket() {
    let event = |text: &str| format!(r#"["v",1,[1,0,"set",["{text}"]]]"#);
    let room = event("").len();
    for (key, most, texts, fits) in [
        ("kept-1", 2, &["", ""][..], true),
        ("kept-2", 2, &["", "", ""], false),
        ("kept-3", 9, &["1234", "5678"], true),
        ("kept-4", 9, &["1234", "56789"], false),
    ] {
        let limits = Limits {
            joining_messages: most,
            joining_bytes: if most == 2 { 9 * room } else { 2 * room + 8 },
            ..Limits::default()
        };
        let server = Server::in_memory(app_with(limits));
        let (mut socket, gate) = beside(&server, "kept-beside", key).await;
        for text in texts {
            socket.send(event(text)).await;
        }
        if fits {
            settle().await;
            gate.open();
            assert_eq!(socket.next().await[2][0], "j", "{texts:?}");
        } else {
            assert_eq!(socket.closed().await, 4008, "{texts:?}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_view_that_crashed_is_mounted_anew_beside_the_others() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let first = browser.get("/?key=crash-beside").await.page();
    let second = browser.get("/?key=crash").await.page();
    let mut socket = browser.socket().await;
    socket.join_same(&first).await;
    socket.send(join_as(1, &second)).await;
    socket.next().await;
    let gate = Gate::hold("crash");
    handle("crash").send(Tell::Panic).expect("alive");
    settle().await;
    assert_eq!(gate.waiting(), 1);
    socket.send(r#"[1,0,"add",[1]]"#).await;
    assert_eq!(socket.next().await, json!([1, [0, "1"], 1]));
    gate.open();
    assert_eq!(socket.next().await[2][1]["values"], json!([0, "0", ""]));
}

#[tokio::test(start_paused = true)]
async fn a_layer_that_panics_fails_a_mount_and_not_the_socket() {
    use std::sync::atomic::{AtomicU32, Ordering};

    // It panics when the page is mounted anew, once.
    let asked = Arc::new(AtomicU32::new(0));
    let layer = move |request: Request, next: Next| {
        let panics = asked.fetch_add(1, Ordering::SeqCst) == 1;
        async move {
            assert!(!panics, "asked to");
            next.run(request).await
        }
    };
    let app = axum::Router::new().live("/", live::<Probe>());
    let server = Server::in_memory(app.layer(from_fn(layer)).with_live(Live::new()));
    let mut browser = server.browser();
    let page = stale_page(&mut browser, "layer").await;
    browser.socket().await.join_same(&page).await;
    assert_eq!(seen("layer").mounts, 2);
}

#[tokio::test]
async fn a_server_that_stops_waits_for_no_mount() {
    let limits = Limits {
        awaiting_time: Duration::ZERO,
        ..Limits::default()
    };
    let mut server = Server::start(app_with(limits)).await;
    let mut browser = server.browser();
    let page = browser.get("/?key=stopped").await.page();
    until(|| seen("stopped").disconnects == 1).await;
    let gate = Gate::hold("stopped");
    let mut socket = browser.socket().await;
    socket.send(page.join(None)).await;
    until(|| gate.waiting() == 1).await;
    server.stop();
    assert_eq!(socket.closed().await, 1012);
    assert_eq!(gate.waiting(), 0, "given up before the farewell");
}
