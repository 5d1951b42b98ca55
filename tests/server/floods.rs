//! Too much, too fast, too slow, too silent: every bound of a socket, one over. Bends no frame.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use liveview::prelude::*;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_tungstenite::tungstenite::Message;

use crate::harness::{PATIENCE, Server};
use crate::probe::{Tell, app, app_with, handle, joined, seen, unnoticed};

#[tokio::test(start_paused = true)]
async fn one_view_over_those_a_socket_may_have_is_refused() {
    let limits = Limits {
        views_per_socket: 2,
        ..Limits::default()
    };
    let server = Server::in_memory(app_with(limits));
    let mut browser = server.browser();
    let mut socket = browser.socket_of("/?key=views").await;
    for (view, answer) in [(1, "j"), (2, "e")] {
        let page = browser.get("/?key=views").await.page();
        socket
            .send(format!(r#"["v",{view},{}]"#, page.join(None)))
            .await;
        let frame = socket.next().await;
        let said = if frame[0] == "v" {
            &frame[2][0]
        } else {
            &frame[0]
        };
        assert_eq!(said, answer, "{frame}");
    }
}

#[tokio::test(start_paused = true)]
async fn one_join_over_those_a_socket_may_say_closes_it() {
    let limits = Limits {
        joins_per_socket: 2,
        ..Limits::default()
    };
    let server = Server::in_memory(app_with(limits));
    let mut browser = server.browser();
    let page = browser.get("/?key=joins").await.page();
    let mut socket = browser.socket().await;
    let secret = socket.join_same(&page).await;
    assert_eq!(socket.join(&page, Some(&secret)).await["replay"], 1);
    socket.send(page.join(None)).await;
    assert_eq!(socket.closed().await, 4008);
}

#[tokio::test(start_paused = true)]
async fn a_burst_is_slowed_down_and_a_flood_is_closed() {
    let server = Server::in_memory(app());
    unnoticed(&server, "flood-neighbour", async {
        let mut socket = joined(&server, "flood").await;
        let begun = tokio::time::Instant::now();
        // The join was the first of a hundred.
        for reference in 1..=150 {
            socket.send(format!(r#"[{reference},0,"nothing",0]"#)).await;
        }
        let mut acked = 0;
        while acked < 150 {
            acked += socket.next().await[1].as_u64().expect("acknowledgements");
        }
        assert_eq!(
            begun.elapsed().as_secs(),
            1,
            "fifty more than a burst at fifty a second"
        );
        for reference in 151..=400 {
            if socket
                .stream
                .send(Message::text(format!(r#"[{reference},0,"nothing",0]"#)))
                .await
                .is_err()
            {
                break;
            }
        }
        assert_eq!(socket.closed().await, 4008);
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn who_never_joins_is_closed_after_ten_seconds() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    browser.get("/?key=silent").await;
    let begun = tokio::time::Instant::now();
    assert_eq!(browser.socket().await.closed().await, 4009);
    assert_eq!(begun.elapsed().as_secs(), 10);
}

#[tokio::test(start_paused = true)]
async fn who_answers_pings_lives() {
    let server = Server::in_memory(app());
    let mut socket = joined(&server, "lives").await;
    let pings = async {
        let mut pings = 0;
        while pings < 8 {
            if let Some(Ok(Message::Ping(_))) = socket.stream.next().await {
                pings += 1;
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(201), pings)
        .await
        .expect("a ping every 25 seconds");
    socket.send(r#"[1,0,"add",[1]]"#).await;
    assert_eq!(socket.next().await, json!([1, [0, "1"], 1]));
}

#[tokio::test(start_paused = true)]
async fn who_does_not_read_gets_the_latest_and_costs_nobody_anything() {
    let server = Server::in_narrow_memory(app());
    unnoticed(&server, "slow-neighbour", async {
        let mut socket = joined(&server, "slow").await;
        let before = seen("slow").renders;
        for _ in 0..100 {
            for _ in 0..100 {
                handle("slow")
                    .send(Tell::Add(1))
                    .expect("the session keeps up");
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        let renders = seen("slow").renders - before;
        assert!(renders < 200, "{renders} renders for nobody");
        loop {
            if socket.next().await[1] == json!([0, "10000"]) {
                break;
            }
        }
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn who_stops_reading_for_good_loses_the_socket_and_keeps_the_session() {
    let server = Server::in_narrow_memory(app());
    let mut browser = server.browser();
    let page = browser.get("/?key=stalls").await.page();
    let mut socket = browser.socket().await;
    let first = socket.join_same(&page).await;
    let text = "x".repeat(10_000);
    socket.send(format!(r#"[1,0,"set",["{text}"]]"#)).await;
    tokio::time::sleep(Duration::from_secs(35)).await;
    let joined = browser.socket().await.join(&page, Some(&first)).await;
    assert_eq!(
        (&joined["replay"], &joined["ref"]),
        (&json!(1), &json!(1)),
        "parked, not gone: {joined}"
    );
    drop(socket);
}

#[tokio::test]
async fn a_head_that_never_ends_is_cut_off_while_others_are_served() {
    let limits = Limits {
        header_timeout: Duration::from_millis(300),
        ..Limits::default()
    };
    let server = Server::start(app_with(limits)).await;
    let browser = server.browser();
    let mut slow = [browser.connect().await, browser.connect().await];
    for stream in &mut slow {
        stream
            .write_all(b"GET / HTTP/1.1\r\nhost: x\r\nx-slow: ")
            .await
            .expect("it reads");
    }
    let mut other = server.browser();
    assert_eq!(other.get("/?key=heads").await.status, 200);
    for mut stream in slow {
        let mut rest = Vec::new();
        let read = tokio::time::timeout(PATIENCE, stream.read_to_end(&mut rest)).await;
        read.expect("it is cut off").ok();
        assert!(!rest.starts_with(b"HTTP/1.1 200"));
    }
}
