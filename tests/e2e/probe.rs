//! Pages for the browser tests: they count what the server does for them. No example for people to copy.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use liveview::prelude::*;

static MOUNTS: AtomicUsize = AtomicUsize::new(0);
static ENDS: AtomicUsize = AtomicUsize::new(0);
static RUNS: AtomicUsize = AtomicUsize::new(0);

/// A counter, a field, a form and a list of rows, each with a counter of its own.
#[live_view]
struct Probe {
    count: usize,
    note: String,
    said: Vec<String>,
    rows: Vec<usize>,
}

#[derive(EventParams)]
struct Said {
    text: String,
}

#[live_view]
impl Probe {
    fn mount(_cx: &mut Context<Self>) -> Result<Self> {
        MOUNTS.fetch_add(1, Relaxed);
        Ok(Self {
            count: 0,
            note: "as served".to_owned(),
            said: Vec::new(),
            rows: vec![0; 5],
        })
    }

    #[event_handler]
    fn add(&mut self) {
        RUNS.fetch_add(1, Relaxed);
        self.count += 1;
    }

    #[event_handler]
    fn touch(&mut self, row: usize) {
        if let Some(count) = self.rows.get_mut(row) {
            *count += 1;
        }
    }

    #[event_handler]
    fn note(&mut self, value: String) {
        self.note = value;
    }

    #[event_handler]
    fn say(&mut self, said: Said) {
        self.said.push(said.text);
    }

    #[event_handler]
    fn crash(&mut self) {
        panic!("on purpose");
    }

    fn disconnect(&mut self) {
        ENDS.fetch_add(1, Relaxed);
    }

    fn render(&self) -> impl Render {
        html! {
            <h1>Probe</h1>
            <a id="away" href="/away">Away</a>
            <button id="add" dj-click="add">Add</button>
            <button id="crash" dj-click="crash">Crash</button>
            <output>{self.count}</output>
            <label for="note">Note</label>
            <input id="note" value={self.note} dj-change="note" />
            <p id="noted">{self.note}</p>
            <form dj-submit="say">
                <input name="text" aria-label="Text" />
                <button>Say</button>
            </form>
            <p id="said">{self.said.join(", ")}</p>
            <ul>
                @for (row, count) in self.rows.iter().enumerate(); key row {
                    <li><button dj-click={touch(row)}>Touch</button><b>{count}</b><i>row {row}</i></li>
                }
            </ul>
        }
    }
}

/// What has happened since the start: mounts, sessions that ended, runs of `add`.
async fn counts() -> String {
    format!(
        "[{}, {}, {}]",
        MOUNTS.load(Relaxed),
        ENDS.load(Relaxed),
        RUNS.load(Relaxed)
    )
}

/// Somewhere else, without a view.
async fn away() -> axum::response::Html<&'static str> {
    axum::response::Html("<link rel=icon href=data:,><h1>Away</h1>")
}

#[tokio::main]
async fn main() -> liveview::Result<()> {
    let address = format!(
        "127.0.0.1:{}",
        std::env::var("PORT").as_deref().unwrap_or("3000")
    );
    let mut live = Live::new();
    if let Ok(key) = std::env::var("KEY") {
        live = live.key(liveview::Key::new(key)?);
    }
    let app = axum::Router::new()
        .route("/away", axum::routing::get(away))
        .route("/counts", axum::routing::get(counts))
        .live("/", liveview::live::<Probe>())
        .with_live(live);
    println!("listening on http://{address}");
    liveview::serve(app, &address).await
}
