//! Requests and tokens that prove nothing: AT2, AT3, AT17. Floods nobody, and bends no frame.

use std::time::{SystemTime, UNIX_EPOCH};

use liveview::Key;
use liveview::http::{KeyRing, PageToken};
use liveview::prelude::*;
use serde_json::json;

use crate::harness::{Browser, Page, Server};
use crate::probe::{Probe, app, seen};

const HOUR: u64 = 60 * 60;

fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.expect("it is later").as_secs()
}

/// A server whose key the test has, too.
fn server() -> (Server, KeyRing) {
    let key = Key::new([7; 32]).expect("a key");
    let keys = KeyRing::new(&key, &[]);
    let app = axum::Router::new().live("/", live::<Probe>());
    let server = Server::in_memory(app.with_live(Live::new().key(key)));
    (server, keys)
}

/// The same page with its token changed.
fn with_token(page: &Page, keys: &KeyRing, change: impl FnOnce(&mut PageToken)) -> Page {
    let mut token = PageToken::open(&page.token, keys, now()).expect("its own token");
    change(&mut token);
    Page {
        token: token.seal(keys),
        ..page.clone()
    }
}

async fn must_load_again(browser: &Browser, page: &Page) {
    let mut socket = browser.socket().await;
    socket.send(page.join(None)).await;
    assert_eq!(socket.next().await, json!(["n", "load", ""]));
    assert_eq!(socket.closed().await, 4004);
}

/// AT3: sealed by another key, for another browser, too old, not yet issued, cut, empty.
#[tokio::test(start_paused = true)]
async fn a_token_that_proves_nothing_mounts_nothing() {
    let (server, keys) = server();
    let mut browser = server.browser();
    let page = browser.get("/?key=forged").await.page();
    let other = server.browser().get("/?key=forged").await.page();
    let text = |token: &str| Page {
        token: token.to_owned(),
        ..page.clone()
    };
    let foreign = KeyRing::new(&Key::random(), &[]);
    let opened = PageToken::open(&page.token, &keys, now()).expect("its own token");
    for forged in [
        text(&opened.seal(&foreign)),
        text(&other.token),
        with_token(&page, &keys, |token| token.issued -= 24 * HOUR + 60),
        with_token(&page, &keys, |token| token.issued += HOUR),
        text(&page.token[..page.token.len() - 2]),
        text(""),
        text("no token at all"),
    ] {
        must_load_again(&browser, &forged).await;
    }
    assert_eq!(seen("forged").mounts, 2, "one for each page");
    browser.socket().await.join_same(&page).await;
}

/// AT3: what was made by another build is built anew, and not from what it shows.
#[tokio::test(start_paused = true)]
async fn a_token_of_another_build_or_view_is_answered_by_a_new_page() {
    let (server, keys) = server();
    let mut browser = server.browser();
    for (name, change) in [
        ("build", (|token| token.build ^= 1) as fn(&mut PageToken)),
        ("view", |token| token.view = "another".to_owned()),
    ] {
        let page = browser.get(&format!("/?key=other-{name}")).await.page();
        tokio::time::sleep(std::time::Duration::from_secs(11)).await;
        let mut changed = with_token(&page, &keys, change);
        changed.digest = "AAAAAAAAAAA".to_owned();
        let joined = browser.socket().await.join(&changed, None).await;
        assert_eq!(joined["new"], json!([0, "0", ""]), "{name}: {joined}");
    }
}

/// AT3: nobody speaks to a view without a join.
#[tokio::test(start_paused = true)]
async fn an_event_before_the_join_reaches_nobody() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let page = browser.get("/?key=unjoined").await.page();
    let mut socket = browser.socket().await;
    for frame in [
        r#"[1,0,"add",[1]]"#,
        r#"["r",0,[]]"#,
        r#"["l"]"#,
        r#"["h"]"#,
    ] {
        socket.send(frame).await;
        assert_eq!(socket.next().await, json!(["e", "frame", 0, 0]), "{frame}");
    }
    socket.join_same(&page).await;
}

/// AT2: nothing that another site can make a browser send changes anything here.
#[tokio::test(start_paused = true)]
async fn a_request_forged_by_another_site_does_nothing() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let page = browser.get("/?key=csrf").await.page();
    let before = seen("csrf");
    let foreign =
        "origin: http://evil.example\r\nsec-fetch-site: cross-site\r\ncontent-length: 0\r\n";
    for (method, status) in [("POST", 303), ("PUT", 405), ("PATCH", 405), ("DELETE", 405)] {
        let answer = browser.request(method, "/?key=csrf", foreign).await;
        assert_eq!(answer.status, status, "{method}");
        assert_eq!(answer.header("set-cookie"), None, "{method}");
        let socket = browser.request(method, "/_live/socket", foreign).await;
        assert_eq!(socket.status, 405, "{method}");
    }
    assert_eq!(seen("csrf"), before);
    browser.socket().await.join_same(&page).await;
}

/// AT2: the cookie goes with no request that another site makes, and is bound to its host where there is TLS.
#[tokio::test(start_paused = true)]
async fn the_cookie_stays_at_home() {
    let cookie = async |settings: Live| {
        let app = axum::Router::new().live("/", live::<Probe>());
        let server = Server::in_memory(app.with_live(settings));
        let answer = server.browser().get("/?key=cookie-home").await;
        answer.header("set-cookie").expect("a cookie").to_owned()
    };
    let plain = cookie(Live::new()).await;
    assert!(
        plain.starts_with("dj=") && plain.contains("; SameSite=Lax"),
        "{plain}"
    );
    let tls = cookie(Live::new().tls()).await;
    assert!(
        tls.starts_with("__Host-dj=") && tls.ends_with("; Secure"),
        "{tls}"
    );
}

/// AT17: a conversation that was recorded is worth nothing on a socket of its own, also for the browser that had it.
#[tokio::test(start_paused = true)]
async fn a_recorded_conversation_runs_nothing_twice() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let page = browser.get("/?key=recorded").await.page();
    let mut socket = browser.socket().await;
    let secret = socket.join_same(&page).await;
    socket.send(r#"[1,0,"add",[5]]"#).await;
    assert_eq!(socket.next().await, json!([1, [0, "5"], 1]));
    drop(socket);
    // With the secret of the join it would be the session again, and that has counted the event.
    let mut socket = browser.socket().await;
    assert_eq!(socket.join(&page, Some(&secret)).await["ref"], 1);
    assert_eq!(
        socket.next().await,
        json!([1, [0, "5"], 1]),
        "what it missed"
    );
    socket.send(r#"[1,0,"add",[5]]"#).await;
    socket.send(r#"[2,0,"nothing",0]"#).await;
    assert_eq!(socket.next().await, json!(["a", 1]), "five, and not ten");
}
