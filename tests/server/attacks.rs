//! What an attacker can send, byte by byte, and that nobody else notices. Needs no browser: an attacker has none.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use liveview::prelude::*;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_tungstenite::tungstenite::{Bytes, Error, Message};

use crate::harness::{Browser, PATIENCE, Server, Socket, Wire, parse};
use crate::probe::{Tell, app, app_with, handle, seen};

async fn joined(server: &Server, key: &str) -> Socket {
    server.browser().socket_of(&format!("/?key={key}")).await
}

/// A well-behaved session, before and after everything in `attack`.
async fn unnoticed(server: &Server, key: &str, attack: impl Future<Output = ()>) {
    let mut neighbour = joined(server, key).await;
    attack.await;
    neighbour.send(r#"[1,0,"add",[1]]"#).await;
    assert_eq!(neighbour.next().await, json!([1, [0, "1"], 1]));
}

/// A socket whose frames are written by hand.
async fn raw_socket(browser: &Browser) -> Box<dyn Wire> {
    let mut stream = browser.connect().await;
    let (host, cookie) = (browser.host(), browser.cookie.clone().unwrap_or_default());
    let head = format!(
        "GET /_live/socket HTTP/1.1\r\nhost: {host}\r\norigin: http://{host}\r\ncookie: {cookie}\r\nconnection: upgrade\r\n\
         upgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.expect("it reads");
    let mut answer = Vec::new();
    while !answer.ends_with(b"\r\n\r\n") {
        answer.push(stream.read_u8().await.expect("it answers"));
    }
    assert_eq!(parse(&answer).status, 101);
    stream
}

/// One masked frame; the mask is zero, which masks nothing.
fn frame(first: u8, payload: &[u8]) -> Vec<u8> {
    let mut frame = vec![first];
    match payload.len() {
        length @ 0..=125 => frame.push(0x80 | length as u8),
        length @ 126..=0xffff => {
            frame.push(0x80 | 126);
            frame.extend_from_slice(&(length as u16).to_be_bytes());
        }
        length => {
            frame.push(0x80 | 127);
            frame.extend_from_slice(&(length as u64).to_be_bytes());
        }
    }
    frame.extend_from_slice(&[0; 4]);
    frame.extend_from_slice(payload);
    frame
}

/// The code in the close frame that the server answers these bytes with.
async fn close_code(browser: &Browser, bytes: &[u8]) -> u16 {
    let mut stream = raw_socket(browser).await;
    // The server may have closed before it has read everything.
    let _ = stream.write_all(bytes).await;
    let _ = stream.flush().await;
    let read = async {
        loop {
            let (first, length) = (
                stream.read_u8().await.expect("a frame"),
                stream.read_u8().await.expect("a frame"),
            );
            let mut payload = vec![0; usize::from(length)];
            stream.read_exact(&mut payload).await.expect("a payload");
            if first == 0x88 {
                return u16::from_be_bytes([payload[0], payload[1]]);
            }
        }
    };
    tokio::time::timeout(PATIENCE, read)
        .await
        .expect("it closes in time")
}

const LIMIT: usize = 128 * 1024;

#[tokio::test]
async fn a_message_may_be_as_long_as_the_limit_and_no_byte_longer() {
    let server = Server::start(app()).await;
    let mut browser = server.browser();
    browser.get("/?key=size").await;
    unnoticed(&server, "size-neighbour", async {
        // At the limit it is read, and is no frame of ours: ten of those close the socket.
        let fits = frame(0x81, &[b' '; LIMIT]).repeat(10);
        assert_eq!(close_code(&browser, &fits).await, 4003);
        assert_eq!(
            close_code(&browser, &frame(0x81, &[b' '; LIMIT + 1])).await,
            1009
        );
        // A header that promises more than there is.
        let promise = [
            &[0x81, 0x80 | 127][..],
            &(1u64 << 62).to_be_bytes(),
            &[0; 4],
        ]
        .concat();
        assert_eq!(close_code(&browser, &promise).await, 1009);
    })
    .await;
}

#[tokio::test]
async fn fragments_count_together() {
    let server = Server::start(app()).await;
    let mut browser = server.browser();
    browser.get("/?key=fragments").await;
    unnoticed(&server, "fragments-neighbour", async {
        let piece = [b' '; 1024];
        let mut message = frame(0x01, &piece);
        for _ in 0..LIMIT / 1024 {
            message.extend(frame(0x00, &piece));
        }
        assert_eq!(close_code(&browser, &message).await, 1009);
    })
    .await;
}

#[tokio::test]
async fn what_is_no_websocket_frame_has_its_code() {
    let server = Server::start(app()).await;
    let mut browser = server.browser();
    browser.get("/?key=frames").await;
    unnoticed(&server, "frames-neighbour", async {
        for (name, bytes, code) in [
            ("not UTF-8", frame(0x81, b"\xff\xfe"), 1007),
            ("half a character", frame(0x81, b"\xc3"), 1007),
            (
                "not UTF-8 in fragments",
                [frame(0x01, b"\xc3"), frame(0x80, b"x")].concat(),
                1007,
            ),
            ("unmasked", b"\x81\x02{}".to_vec(), 1002),
            ("a reserved bit", frame(0xc1, b"x"), 1002),
            ("a reserved opcode", frame(0x83, b"x"), 1002),
            ("a reserved control opcode", frame(0x8b, b"x"), 1002),
            ("a fragmented ping", frame(0x09, b"x"), 1002),
            ("a ping that is too long", frame(0x89, &[0; 126]), 1002),
            ("a continuation of nothing", frame(0x80, b"x"), 1002),
            (
                "two beginnings",
                [frame(0x01, b"x"), frame(0x01, b"x")].concat(),
                1002,
            ),
            ("binary", frame(0x82, b"x"), 1003),
        ] {
            assert_eq!(close_code(&browser, &bytes).await, code, "{name}");
        }
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn ten_pings_at_once_are_answered_and_eleven_are_a_flood() {
    let server = Server::in_memory(app());
    for (count, floods) in [(10, false), (11, true)] {
        let mut socket = joined(&server, "pings").await;
        for _ in 0..count {
            socket
                .stream
                .send(Message::Ping(Bytes::new()))
                .await
                .expect("it reads");
        }
        if floods {
            assert_eq!(socket.closed().await, 1008);
        } else {
            socket.send(r#"["h"]"#).await;
            assert_eq!(socket.next().await, json!(["h"]));
        }
    }
}

#[tokio::test]
async fn a_page_of_another_site_opens_no_socket() {
    let server = Server::start(app()).await;
    let mut browser = server.browser();
    let page = browser.get("/?key=origin").await.page();
    let host = browser.host();
    let port = host.rsplit(':').next().unwrap_or_default().to_owned();
    let own = format!("origin: http://{host}\r\n");
    let twice = format!("{own}{own}");
    let cases = [
        (own.as_str(), 101),
        ("", 403),
        ("origin: null\r\n", 403),
        ("origin: http://127.0.0.1\r\n", 403),
        ("origin: http://evil.example\r\n", 403),
        (&format!("origin: https://{host}\r\n"), 403),
        (&format!("origin: http://localhost:{port}\r\n"), 403),
        (&format!("origin: http://{host}.evil.example\r\n"), 403),
        (&format!("origin: http://evil.example@{host}\r\n"), 403),
        (&format!("origin: http://{host}/\r\n"), 403),
        (&format!("origin: HTTP://{host}\r\n"), 403),
        (&twice, 403),
    ];
    let rest = "connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    for (origin, status) in cases {
        let mut stream = browser.connect().await;
        let head = format!("GET /_live/socket HTTP/1.1\r\nhost: {host}\r\n{origin}{rest}");
        stream.write_all(head.as_bytes()).await.expect("it reads");
        let mut answer = vec![0; 12];
        stream.read_exact(&mut answer).await.expect("it answers");
        assert_eq!(
            String::from_utf8_lossy(&answer),
            format!("HTTP/1.1 {status}"),
            "{origin}"
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
async fn who_answers_no_ping_is_dead_after_a_minute() {
    let server = Server::in_memory(app());
    let socket = joined(&server, "dead").await;
    // Held and never read: its pings stay unanswered.
    tokio::time::sleep(Duration::from_secs(59)).await;
    assert_eq!(seen("dead").disconnects, 0);
    tokio::time::sleep(Duration::from_secs(62)).await;
    assert_eq!(
        seen("dead").disconnects,
        1,
        "a minute of silence, a minute parked"
    );
    drop(socket);
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

#[tokio::test]
async fn one_connection_over_those_of_an_address_is_closed() {
    let limits = Limits {
        connections_per_address: 3,
        ..Limits::default()
    };
    let server = Server::start(app_with(limits)).await;
    let mut browser = server.browser();
    browser.get("/?key=connections").await;
    let mut sockets = Vec::new();
    while sockets.len() < 3 {
        // The page's own connection may still be on its way out.
        sockets.extend(browser.try_socket().await.ok());
    }
    assert!(matches!(
        browser.try_socket().await,
        Err(Error::Io(_) | Error::Protocol(_))
    ));
    sockets.pop();
    // The place is free once the server has seen the socket go.
    loop {
        if browser.try_socket().await.is_ok() {
            break;
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_post_is_sent_back_to_its_page() {
    let server = Server::in_memory(app());
    let answer = server
        .browser()
        .request("POST", "/?key=post&x=1", "content-length: 0\r\n")
        .await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, Some("/?key=post&x=1"))
    );
    assert_eq!(seen("post").mounts, 0);
}

#[tokio::test(start_paused = true)]
async fn the_page_has_the_agreed_headers_and_its_script_is_immutable() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let page = browser.get("/?key=headers").await;
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cache-control", "private, no-cache"),
        ("content-type", "text/html; charset=utf-8"),
    ] {
        assert_eq!(page.header(name), Some(value));
    }
    let policy = page.header("content-security-policy").expect("a policy");
    assert!(
        policy.contains("script-src 'self';") && policy.ends_with("trusted-types 'none'"),
        "{policy}"
    );
    let cookie = page.header("set-cookie").expect("a cookie");
    assert!(
        cookie.starts_with("dj=") && cookie.ends_with("; HttpOnly; SameSite=Lax; Path=/"),
        "{cookie}"
    );
    let (_, script) = page.body.split_once("<script src=\"").expect("a script");
    let script = script.split('"').next().expect("an address");
    let answer = browser.request("GET", script, "").await;
    assert_eq!(
        answer.header("cache-control"),
        Some("public, max-age=31536000, immutable")
    );
    assert_eq!(
        answer.header("content-type"),
        Some("text/javascript; charset=utf-8")
    );
    assert!(
        browser
            .get("/?key=headers")
            .await
            .header("set-cookie")
            .is_none(),
        "one cookie is enough"
    );
}

#[tokio::test(start_paused = true)]
async fn the_same_page_twice_shares_no_token() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let (first, second) = (
        browser.get("/?key=masked").await.page(),
        browser.get("/?key=masked").await.page(),
    );
    assert_eq!(first.digest, second.digest);
    let same = first
        .token
        .bytes()
        .zip(second.token.bytes())
        .filter(|(a, b)| a == b)
        .count();
    // The version alone is common; the rest agrees by chance, one in 64.
    assert!(
        same < first.token.len() / 8,
        "{same} of {}",
        first.token.len()
    );
}

#[tokio::test(start_paused = true)]
async fn a_live_route_without_a_server_says_so_to_its_author_only() {
    let app = axum::Router::<()>::new().live("/", live::<crate::probe::Probe>());
    let answer =
        tower::ServiceExt::oneshot(app, axum::extract::Request::new(axum::body::Body::empty()))
            .await;
    assert_eq!(answer.expect("an answer").status(), 500);
}
