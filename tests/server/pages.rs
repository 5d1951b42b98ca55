//! What a page is sent with, and what stands beside it. Opens no socket.

use axum::Router;
use liveview::prelude::*;

use crate::harness::Server;
use crate::probe::{Probe, app, seen};

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
async fn a_post_is_never_sent_to_another_host() {
    let app = Router::new()
        .live("/{*rest}", live::<Probe>())
        .with_live(Live::new());
    let browser = Server::in_memory(app).browser();
    for path in [
        "//evil.example/x",
        r"/\evil.example/x",
        r"/\/evil.example/x",
    ] {
        let post = browser.request("POST", path, "content-length: 0\r\n");
        let answer = post.await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (303, Some("/evil.example/x")),
            "{path}"
        );
    }
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
