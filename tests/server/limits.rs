//! Limits of time and size, each one over, where no attacker is needed to meet them. Counts no connection.

use std::time::Duration;

use axum::Router;
use axum::routing::get;
use liveview::prelude::*;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::time::{Instant, sleep};

use crate::frames::{frame, raw_socket};
use crate::harness::Server;
use crate::probe::{app, app_with, joined, seen};

const HOUR: Duration = Duration::from_secs(3_600);

/// Lets everything run that does not wait for the clock.
async fn settle() {
    sleep(Duration::from_millis(1)).await;
}

/// Stops a server in the middle of a request that takes so long; how many seconds it takes to end, by a paused clock.
async fn seconds_to_stop(request: Duration) -> u64 {
    static BEGUN: Notify = Notify::const_new();
    let slow = async move || {
        BEGUN.notify_one();
        sleep(request).await;
    };
    let app = Router::new().route("/slow", get(slow));
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("a bound port");
    let stop = Notify::new();
    let server = liveview::serve_until(app, listener, stop.notified());
    let stopped = async {
        let mut visitor = TcpStream::connect(address).await.expect("it listens");
        let head = b"GET /slow HTTP/1.1\r\nhost: x\r\n\r\n";
        visitor.write_all(head).await.expect("it reads");
        BEGUN.notified().await;
        // From here on nobody waits for anything but the clock.
        tokio::time::pause();
        stop.notify_one();
        visitor
    };
    let begun = async {
        let visitor = stopped.await;
        (Instant::now(), visitor)
    };
    let ((), (begun, _visitor)) = tokio::join!(server, begun);
    let seconds = begun.elapsed().as_secs();
    tokio::time::resume();
    seconds
}

#[tokio::test]
async fn a_server_that_stops_waits_for_requests_as_long_as_it_may() {
    assert_eq!(seconds_to_stop(Duration::from_secs(29)).await, 29);
    assert_eq!(seconds_to_stop(Duration::from_secs(31)).await, 30);
}

#[tokio::test(start_paused = true)]
async fn who_is_silent_for_a_minute_is_dead_and_not_before() {
    let limits = Limits {
        // Nobody is asked for a sign of life.
        heartbeat: HOUR,
        ..Limits::default()
    };
    let server = Server::in_memory(app_with(limits));
    let mut socket = joined(&server, "silence").await;
    sleep(Duration::from_millis(59_999)).await;
    socket.send(r#"["h"]"#).await;
    assert_eq!(socket.next().await, json!(["h"]));
    let begun = Instant::now();
    assert_eq!(socket.closed().await, 4010);
    assert_eq!(begun.elapsed().as_secs(), 60);
}

/// The same where pings are sent, and nobody answers them.
#[tokio::test(start_paused = true)]
async fn who_answers_no_ping_is_dead_after_a_minute() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let page = browser.get("/?key=dead").await.page();
    let mut stream = raw_socket(&browser).await;
    let join = frame(0x81, page.join(None).as_bytes());
    stream.write_all(&join).await.expect("it reads");
    let begun = Instant::now();
    let mut heard = Vec::new();
    stream.read_to_end(&mut heard).await.expect("it is closed");
    assert!(
        heard.ends_with(&[0x89, 0, 0x89, 0, 0x88, 2, 0x0f, 0xaa]),
        "two pings, and 4010"
    );
    assert_eq!(begun.elapsed().as_secs(), 60 + 5, "and five for an answer");
}

/// AT35: thirty seconds for one write, then the session is parked, here for one second.
#[tokio::test(start_paused = true)]
async fn who_reads_too_little_for_half_a_minute_loses_the_socket() {
    let limits = Limits {
        heartbeat: HOUR,
        dead_after: HOUR,
        parked_time: Duration::from_secs(1),
        ..Limits::default()
    };
    let server = Server::in_narrow_memory(app_with(limits));
    for (key, reads) in [("stall", 0), ("drip", 1)] {
        let mut socket = joined(&server, key).await;
        let text = "x".repeat(10_000);
        socket.send(format!(r#"[1,0,"set",["{text}"]]"#)).await;
        for seconds in [10, 10, 10] {
            sleep(Duration::from_secs(seconds)).await;
            let mut bytes = vec![0; reads];
            let stream = socket.stream.get_mut();
            stream.read_exact(&mut bytes).await.expect("it writes");
        }
        sleep(Duration::from_millis(900)).await;
        assert_eq!(seen(key).disconnects, 0);
        sleep(Duration::from_millis(200)).await;
        assert_eq!(seen(key).disconnects, 1, "{key}");
    }
}

#[tokio::test(start_paused = true)]
async fn who_answers_no_close_is_left_after_five_seconds() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    browser.get("/?key=farewell").await;
    let mut stream = raw_socket(&browser).await;
    let begun = Instant::now();
    let mut last_words = Vec::new();
    let read = stream.read_to_end(&mut last_words).await;
    read.expect("it is closed, not reset");
    assert_eq!(last_words, [0x88, 2, 0x0f, 0xa9], "4009: it has not joined");
    assert_eq!(begun.elapsed().as_secs(), 10 + 5);
}

#[tokio::test(start_paused = true)]
async fn what_is_said_after_a_close_is_read_up_to_a_bound() {
    let pours = async |farewell_bytes| {
        let limits = Limits {
            farewell_bytes,
            farewell_timeout: HOUR,
            ..Limits::default()
        };
        let server = Server::in_narrow_memory(app_with(limits));
        let mut browser = server.browser();
        browser.get("/?key=pours").await;
        let mut stream = raw_socket(&browser).await;
        // A reserved bit: nothing behind it can be framed any more.
        stream.write_all(&[0xc1]).await.expect("it reads");
        let mut poured = 0;
        while poured < 100 && stream.write_all(&[0; 1024]).await.is_ok() {
            poured += 1;
        }
        poured
    };
    assert_eq!(pours(1024 * 1024).await, 100);
    // What lies in the pipe and in the socket's buffer was poured too.
    assert!((20..30).contains(&pours(20 * 1024).await));
}

/// AT14, AT33: what one message may hold, one over each bound; nothing is changed by any of them.
#[tokio::test(start_paused = true)]
async fn one_over_what_an_event_may_carry_is_refused() {
    let limits = Limits {
        payload_depth: 1,
        payload_keys: 3,
        payload_key_bytes: 8,
        payload_value_bytes: 20,
        payload_bytes: 75,
        ..Limits::default()
    };
    let server = Server::in_memory(app_with(limits));
    let mut socket = joined(&server, "carries").await;
    let mut reference = 0;
    for (fits, over) in [
        (r#""sum",[[]]"#, r#""sum",[[[]]]"#),
        (
            r#""nothing",0,{"f":[["a",""],["b",""],["c",""]]}"#,
            r#""nothing",0,{"f":[["a",""],["b",""],["c",""],["d",""]]}"#,
        ),
        (
            r#""nothing",0,{"d":{"12345678":""}}"#,
            r#""nothing",0,{"d":{"123456789":""}}"#,
        ),
        (
            r#""nothing",0,{"v":"12345678901234567890"}"#,
            r#""nothing",0,{"v":"123456789012345678901"}"#,
        ),
        (
            r#""nothing",0,{"f":[["a","12345678901234567890"],["b","12345678901234567890"]],"v":"12"}"#,
            r#""nothing",0,{"f":[["a","12345678901234567890"],["b","12345678901234567890"]],"v":"123"}"#,
        ),
    ] {
        for (event, code) in [(fits, "a"), (over, "e")] {
            reference += 1;
            socket.send(format!("[{reference},0,{event}]")).await;
            assert_eq!(socket.next().await[0], code, "{event}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn one_step_over_the_longest_path_is_no_frame() {
    let limits = Limits {
        path_steps: 2,
        ..Limits::default()
    };
    let server = Server::in_memory(app_with(limits));
    let mut socket = joined(&server, "steps").await;
    for (path, answer) in [("[0,0]", "r"), ("[0,0,0]", "e")] {
        socket.send(format!(r#"["r",0,{path}]"#)).await;
        assert_eq!(socket.next().await[0], answer, "{path}");
    }
}

#[tokio::test(start_paused = true)]
async fn one_form_over_those_of_a_join_is_passed_over() {
    for (join_forms, shown) in [(2, "second"), (1, "first")] {
        let limits = Limits {
            join_forms,
            ..Limits::default()
        };
        let server = Server::in_memory(app_with(limits));
        let mut browser = server.browser();
        let page = browser.get("/?key=join-forms").await.page();
        let form = |text: &str| format!(r#"["f","set",[["text","{text}"]]]"#);
        let forms = format!("[{},{}]", form("first"), form("second"));
        let mut socket = browser.socket().await;
        let join = page.after(3, 2).join(None);
        socket
            .send(join.replace(",0,\"/\"", &format!(",{forms},\"/\"")))
            .await;
        assert_eq!(socket.next().await[1]["values"], json!([0, "0", shown]));
    }
}

/// AT36: what waits is bounded by what it holds, too. One of more bytes than all may have has no place.
#[tokio::test(start_paused = true)]
async fn one_byte_over_what_may_wait_ends_a_session() {
    let pages = Limits {
        awaiting_bytes: 1,
        ..Limits::default()
    };
    let server = Server::in_memory(app_with(pages));
    server.browser().get("/?key=awaiting-bytes").await;
    settle().await;
    assert_eq!(seen("awaiting-bytes").disconnects, 1);
    let drops = Limits {
        parked_bytes: 1,
        ..Limits::default()
    };
    let server = Server::in_memory(app_with(drops));
    let socket = joined(&server, "parked-bytes").await;
    settle().await;
    assert_eq!(seen("parked-bytes").disconnects, 0);
    drop(socket);
    settle().await;
    assert_eq!(seen("parked-bytes").disconnects, 1);
}

/// AT36: whoever comes and goes, with or without a word, leaves nothing behind.
#[tokio::test(start_paused = true)]
async fn visitors_leave_no_task_behind() {
    let tasks = || {
        tokio::runtime::Handle::current()
            .metrics()
            .num_alive_tasks()
    };
    let server = Server::in_memory(app());
    let before = tasks();
    for visitor in 0..300 {
        let mut browser = server.browser();
        let page = browser.get("/?key=visitors").await.page();
        let mut socket = browser.socket().await;
        match visitor % 4 {
            0 => drop(socket.join_same(&page).await),
            1 => {
                socket.join_same(&page).await;
                socket.send(r#"["l"]"#).await;
            }
            // One that joins twice, and one that never does.
            2 => {
                socket.join_same(&page).await;
                socket.join(&page, None).await;
            }
            _ => {}
        }
    }
    let after = seen("visitors");
    assert_eq!((after.mounts, tasks() > before), (375, true));
    sleep(Duration::from_secs(150)).await;
    assert_eq!(tasks(), before);
    let after = seen("visitors");
    assert_eq!(after.disconnects, after.mounts);
}

#[tokio::test(start_paused = true)]
async fn one_byte_over_what_is_kept_for_a_return_is_said_anew() {
    let replays = async |ring_bytes| {
        let limits = Limits {
            ring_bytes,
            ..Limits::default()
        };
        let server = Server::in_memory(app_with(limits));
        let mut browser = server.browser();
        let page = browser.get("/?key=ring-bytes").await.page();
        let mut socket = browser.socket().await;
        let secret = socket.join_same(&page).await;
        socket.send(r#"[1,0,"add",[1]]"#).await;
        let length = socket.next().await.to_string().len();
        drop(socket);
        let joined = browser.socket().await.join(&page, Some(&secret)).await;
        (joined["replay"] == json!(1), length)
    };
    let (is_replayed, length) = replays(1_000).await;
    assert!(is_replayed);
    assert_eq!(replays(length).await, (true, length));
    assert_eq!(replays(length - 1).await, (false, length));
}
