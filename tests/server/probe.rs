//! The view that the server is tested with, and what it has seen. Each test has a key of its own in the address.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

use liveview::prelude::*;
use serde_json::json;
use tokio::sync::watch;

use crate::harness::{Server, Socket};

/// What happened to all views of one key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Seen {
    pub(crate) mounts: usize,
    pub(crate) disconnects: usize,
    pub(crate) renders: usize,
}

static SEEN: LazyLock<Mutex<HashMap<String, Seen>>> = LazyLock::new(Mutex::default);
static HANDLES: LazyLock<Mutex<HashMap<String, Handle<Probe>>>> = LazyLock::new(Mutex::default);

static GATES: LazyLock<Mutex<HashMap<String, watch::Sender<bool>>>> = LazyLock::new(Mutex::default);

/// What holds the mounts of one key, from the moment it is made until it is opened.
pub(crate) struct Gate(watch::Sender<bool>);

impl Gate {
    pub(crate) fn hold(key: &str) -> Self {
        let gate = watch::Sender::new(false);
        let mut gates = GATES.lock().expect("nothing panics in here");
        gates.insert(key.to_owned(), gate.clone());
        Self(gate)
    }

    pub(crate) fn open(&self) {
        self.0.send_replace(true);
    }

    /// How many mounts wait at it.
    pub(crate) fn waiting(&self) -> usize {
        self.0.receiver_count()
    }
}

async fn pass_gate(key: &str) {
    let gate = GATES
        .lock()
        .expect("nothing panics in here")
        .get(key)
        .map(watch::Sender::subscribe);
    if let Some(mut gate) = gate {
        let open = gate.wait_for(|open| *open).await;
        drop(open.expect("its sender is kept for ever"));
    }
}

/// What has happened to the views of this key.
pub(crate) fn seen(key: &str) -> Seen {
    let seen = SEEN.lock().expect("nothing panics in here");
    seen.get(key).copied().unwrap_or_default()
}

/// The view of this key that was mounted last.
pub(crate) fn handle(key: &str) -> Handle<Probe> {
    HANDLES.lock().expect("nothing panics in here")[key].clone()
}

fn note(key: &str, note: impl FnOnce(&mut Seen)) {
    note(
        SEEN.lock()
            .expect("nothing panics in here")
            .entry(key.to_owned())
            .or_default(),
    );
}

/// What can be sent to a view from outside.
#[derive(Debug)]
pub(crate) enum Tell {
    Add(i64),
    Nothing,
    Panic,
}

#[derive(EventParams)]
struct Address {
    key: String,
}

#[live_view]
pub(crate) struct Probe {
    key: String,
    count: i64,
    text: String,
    shows_panic: bool,
}

#[live_view]
impl Probe {
    async fn mount(cx: &mut Context<Self>) -> Result<Self> {
        let Address { key } = cx.params()?;
        note(&key, |seen| seen.mounts += 1);
        pass_gate(&key).await;
        HANDLES
            .lock()
            .expect("nothing panics in here")
            .insert(key.clone(), cx.handle());
        if key.starts_with("panics") {
            panic!("asked to");
        }
        let text = if key.starts_with("large") {
            "x".repeat(5 << 20)
        } else {
            String::new()
        };
        Ok(Self {
            key,
            count: 0,
            text,
            shows_panic: false,
        })
    }

    #[event_handler]
    fn add(&mut self, amount: i64) {
        self.count += amount;
    }

    #[event_handler]
    fn set(&mut self, text: String) {
        self.text = text;
    }

    #[event_handler]
    fn sum(&mut self, lists: Vec<Vec<i64>>) {
        self.count += lists.iter().flatten().sum::<i64>();
    }

    #[event_handler]
    fn nothing(&mut self) {}

    #[event_handler]
    fn fail(&mut self) -> Result<()> {
        self.count += 1;
        Err(liveview::Error::new("the disk is full").with_visible("Not saved."))
    }

    #[event_handler]
    fn panic(&mut self) {
        self.count = 99;
        panic!("asked to");
    }

    #[event_handler]
    fn panic_in_render(&mut self) {
        self.shows_panic = true;
    }

    #[event_handler]
    async fn hang(&mut self) {
        std::future::pending::<()>().await;
    }

    async fn handle_info(&mut self, message: Tell, _cx: &mut Context<Self>) {
        match message {
            Tell::Add(amount) => self.count += amount,
            Tell::Nothing => {}
            Tell::Panic => panic!("asked to"),
        }
    }

    fn disconnect(&mut self) {
        note(&self.key, |seen| seen.disconnects += 1);
    }

    fn render(&self) -> impl Render {
        note(&self.key, |seen| seen.renders += 1);
        assert!(!self.shows_panic, "asked to");
        html! {
            <output>{self.count}</output>
            <p>{self.text}</p>
        }
    }
}

/// An app with the probe at `/`.
pub(crate) fn app() -> axum::Router {
    app_with(Limits::default())
}

/// The same within these limits.
pub(crate) fn app_with(limits: Limits) -> axum::Router {
    axum::Router::new()
        .live("/", live::<Probe>())
        .with_live(Live::new().limits(limits))
}

/// A joined socket of a page with this key.
pub(crate) async fn joined(server: &Server, key: &str) -> Socket {
    server.browser().socket_of(&format!("/?key={key}")).await
}

/// A well-behaved session is served before and after everything in `attack`.
pub(crate) async fn unnoticed(server: &Server, key: &str, attack: impl Future<Output = ()>) {
    let mut neighbour = joined(server, key).await;
    attack.await;
    neighbour.send(r#"[1,0,"add",[1]]"#).await;
    assert_eq!(neighbour.next().await, json!([1, [0, "1"], 1]));
}
