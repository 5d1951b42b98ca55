//! Lines that are cut, and what a return finds. Mounts nothing that could be resumed.

use std::time::Duration;

use serde_json::json;

use crate::harness::{Server, secret};
use crate::probe::{Seen, Tell, app, handle, seen};

#[tokio::test(start_paused = true)]
async fn a_cut_line_loses_nothing_and_replays_only_what_was_missed() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let page = browser.get("/?key=cut").await.page();
    let mut socket = browser.socket().await;
    let first = socket.join_same(&page).await;
    for reference in 1..=3 {
        socket.send(format!(r#"[{reference},0,"add",[1]]"#)).await;
        socket.next().await;
    }
    drop(socket);
    tokio::time::sleep(Duration::from_secs(50)).await;
    let mut socket = browser.socket().await;
    let joined = socket.join(&page.after(1, 1), Some(&first)).await;
    assert_eq!(
        (&joined["replay"], &joined["seq"], &joined["ref"]),
        (&json!(1), &json!(3), &json!(3))
    );
    assert_eq!(
        socket.take(2).await,
        json!([[2, [0, "2"], 1], [3, [0, "3"], 1]])
    );
    // An event that was on its way is dropped, the next one runs.
    socket.send(r#"[3,0,"add",[1]]"#).await;
    socket.send(r#"[4,0,"add",[1]]"#).await;
    assert_eq!(socket.next().await, json!([4, [0, "4"], 1]));
    assert_eq!(seen("cut").mounts, 1);
}

#[tokio::test(start_paused = true)]
async fn a_dropped_session_takes_messages_and_renders_once_when_its_client_returns() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let page = browser.get("/?key=parked").await.page();
    let mut socket = browser.socket().await;
    let first = socket.join_same(&page).await;
    drop(socket);
    tokio::time::sleep(Duration::from_secs(1)).await;
    for _ in 0..5 {
        handle("parked")
            .send(Tell::Add(1))
            .expect("a parked session takes messages");
    }
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(seen("parked").renders, 1);
    let mut socket = browser.socket().await;
    let joined = socket.join(&page, Some(&first)).await;
    assert_eq!(joined["replay"], 1);
    assert_eq!(socket.next().await, json!([1, [0, "5"]]));
    assert_eq!(seen("parked").renders, 2);
}

#[tokio::test(start_paused = true)]
async fn a_dropped_session_ends_after_a_minute_and_its_return_is_a_new_one() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let page = browser.get("/?key=minute").await.page();
    let mut socket = browser.socket().await;
    let first = socket.join_same(&page).await;
    socket.send(r#"[1,0,"add",[5]]"#).await;
    socket.next().await;
    drop(socket);
    tokio::time::sleep(Duration::from_secs(61)).await;
    assert_eq!(seen("minute").disconnects, 1);
    assert!(handle("minute").send(Tell::Nothing).is_err());
    let joined = browser
        .socket()
        .await
        .join(&page.after(1, 1), Some(&first))
        .await;
    assert_eq!(
        (&joined["values"], &joined["ref"]),
        (&json!([0, "0", ""]), &json!(1))
    );
    assert_eq!(
        seen("minute"),
        Seen {
            mounts: 2,
            renders: 4,
            disconnects: 1
        }
    );
}

#[tokio::test(start_paused = true)]
async fn a_secret_that_was_used_mounts_anew_and_leaves_the_session_to_its_owner() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let page = browser.get("/?key=secret").await.page();
    let mut socket = browser.socket().await;
    let first = socket.join_same(&page).await;
    socket.send(r#"[1,0,"add",[5]]"#).await;
    socket.next().await;
    drop(socket);
    let mut owner = browser.socket().await;
    let second = secret(&owner.join(&page.after(1, 1), Some(&first)).await);
    assert_ne!(first, second);
    // Its first word proves that the answer arrived: from then on the used secret is worth nothing.
    owner.send(r#"["h"]"#).await;
    assert_eq!(owner.next().await, json!(["h"]));
    let joined = browser
        .socket()
        .await
        .join(&page.after(1, 1), Some(&first))
        .await;
    assert_eq!(
        joined["values"],
        json!([0, "0", ""]),
        "a session of its own: {joined}"
    );
    owner.send(r#"[2,0,"add",[1]]"#).await;
    assert_eq!(owner.next().await, json!([2, [0, "6"], 1]));
    assert_eq!(seen("secret").mounts, 2);
}

#[tokio::test(start_paused = true)]
async fn a_secret_is_worth_nothing_in_another_browser() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let page = browser.get("/?key=thief").await.page();
    let mut socket = browser.socket().await;
    let stolen = socket.join_same(&page).await;
    let mut thief = server.browser();
    let own_page = thief.get("/?key=thief").await.page();
    // With the victim's token: refused. With a token of its own: a session of its own.
    let mut attack = thief.socket().await;
    attack.send(page.join(Some(&stolen))).await;
    assert_eq!(attack.next().await, json!(["n", "load", ""]));
    let joined = thief.socket().await.join(&own_page, Some(&stolen)).await;
    assert_ne!(secret(&joined), stolen);
    assert_eq!(seen("thief").mounts, 3);
    socket.send(r#"[1,0,"add",[1]]"#).await;
    assert_eq!(socket.next().await, json!([1, [0, "1"], 1]));
}

#[tokio::test(start_paused = true)]
async fn a_recorded_conversation_replayed_changes_no_session() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let page = browser.get("/?key=replay").await.page();
    let recorded = [
        page.join(None),
        r#"[1,0,"add",[5]]"#.to_owned(),
        r#"[2,0,"add",[5]]"#.to_owned(),
    ];
    let mut socket = browser.socket().await;
    for frame in &recorded {
        socket.send(frame).await;
        socket.next().await;
    }
    let mut listener = server.browser();
    let mut attack = listener.socket().await;
    attack.send(&recorded[0]).await;
    assert_eq!(attack.closed().await, 4004);
    listener.get("/?key=other").await;
    let mut attack = listener.socket().await;
    attack.send(&recorded[0]).await;
    assert_eq!(attack.closed().await, 4004);
    socket.send(r#"[3,0,"add",[5]]"#).await;
    assert_eq!(socket.next().await, json!([3, [0, "15"], 1]));
    assert_eq!(seen("replay").mounts, 1);
}

#[tokio::test(start_paused = true)]
async fn an_event_number_that_repeats_is_silent_and_one_that_skips_closes() {
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let page = browser.get("/?key=refs").await.page();
    let mut socket = browser.socket().await;
    let first = socket.join_same(&page).await;
    for reference in [1, 1, 1, 2, 1] {
        socket.send(format!(r#"[{reference},0,"add",[1]]"#)).await;
    }
    socket.send(r#"[4,0,"add",[1]]"#).await;
    let mut frames = vec![socket.next().await];
    assert_eq!(socket.closed().await, 4002);
    let mut socket = browser.socket().await;
    let joined = socket
        .join(&page.after(frames.len() as u64, 1), Some(&first))
        .await;
    assert_eq!(joined["ref"], 2, "two ran: {joined}");
    socket.send(r#"[3,0,"add",[1]]"#).await;
    loop {
        frames.push(socket.next().await);
        if frames.last().expect("one was read")[1] == json!([0, "3"]) {
            break;
        }
    }
}
