//! Sessions from outside: who mounts, who adopts, who returns to what. Judges no page's looks.

use std::sync::atomic::{AtomicUsize, Ordering};

use liveview::prelude::*;
use serde_json::json;

use crate::harness::Server;

static MOUNTS: AtomicUsize = AtomicUsize::new(0);

#[live_view]
struct Counter {
    count: i64,
}

#[live_view]
impl Counter {
    async fn mount(_cx: &mut Context<Self>) -> Result<Self> {
        MOUNTS.fetch_add(1, Ordering::SeqCst);
        Ok(Self { count: 0 })
    }

    #[event_handler]
    fn add(&mut self, amount: i64) {
        self.count += amount;
    }

    fn render(&self) -> impl Render {
        html! { <button dj-click={add(1)}>+</button><output>{self.count}</output> }
    }
}

fn app() -> axum::Router {
    axum::Router::new()
        .live("/", live::<Counter>())
        .with_live(Live::new())
}

#[tokio::test]
async fn a_page_and_its_socket_mount_once() {
    let server = Server::start(app()).await;
    let mut browser = server.browser();
    let page = browser.get("/").await.page();
    let mut socket = browser.socket().await;
    let joined = socket.join(&page, None).await;
    assert_eq!(
        (&joined["same"], &joined["seq"], &joined["ref"]),
        (&json!(1), &json!(0), &json!(0))
    );
    socket.send(r#"[1,0,"add",[2]]"#).await;
    assert_eq!(socket.next().await, json!([1, [1, "2"], 1]));
    assert_eq!(MOUNTS.load(Ordering::SeqCst), 1);
}
