//! WebSocket frames written by hand: too long, in pieces, bent (AT30). Joins no view but a neighbour's.

use futures_util::SinkExt;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_tungstenite::tungstenite::{Bytes, Message};

use crate::harness::{Browser, PATIENCE, Server, Wire, parse};
use crate::probe::{app, joined, unnoticed};

/// A socket whose frames are written by hand.
pub(crate) async fn raw_socket(browser: &Browser) -> Box<dyn Wire> {
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
pub(crate) fn frame(first: u8, payload: &[u8]) -> Vec<u8> {
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
