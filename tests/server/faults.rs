//! What goes wrong in a view, and how little of it is noticed elsewhere. Attacks nothing: the faults are the author's.

use std::time::Duration;

use liveview::prelude::Limits;
use serde_json::json;

use crate::harness::{Page, Server, secret};
use crate::probe::{Tell, app, app_with, handle, joined, seen};

#[tokio::test(start_paused = true)]
async fn a_panic_ends_its_session_and_the_page_gets_a_fresh_one() {
    let server = Server::in_memory(app());
    let mut neighbour = joined(&server, "neighbour").await;
    let mut socket = joined(&server, "panic").await;
    socket.send(r#"[1,0,"add",[5]]"#).await;
    socket.send(r#"[2,0,"panic",0]"#).await;
    let mut frame = socket.next().await;
    if frame[0] == json!(1) {
        frame = socket.next().await;
    }
    assert_eq!(
        (&frame[0], &frame[1], &frame[2]),
        (&json!("e"), &json!("crashed"), &json!(0)),
        "{frame}"
    );
    let joined = socket.next().await;
    assert_eq!(
        (&joined[1]["values"], &joined[1]["ref"]),
        (&json!([0, "0", ""]), &json!(2)),
        "{joined}"
    );
    socket.send(r#"["h"]"#).await;
    assert_eq!(socket.next().await, json!(["h"]));
    socket.send(r#"[3,0,"add",[1]]"#).await;
    assert_eq!(socket.next().await, json!([1, [0, "1"], 1]));
    assert_eq!((seen("panic").mounts, seen("panic").disconnects), (2, 1));
    neighbour.send(r#"[1,0,"add",[1]]"#).await;
    assert_eq!(neighbour.next().await, json!([1, [0, "1"], 1]));
}

#[tokio::test(start_paused = true)]
async fn a_panic_in_a_message_or_a_render_is_a_crash_too() {
    let server = Server::in_memory(app());
    let mut socket = joined(&server, "elsewhere").await;
    handle("elsewhere").send(Tell::Panic).expect("alive");
    assert_eq!(socket.next().await[1]["values"], json!([0, "0", ""]));
    socket.send(r#"["h"]"#).await;
    assert_eq!(socket.next().await, json!(["h"]));
    socket.send(r#"[1,0,"panic_in_render",0]"#).await;
    assert_eq!(socket.next().await[1]["values"], json!([0, "0", ""]));
    assert_eq!(
        (seen("elsewhere").mounts, seen("elsewhere").disconnects),
        (3, 2)
    );
}

#[tokio::test(start_paused = true)]
async fn the_third_crash_in_half_a_minute_is_an_error_that_stays() {
    let server = Server::in_memory(app());
    let mut socket = joined(&server, "often").await;
    for _ in 0..2 {
        handle("often").send(Tell::Panic).expect("alive");
        assert_eq!(socket.next().await[0], "j");
    }
    handle("often").send(Tell::Panic).expect("alive");
    let frame = socket.next().await;
    assert_eq!(
        (&frame[0], &frame[1], &frame[3]),
        (&json!("e"), &json!("crashed"), &json!(0))
    );
    assert!(frame[2].is_string(), "the person reads something: {frame}");
    assert_eq!(socket.closed().await, 4005);
    assert_eq!((seen("often").mounts, seen("often").disconnects), (3, 3));
}

/// A page's next join, with a form that the person has typed into.
fn join_with_a_form(page: &Page, secret: &str, event: &str) -> String {
    let form = format!(r#",[["f","{event}",[["text","typed"]]]],"/""#);
    page.join(Some(secret)).replace(",0,\"/\"", &form)
}

#[tokio::test(start_paused = true)]
async fn what_was_typed_before_a_crash_is_told_to_the_next_session_by_the_page() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let page = browser.get("/?key=typed").await.page();
    let mut socket = browser.socket().await;
    socket.join_same(&page).await;
    handle("typed").send(Tell::Panic).expect("alive");
    let joined = socket.next().await;
    assert_eq!(joined[1]["values"], json!([0, "0", ""]));
    socket
        .send(join_with_a_form(&page, &secret(&joined[1]), "set"))
        .await;
    let answer = socket.next().await;
    assert_eq!((&answer[0], &answer[1]["replay"]), (&json!("j"), &json!(1)));
    assert_eq!(socket.next().await, json!([1, [1, "typed"]]));
    assert_eq!(seen("typed").mounts, 2);
}

#[tokio::test(start_paused = true)]
async fn a_page_that_brings_its_forms_after_each_crash_is_told_the_same_end() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let page = browser.get("/?key=again").await.page();
    let mut socket = browser.socket().await;
    socket.join_same(&page).await;
    for _ in 0..2 {
        handle("again").send(Tell::Panic).expect("alive");
        let joined = socket.next().await;
        assert!(joined[1]["values"].is_array(), "{joined}");
        socket
            .send(join_with_a_form(&page, &secret(&joined[1]), "set"))
            .await;
        socket.take(2).await;
    }
    handle("again").send(Tell::Panic).expect("alive");
    assert_eq!(socket.next().await[1], "crashed");
    assert_eq!(socket.closed().await, 4005);
    assert_eq!(seen("again").mounts, 3);
}

#[tokio::test(start_paused = true)]
async fn a_form_that_crashes_its_session_is_brought_once() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let page = browser.get("/?key=poison").await.page();
    let mut socket = browser.socket().await;
    socket.join_same(&page).await;
    handle("poison").send(Tell::Panic).expect("alive");
    for _ in 0..2 {
        let joined = socket.next().await;
        assert!(joined[1]["values"].is_array(), "{joined}");
        socket
            .send(join_with_a_form(&page, &secret(&joined[1]), "panic"))
            .await;
        assert_eq!(socket.next().await[1]["replay"], 1);
    }
    socket.send(r#"[1,0,"add",[1]]"#).await;
    assert_eq!(socket.next().await, json!([1, [0, "1"], 1]));
    assert_eq!(seen("poison").mounts, 3);
}

#[tokio::test(start_paused = true)]
async fn crashes_that_are_far_apart_are_forgiven() {
    let server = Server::in_memory(app());
    let mut socket = joined(&server, "rarely").await;
    for _ in 0..5 {
        handle("rarely").send(Tell::Panic).expect("alive");
        assert_eq!(socket.next().await[0], "j");
        tokio::time::sleep(Duration::from_secs(31)).await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_handler_that_never_returns_is_a_crash_after_half_a_minute() {
    let server = Server::in_memory(app());
    let mut socket = joined(&server, "hangs").await;
    let begun = tokio::time::Instant::now();
    socket.send(r#"[1,0,"hang",0]"#).await;
    assert_eq!(socket.next().await, json!(["e", "crashed", 0, 1]));
    assert_eq!(begun.elapsed().as_secs(), 30);
    assert_eq!(socket.next().await[1]["values"], json!([0, "0", ""]));
}

#[tokio::test(start_paused = true)]
async fn a_view_that_fails_says_what_it_may_and_renders_what_it_did() {
    let server = Server::in_memory(app());
    let mut socket = joined(&server, "fails").await;
    socket.send(r#"[1,0,"fail",0]"#).await;
    assert_eq!(
        socket.take(2).await,
        json!([[1, [0, "1"]], ["e", "failed", "Not saved.", 1]])
    );
}

#[tokio::test(start_paused = true)]
async fn a_page_that_fails_says_nothing_of_how() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    for path in ["/?key=panics", "/", "/?key=large"] {
        let answer = browser.get(path).await;
        assert_eq!(answer.status, 500, "{path}");
        assert!(
            !answer.body.contains("asked to") && !answer.body.contains("key"),
            "{}",
            answer.body
        );
    }
}

#[tokio::test(start_paused = true)]
async fn one_byte_over_the_longest_page_is_an_error() {
    let html = "<output>0</output><p></p>".len();
    for (bytes, status) in [(html, 200), (html - 1, 500)] {
        let limits = Limits {
            render_bytes: bytes,
            ..Limits::default()
        };
        let server = Server::in_memory(app_with(limits));
        assert_eq!(server.browser().get("/?key=length").await.status, status);
    }
}

#[tokio::test(start_paused = true)]
async fn one_page_over_those_that_wait_sends_the_oldest_away() {
    let limits = Limits {
        awaiting_sessions: 2,
        ..Limits::default()
    };
    let server = Server::in_memory(app_with(limits));
    for key in ["wait-1", "wait-2", "wait-3"] {
        server.browser().get(&format!("/?key={key}")).await;
    }
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(
        ["wait-1", "wait-2", "wait-3"].map(|key| seen(key).disconnects),
        [1, 0, 0]
    );
}

#[tokio::test(start_paused = true)]
async fn one_dropped_session_over_the_bound_sends_the_oldest_away() {
    let limits = Limits {
        parked_sessions: 1,
        ..Limits::default()
    };
    let server = Server::in_memory(app_with(limits));
    for key in ["drop-1", "drop-2"] {
        drop(joined(&server, key).await);
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    assert_eq!(
        ["drop-1", "drop-2"].map(|key| seen(key).disconnects),
        [1, 0]
    );
}

#[tokio::test(start_paused = true)]
async fn one_message_over_the_mailbox_is_refused_to_its_sender() {
    let limits = Limits {
        mailbox: 2,
        ..Limits::default()
    };
    let server = Server::in_memory(app_with(limits));
    server.browser().get("/?key=mailbox").await;
    // Nothing is awaited in between, so nothing is read.
    let sent = [(); 3].map(|()| handle("mailbox").send(Tell::Nothing).is_ok());
    assert_eq!(sent, [true, true, false]);
}

#[tokio::test]
async fn a_server_that_stops_says_so_to_every_socket() {
    let mut server = Server::start(app()).await;
    let mut socket = joined(&server, "stops").await;
    server.stop();
    assert_eq!(socket.closed().await, 1012);
}

#[tokio::test(start_paused = true)]
async fn a_remount_asks_the_apps_own_layers() {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    use axum::http::StatusCode;
    use axum::middleware::{Next, from_fn};
    use liveview::prelude::*;

    let open = Arc::new(AtomicBool::new(true));
    let guard = Arc::clone(&open);
    let app = axum::Router::new().live("/", live::<crate::probe::Probe>());
    let app = app.layer(from_fn(
        move |request: axum::extract::Request, next: Next| {
            let open = guard.load(Ordering::SeqCst);
            async move {
                if open {
                    next.run(request).await
                } else {
                    axum::response::IntoResponse::into_response(StatusCode::FORBIDDEN)
                }
            }
        },
    ));
    let server = Server::in_memory(app.with_live(Live::new()));
    let mut browser = server.browser();
    let page = browser.get("/?key=guarded").await.page();
    tokio::time::sleep(Duration::from_secs(11)).await;
    open.store(false, Ordering::SeqCst);
    let mut socket = browser.socket().await;
    socket.send(page.join(None)).await;
    assert_eq!(socket.next().await, json!(["n", "load", ""]));
    assert_eq!(socket.closed().await, 4004);
    assert_eq!(seen("guarded").mounts, 1);
}
