//! A small page on which each step changes much: rows that come, go and change places, hooks, fields, what listens to the whole
//! page, a view transition. For the soak; no example for people to copy.

use liveview::prelude::*;

const ROWS: usize = 12;

#[live_view]
#[derive(Default)]
struct Soak {
    step: u32,
    rows: Vec<u32>,
    next: u32,
    #[model]
    query: String,
    code: String,
    opened: bool,
    picked: u32,
}

impl Soak {
    /// Takes rows from one end, puts new ones to the other, and turns some around.
    fn turn(&mut self) {
        let few = self.rows.len().min(3);
        self.rows.rotate_left(few);
        self.rows.truncate(ROWS - 1);
        while self.rows.len() < ROWS {
            self.next += 1;
            self.rows.insert(0, self.next);
        }
        self.rows[4..9].reverse();
    }
}

#[live_view]
impl Soak {
    fn mount() -> Self {
        let mut soak = Soak::default();
        soak.turn();
        soak
    }

    #[event_handler]
    fn step(&mut self, cx: &mut Context<Self>) -> Result<()> {
        self.step += 1;
        self.turn();
        self.opened = self.step % 2 == 1;
        cx.push_event("stepped", &self.step)?;
        Ok(())
    }

    #[event_handler]
    fn remove(&mut self, row: u32) {
        self.rows.retain(|known| *known != row);
    }

    /// Keeps what may stand in a code: the field is corrected.
    #[event_handler]
    fn write_code(&mut self, value: String) {
        self.code = value.to_uppercase();
    }

    #[event_handler]
    fn close(&mut self) {
        self.opened = false;
    }

    #[event_handler]
    fn pick(&mut self) {
        self.picked += 1;
    }

    fn render(&self) -> impl Render {
        html! {
            <button id="step" dj-click="step" dj-disable-with="…">Step</button>
            <output id="at">{self.step}</output>
            <ul dj-flip="20ms" dj-transition-group="come 20ms | go 20ms">
                @for row in &self.rows; key row {
                    <li>
                        <input aria-label="Row" value={row + self.step} />
                        <button dj-click={remove(*row)} dj-loading="#at" dj-optimistic={Js::optimistic().add_class("gone").closest("li")}>{row}</button>
                        <span dj-hook="Mark" dj-update="ignore" dj-hook-value-step={self.step}></span>
                    </li>
                }
            </ul>
            @if self.opened {
                <div dj-click-away="close" dj-window-keydown.escape="close" dj-shortcut="ctrl+k:close" dj-enter="come 20ms" dj-remove="go 20ms">
                    <input aria-label="In the menu" dj-autofocus />
                </div>
            }
            <input name="query" aria-label="Query" dj-model="query" />
            <input name="code" aria-label="Code" value={&self.code} dj-input="write_code" />
            <p>{&self.query} {&self.code}</p>
            <div dj-view-transition><button id="pick" dj-click="pick">{self.picked}</button></div>
        }
    }
}

#[tokio::main]
async fn main() -> Result<()> {
    let address = format!(
        "127.0.0.1:{}",
        std::env::var("PORT").as_deref().unwrap_or("3000")
    );
    // Nobody is so quick; the soak is.
    let limits = Limits {
        messages_per_second: 1_000_000,
        message_burst: 1_000_000,
        ..Limits::default()
    };
    let app = axum::Router::new()
        .live("/", live::<Soak>().title("Soak"))
        .with_live(Live::new().limits(limits));
    println!("listening on http://{address}");
    liveview::serve(app, &address).await
}
