//! Sessions from outside: who mounts, who adopts, who returns to what. Judges no page's looks.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use liveview::Key;
use liveview::http::{KeyRing, PageToken};
use liveview::prelude::*;
use serde_json::json;

use crate::harness::Server;
use crate::probe::{Probe, Seen, Tell, app, handle, seen};

#[tokio::test]
async fn a_page_and_its_socket_mount_once_and_render_once() {
    let server = Server::start(app()).await;
    let mut browser = server.browser();
    let page = browser.get("/?key=once").await.page();
    let mut socket = browser.socket().await;
    let joined = socket.join(&page, None).await;
    assert_eq!(
        (&joined["same"], &joined["seq"], &joined["ref"]),
        (&json!(1), &json!(0), &json!(0))
    );
    assert_eq!(
        seen("once"),
        Seen {
            mounts: 1,
            renders: 1,
            disconnects: 0
        }
    );
    socket.send(r#"[1,0,"add",[2]]"#).await;
    assert_eq!(socket.next().await, json!([1, [0, "2"], 1]));
}

#[tokio::test(start_paused = true)]
async fn what_only_looks_is_rendered_and_never_waits() {
    let server = Server::in_memory(app());
    let browser = server.browser();
    for (method, headers) in [
        ("HEAD", "accept: text/html\r\n"),
        ("GET", "accept: text/html\r\nsec-purpose: prefetch\r\n"),
        (
            "GET",
            "accept: text/html\r\nsec-purpose: prefetch;prerender\r\n",
        ),
        ("GET", "accept: */*\r\n"),
        ("GET", ""),
    ] {
        let before = seen("looks");
        let answer = browser.request(method, "/?key=looks", headers).await;
        assert_eq!(answer.status, 200);
        let after = seen("looks");
        let gone = (
            after.mounts - before.mounts,
            after.disconnects - before.disconnects,
        );
        assert_eq!(gone, (1, 1), "{method} {headers}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_page_that_only_looked_mounts_when_it_stays_after_all() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let prefetch = "accept: text/html\r\nsec-purpose: prefetch\r\n";
    let answer = browser.request("GET", "/?key=stays", prefetch).await;
    browser.cookie = answer
        .header("set-cookie")
        .and_then(|cookie| cookie.split(';').next())
        .map(str::to_owned);
    browser.socket().await.join_same(&answer.page()).await;
    assert_eq!(seen("stays").mounts, 2);
}

#[tokio::test(start_paused = true)]
async fn of_two_tabs_at_the_first_visit_one_loads_again_once() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let mut other_tab = server.browser();
    let first = browser.get("/?key=tabs").await.page();
    let second = other_tab.get("/?key=tabs").await.page();
    // A browser keeps the cookie that came last.
    browser.cookie.clone_from(&other_tab.cookie);
    other_tab.socket().await.join_same(&second).await;
    let mut socket = browser.socket().await;
    socket.send(first.join(None)).await;
    assert_eq!(socket.next().await, json!(["n", "load", ""]));
    assert_eq!(socket.closed().await, 4004);
    let page = browser.get("/?key=tabs").await.page();
    browser.socket().await.join_same(&page).await;
    assert_eq!(seen("tabs").mounts, 3);
}

#[tokio::test(start_paused = true)]
async fn without_a_cookie_the_error_is_visible_and_final() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let page = browser.get("/?key=cookie").await.page();
    browser.cookie = None;
    let mut socket = browser.socket().await;
    socket.send(page.join(None)).await;
    let frame = socket.next().await;
    assert_eq!(
        (&frame[0], &frame[1], &frame[3]),
        (&json!("e"), &json!("cookie"), &json!(0))
    );
    assert!(
        frame[2]
            .as_str()
            .is_some_and(|text| text.contains("cookies")),
        "{frame}"
    );
    assert_eq!(socket.closed().await, 4004);
}

#[tokio::test(start_paused = true)]
async fn a_reload_is_a_page_of_its_own() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let page = browser.get("/?key=reload").await.page();
    let mut socket = browser.socket().await;
    socket.join_same(&page).await;
    socket.send(r#"["l"]"#).await;
    drop(socket);
    let page = browser.get("/?key=reload").await.page();
    browser.socket().await.join_same(&page).await;
    assert_eq!(
        seen("reload"),
        Seen {
            mounts: 2,
            renders: 2,
            disconnects: 0
        }
    );
    // Who said goodbye is waited for five seconds.
    tokio::time::sleep(Duration::from_secs(6)).await;
    assert_eq!(seen("reload").disconnects, 1);
}

#[tokio::test(start_paused = true)]
async fn the_back_button_shows_a_used_page_and_mounts_it_anew() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let page = browser.get("/?key=back").await.page();
    let mut socket = browser.socket().await;
    socket.join_same(&page).await;
    socket.send(r#"[1,0,"add",[2]]"#).await;
    socket.next().await;
    drop(socket);
    // The cached page has the digest of its first render, and the new session shows just that.
    browser.socket().await.join_same(&page).await;
    assert_eq!(seen("back").mounts, 2);
}

#[tokio::test(start_paused = true)]
async fn a_page_whose_session_is_gone_is_mounted_anew() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let page = browser.get("/?key=late").await.page();
    tokio::time::sleep(Duration::from_secs(11)).await;
    assert_eq!(
        seen("late"),
        Seen {
            mounts: 1,
            renders: 1,
            disconnects: 1
        }
    );
    browser.socket().await.join_same(&page).await;
    assert_eq!(seen("late").mounts, 2);
}

#[tokio::test(start_paused = true)]
async fn a_page_that_shows_something_else_gets_all_values() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let mut page = browser.get("/?key=else").await.page();
    page.digest = "AAAAAAAAAAA".to_owned();
    let joined = browser.socket().await.join(&page.after(0, 7), None).await;
    assert_eq!(
        (&joined["values"], &joined["ref"]),
        (&json!([0, "0", ""]), &json!(7)),
        "{joined}"
    );
}

#[tokio::test(start_paused = true)]
async fn a_page_that_changed_while_it_waited_for_its_socket_is_the_same_and_then_updated() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let page = browser.get("/?key=early").await.page();
    handle("early").send(Tell::Add(4)).expect("it waits");
    let mut socket = browser.socket().await;
    socket.join_same(&page).await;
    assert_eq!(socket.next().await, json!([1, [0, "4"]]));
}

#[tokio::test(start_paused = true)]
async fn an_unsolicited_change_is_one_frame_and_none_is_silence() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let page = browser.get("/?key=told").await.page();
    let mut socket = browser.socket().await;
    socket.join_same(&page).await;
    handle("told").send(Tell::Nothing).expect("alive");
    handle("told").send(Tell::Nothing).expect("alive");
    socket.send(r#"[1,0,"nothing",0]"#).await;
    assert_eq!(socket.next().await, json!(["a", 1]));
    handle("told").send(Tell::Add(2)).expect("alive");
    assert_eq!(socket.next().await, json!([1, [0, "2"]]));
}

#[tokio::test(start_paused = true)]
async fn two_views_share_a_socket_and_nothing_else() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let first = browser.get("/?key=first").await.page();
    let second = browser.get("/?key=second").await.page();
    let mut socket = browser.socket().await;
    socket.join_same(&first).await;
    socket
        .send(format!(r#"["v",1,{}]"#, second.join(None)))
        .await;
    let joined = socket.next().await;
    assert_eq!(
        (&joined[0], &joined[1], &joined[2][0]),
        (&json!("v"), &json!(1), &json!("j"))
    );
    socket.send(r#"["v",1,[1,0,"add",[7]]]"#).await;
    assert_eq!(socket.next().await, json!(["v", 1, [1, [0, "7"], 1]]));
    socket.send(r#"[1,0,"add",[3]]"#).await;
    assert_eq!(socket.next().await, json!([1, [0, "3"], 1]));
    socket.send(r#"["v",1,["h"]]"#).await;
    assert_eq!(socket.next().await, json!(["v", 1, ["h"]]));
    socket.send(r#"["v",1,["l"]]"#).await;
    socket.send(r#"[2,0,"add",[3]]"#).await;
    assert_eq!(socket.next().await, json!([2, [0, "6"], 1]));
    tokio::time::sleep(Duration::from_secs(6)).await;
    assert_eq!(
        (seen("first").disconnects, seen("second").disconnects),
        (0, 1)
    );
}

#[tokio::test(start_paused = true)]
async fn a_resync_is_answered_with_the_values_of_the_root() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let page = browser.get("/?key=resync").await.page();
    let mut socket = browser.socket().await;
    socket.join_same(&page).await;
    socket.send(r#"[1,0,"set",["a"]]"#).await;
    socket.next().await;
    for path in ["[]", "[9,9]", "[0]"] {
        socket.send(format!(r#"["r",1,{path}]"#)).await;
        let answer = socket.next().await;
        assert_eq!(
            (&answer[0], &answer[1], &answer[2]),
            (&json!("r"), &json!(1), &json!([])),
            "{path}"
        );
        assert_eq!(answer[3], json!([0, "0", "a"]));
    }
}

#[tokio::test(start_paused = true)]
async fn a_session_that_is_replaced_on_its_own_seat_ends_at_once() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let first = browser.get("/?key=replaced").await.page();
    let second = browser.get("/?key=replacing").await.page();
    let mut socket = browser.socket().await;
    socket.join_same(&first).await;
    let secret = socket.join_same(&second).await;
    tokio::time::sleep(Duration::from_millis(1)).await;
    assert_eq!(seen("replaced").disconnects, 1);
    // A return to the session that has the seat already does not end it.
    assert_eq!(socket.join(&second, Some(&secret)).await["replay"], 1);
    tokio::time::sleep(Duration::from_secs(6)).await;
    assert_eq!(seen("replacing").disconnects, 0);
}

#[tokio::test(start_paused = true)]
async fn forms_of_a_page_whose_session_is_gone_are_told_to_the_new_one() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let page = browser.get("/?key=forms").await.page();
    tokio::time::sleep(Duration::from_secs(11)).await;
    let mut socket = browser.socket().await;
    let join = page
        .after(3, 2)
        .join(None)
        .replace(",0,\"/\"", r#",[["f","set",[["text","typed"]]]],"/""#);
    socket.send(join).await;
    let joined = socket.next().await;
    assert_eq!(
        (&joined[1]["values"], &joined[1]["ref"]),
        (&json!([0, "0", "typed"]), &json!(2)),
        "{joined}"
    );
}

/// A page's token as it will be in so many hours.
fn aged(token: &str, keys: &KeyRing, hours: u64) -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let now = since.expect("it is later").as_secs();
    let mut token = PageToken::open(token, keys, now).expect("its own token");
    token.issued -= hours * 60 * 60;
    token.seal(keys)
}

/// A page may stand open for days, and its token is good for one.
#[tokio::test(start_paused = true)]
async fn a_token_that_is_getting_old_is_renewed_asked_and_unasked() {
    let key = Key::new([7; 32]).expect("a key");
    let keys = KeyRing::new(&key, &[]);
    let app = axum::Router::new().live("/", live::<Probe>());
    let server = Server::in_memory(app.with_live(Live::new().key(key)));
    let mut browser = server.browser();
    let mut page = browser.get("/?key=renewed").await.page();
    page.token = aged(&page.token, &keys, 11);
    let mut socket = browser.socket().await;
    socket.join(&page, None).await;
    socket.send(r#"["h"]"#).await;
    assert_eq!(socket.next().await, json!(["h"]), "it is good for long");
    for asks in [true, false] {
        page.token = aged(&page.token, &keys, 13);
        let mut socket = browser.socket().await;
        socket.join(&page, None).await;
        if asks {
            socket.send(r#"["h"]"#).await;
        }
        let heartbeat = socket.next().await;
        assert_eq!(heartbeat[0], "h", "{heartbeat}");
        let token = heartbeat[1].as_str().expect("a token");
        page.token = token.to_owned();
    }
    browser.socket().await.join(&page, None).await;
}
