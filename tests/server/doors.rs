//! Who comes in: connections over the caps, heads and bodies that take their time. Speaks no WebSocket but its handshake.

use std::time::Duration;

use liveview::prelude::*;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::{Instant, timeout};

use crate::harness::{Answer, Browser, PATIENCE, Server, Wire, parse};
use crate::probe::{Probe, app, app_with, seen};

/// Everything that comes until the server closes.
async fn rest(stream: &mut Box<dyn Wire>) -> Answer {
    parse(&tail(stream).await)
}

async fn tail(stream: &mut Box<dyn Wire>) -> Vec<u8> {
    let mut tail = Vec::new();
    let read = timeout(PATIENCE, stream.read_to_end(&mut tail)).await;
    // A reset is an end too.
    let _ = read.expect("it closes in time");
    tail
}

/// A connection with a place: it has been answered and is kept.
async fn placed(browser: &Browser) -> Box<dyn Wire> {
    let mut stream = browser.connect().await;
    let head = format!("GET /none HTTP/1.1\r\nhost: {}\r\n\r\n", browser.host());
    stream.write_all(head.as_bytes()).await.expect("it reads");
    let mut answer = [0; 12];
    let read = timeout(PATIENCE, stream.read_exact(&mut answer)).await;
    read.expect("it answers in time").expect("it answers");
    assert_eq!(&answer, b"HTTP/1.1 404");
    stream
}

/// AT34: both caps, one over.
#[tokio::test]
async fn one_connection_over_a_cap_is_told_to_come_again_later() {
    let by_server = Limits {
        connections: 3,
        ..Limits::default()
    };
    let by_address = Limits {
        connections_per_address: 3,
        ..Limits::default()
    };
    for (key, limits) in [("cap", by_server), ("cap-address", by_address)] {
        let server = Server::start(app_with(limits)).await;
        let mut browser = server.browser();
        let mut kept = Vec::new();
        for _ in 0..3 {
            kept.push(placed(&browser).await);
        }
        let refused = browser.request("GET", "/?key=refused", "").await;
        assert_eq!(refused.status, 503);
        let after = refused.header("retry-after").expect("a time");
        let after: u64 = after.parse().expect("seconds");
        assert!((5..=10).contains(&after), "{after}");
        assert_eq!(refused.header("connection"), Some("close"));
        assert_eq!(seen("refused").mounts, 0);
        // The place is free once the server has seen a connection go.
        kept.pop();
        let free = async { while browser.get(&format!("/?key={key}")).await.status != 200 {} };
        timeout(PATIENCE, free).await.expect("a place is free");
    }
}

/// AT34: refusing costs no more than a bounded number of places.
#[tokio::test]
async fn one_refusal_over_those_at_once_is_closed_without_a_word() {
    let limits = Limits {
        connections: 1,
        refusals: 1,
        refusal_timeout: PATIENCE,
        ..Limits::default()
    };
    let server = Server::start(app_with(limits)).await;
    let browser = server.browser();
    let _kept = placed(&browser).await;
    let mut first = browser.connect().await;
    let mut told = [0; 12];
    first.read_exact(&mut told).await.expect("it is told");
    assert_eq!(&told, b"HTTP/1.1 503");
    // The first has not gone yet.
    assert_eq!(rest(&mut browser.connect().await).await.status, 0);
    drop(first);
    let told = async { while rest(&mut browser.connect().await).await.status != 503 {} };
    timeout(PATIENCE, told)
        .await
        .expect("the next is told again");
}

/// AT34: as many sockets as one browser may have, and no more.
#[tokio::test]
async fn one_socket_over_those_of_a_browser_is_told_to_come_again_later() {
    let limits = Limits {
        sockets_per_browser: 2,
        ..Limits::default()
    };
    let server = Server::in_memory(app_with(limits));
    let mut browser = server.browser();
    let mut sockets = vec![browser.socket_of("/?key=browser").await];
    sockets.push(browser.socket_of("/?key=browser").await);
    let handshake = upgrade(&browser);
    let refused = browser.request("GET", "/_live/socket", &handshake).await;
    assert_eq!(refused.status, 503);
    assert!(refused.header("retry-after").is_some());
    let mut other = server.browser();
    other.socket_of("/?key=browser-other").await;
    sockets.pop();
    let free = async { while browser.try_socket().await.is_err() {} };
    timeout(PATIENCE, free).await.expect("a place is free");
}

/// The headers of a handshake.
fn upgrade(browser: &Browser) -> String {
    format!(
        "origin: http://{}\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n\
         sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n",
        browser.host()
    )
}

/// AT33: no route of ours reads a body, and none waits for one.
#[tokio::test]
async fn a_body_that_never_comes_holds_no_connection() {
    let server = Server::start(app()).await;
    let browser = server.browser();
    let host = browser.host();
    let handshake = upgrade(&browser);
    let page = browser.request("GET", "/?key=bodies", "").await.body;
    let (_, script) = page.split_once("<script src=\"").expect("a script");
    let script = script.split('"').next().expect("an address");
    for body in [
        "content-length: 1000000000\r\n\r\n",
        "content-length: 1000000000\r\n\r\nsome of it",
        "content-length: 1000\r\nexpect: 100-continue\r\n\r\n",
        "transfer-encoding: chunked\r\n\r\n",
        "transfer-encoding: chunked\r\n\r\n3b9aca00\r\nsome of it",
    ] {
        for (request, headers, status) in [
            ("GET /?key=bodies", "accept: text/html\r\n", 200),
            ("HEAD /?key=bodies", "", 200),
            ("POST /?key=bodies", "", 303),
            ("PUT /?key=bodies", "", 405),
            (&*format!("GET {script}"), "", 200),
            ("GET /_live/socket", &handshake, 400),
            ("POST /_live/socket", "", 405),
        ] {
            let mut stream = browser.connect().await;
            let head = format!("{request} HTTP/1.1\r\nhost: {host}\r\n{headers}{body}");
            stream.write_all(head.as_bytes()).await.expect("it reads");
            assert_eq!(rest(&mut stream).await.status, status, "{request} {body}");
        }
    }
}

/// AT33: what is sent as a body after a form's answer is not waited for, however fast it comes.
#[tokio::test]
async fn a_body_without_end_is_cut_off() {
    let server = Server::start(app()).await;
    let browser = server.browser();
    let mut stream = browser.connect().await;
    let head = format!(
        "POST /?key=endless HTTP/1.1\r\nhost: {}\r\ncontent-length: 100000000000\r\n\r\n",
        browser.host()
    );
    stream.write_all(head.as_bytes()).await.expect("it reads");
    let pour = async { while stream.write_all(&[b'x'; 64 * 1024]).await.is_ok() {} };
    timeout(PATIENCE, pour).await.expect("it is cut off");
}

/// An app with a route that reads a body to its end.
fn reader(limits: Limits) -> Server {
    let length = async |body: String| body.len().to_string();
    let app = axum::Router::new().route("/read", axum::routing::post(length));
    let app = app.live("/", live::<Probe>());
    Server::in_memory(app.with_live(Live::new().limits(limits)))
}

/// The answer to a body of which so many bytes come every second, and when it came.
async fn poured(bytes_per_second: usize, seconds: usize) -> (u16, u64) {
    let server = reader(Limits::default());
    let mut stream = server.browser().connect().await;
    let begun = Instant::now();
    let length = bytes_per_second * seconds;
    let head = format!(
        "POST /read HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.expect("it reads");
    for _ in 0..seconds {
        tokio::time::sleep(Duration::from_secs(1)).await;
        if stream
            .write_all(&vec![b'x'; bytes_per_second])
            .await
            .is_err()
        {
            break;
        }
    }
    let status = rest(&mut stream).await.status;
    (status, begun.elapsed().as_secs())
}

/// AT33: 1 KiB a second after ten seconds, for the routes of an app that read bodies.
#[tokio::test(start_paused = true)]
async fn a_body_comes_at_a_pace_or_is_cut_off() {
    assert_eq!(poured(1024, 100).await, (200, 100));
    // What comes in a second buys nine tenths of one: with the ten of grace that lasts until the 94th.
    assert_eq!(poured(1024 - 100, 1_000).await, (400, 94));
}

#[tokio::test(start_paused = true)]
async fn a_body_that_stops_is_cut_off_after_its_grace() {
    let server = reader(Limits::default());
    let mut stream = server.browser().connect().await;
    let begun = Instant::now();
    let head = "POST /read HTTP/1.1\r\nhost: x\r\ncontent-length: 9999\r\n\r\n";
    let start = [head.as_bytes(), &[b'x'; 2048]].concat();
    stream.write_all(&start).await.expect("it reads");
    assert_eq!(rest(&mut stream).await.status, 400);
    assert_eq!(begun.elapsed().as_secs(), 12, "ten, and two for what came");
}

/// AT33: a head that dribbles, none at all, and none after an answer.
#[tokio::test(start_paused = true)]
async fn who_says_nothing_or_too_little_is_closed_after_ten_seconds() {
    let server = Server::in_memory(app());
    let browser = server.browser();
    let answered = placed(&browser).await;
    let silent = browser.connect().await;
    for mut stream in [answered, silent] {
        let begun = Instant::now();
        rest(&mut stream).await;
        assert!(begun.elapsed().as_secs() <= 10);
    }
    let mut dribbles = browser.connect().await;
    let begun = Instant::now();
    let dribble = async {
        let head = b"GET / HTTP/1.1\r\nhost: x\r\nx-slow: ";
        for byte in head.iter().chain(std::iter::repeat(&b'x')) {
            if dribbles.write_all(&[*byte]).await.is_err() {
                break;
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    };
    timeout(PATIENCE, dribble).await.expect("it is cut off");
    assert!((10..=11).contains(&begun.elapsed().as_secs()));
}

/// A head is refused once it has filled its bytes without an end, and not when its time is over.
#[tokio::test(start_paused = true)]
async fn one_byte_over_the_longest_head_is_refused() {
    let limits = Limits {
        header_bytes: 10_000,
        ..Limits::default()
    };
    let server = Server::in_memory(app_with(limits));
    for (length, status) in [(9_999, 404), (10_000, 431)] {
        let mut stream = server.browser().connect().await;
        let start = "GET /none HTTP/1.1\r\nhost: x\r\nconnection: close\r\nx-long: ";
        let long = "x".repeat(length - start.len());
        let head = format!("{start}{long}");
        stream.write_all(head.as_bytes()).await.expect("it reads");
        tokio::time::sleep(Duration::from_secs(1)).await;
        // Who is refused already may have hung up.
        let _ = stream.write_all(b"\r\n\r\n").await;
        assert_eq!(rest(&mut stream).await.status, status, "{length}");
    }
}

/// AT33: two thousand half-open connections, and a visitor who notices none of them.
#[tokio::test(start_paused = true)]
async fn half_open_connections_hold_up_nobody() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let mut half_open = Vec::new();
    for _ in 0..2_000 {
        let mut stream = browser.connect().await;
        let head = b"GET / HTTP/1.1\r\nhost: x\r\nx-slow: ";
        stream.write_all(head).await.expect("it reads");
        half_open.push(stream);
    }
    let begun = Instant::now();
    let mut socket = browser.socket_of("/?key=half-open").await;
    socket.send(r#"[1,0,"add",[1]]"#).await;
    assert_eq!(socket.next().await[1][1], "1");
    assert_eq!(
        begun.elapsed(),
        Duration::ZERO,
        "by a clock that stands still while anybody works"
    );
    for mut stream in half_open {
        assert_ne!(rest(&mut stream).await.status, 200);
    }
    assert!(begun.elapsed() <= Duration::from_secs(10));
}

/// AT35: a page that nobody reads is given up like a frame that nobody reads.
#[tokio::test(start_paused = true)]
async fn a_page_that_nobody_reads_is_given_up_after_half_a_minute() {
    let long = async || "x".repeat(100_000);
    let app = axum::Router::new().route("/long", axum::routing::get(long));
    let app = app.live("/", live::<Probe>()).with_live(Live::new());
    let server = Server::in_narrow_memory(app);
    for (pauses, whole) in [(&[29][..], true), (&[31], false), (&[29, 29, 29], true)] {
        let mut stream = server.browser().connect().await;
        let head = b"GET /long HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
        stream.write_all(head).await.expect("it reads");
        let mut answer = Vec::new();
        for pause in pauses {
            tokio::time::sleep(Duration::from_secs(*pause)).await;
            answer.push(stream.read_u8().await.expect("it answers"));
        }
        answer.extend(tail(&mut stream).await);
        assert_eq!(parse(&answer).body.len() == 100_000, whole, "{pauses:?}");
    }
}
