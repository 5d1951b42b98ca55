//! A page of fields for the browser tests: in branches, in rows, in a form, under a view that crashes. No example for people to copy.

use liveview::prelude::*;

/// Ticks that are refused, a draft that is told, and a crash.
#[live_view]
struct Fields {
    draft: Draft,
    note: String,
    added: Vec<String>,
}

#[derive(EventParams, Clone, Default)]
struct Draft {
    title: String,
    text: String,
}

#[live_view]
impl Fields {
    fn mount(_cx: &mut Context<Self>) -> Result<Self> {
        Ok(Self {
            draft: Draft::default(),
            note: "as served".to_owned(),
            added: Vec::new(),
        })
    }

    /// Nothing changes, so no frame says what the box should show.
    #[event_handler]
    fn tick(&mut self, which: u32) -> Result<()> {
        Err(liveview::Error::new(format!("box {which} stays as it is")))
    }

    #[event_handler]
    fn edit(&mut self, _page: u32, draft: Draft) {
        assert!(draft.title != "poison", "on purpose");
        self.draft = draft;
    }

    #[event_handler]
    fn note(&mut self, value: String) {
        self.note = value;
    }

    #[event_handler]
    fn add(&mut self) {
        self.added.push(self.draft.title.clone());
    }

    #[event_handler]
    fn crash(&mut self) {
        panic!("on purpose");
    }

    fn render(&self) -> impl Render {
        let rows = [0_u32, 1, 2];
        html! {
            <button id="crash" dj-click="crash">Crash</button>
            <button id="add" dj-click="add">Add</button>
            @if self.added.is_empty() {
                <section>
                    @if self.draft.text.is_empty() { <input id="deep" aria-label="Deep" type="checkbox" checked={!self.note.is_empty()} dj-change={tick(9)} /> }
                </section>
            }
            <ul>
                @for row in rows; key row {
                    <li>
                        @if row == 1 { <input id={format!("row{row}")} aria-label="Nobody's" type="checkbox" dj-change={tick(row)} /> }
                        @else { <input id={format!("row{row}")} aria-label="Ours" type="checkbox" checked={row == 2} dj-change={tick(row)} /> }
                    </li>
                }
            </ul>
            <form id="draft" dj-change={edit(7)}>
                <input name="title" aria-label="Title" value={self.draft.title} />
                <input name="text" aria-label="Text" />
            </form>
            <input id="note" aria-label="Note" value={self.note} dj-change="note" />
            <output id="told">{self.draft.title} {self.draft.text}</output>
            <output id="added">{self.added.join(", ")}</output>
        }
    }
}

/// A broadcast.
struct Beat;

/// A field that is checked at each key, corrected to capitals, and under broadcasts meanwhile.
#[live_view]
struct Typing {
    code: String,
    told: u64,
}

#[live_view]
impl Typing {
    fn mount(cx: &mut Context<Self>) -> Result<Self> {
        let handle = cx.handle();
        tokio::spawn(async move {
            let mut often = tokio::time::interval(std::time::Duration::from_millis(100));
            while handle.send(Beat).is_ok() {
                often.tick().await;
            }
        });
        Ok(Self {
            code: String::new(),
            told: 0,
        })
    }

    #[event_handler(debounce = 0)]
    fn check(&mut self, value: String) {
        self.code = value.to_uppercase();
    }

    fn handle_info(&mut self, _beat: Beat) {
        self.told += 1;
    }

    fn render(&self) -> impl Render {
        html! {
            <p>told <output id="told">{self.told}</output></p>
            <input id="code" aria-label="Code" value={&self.code} dj-input="check" class:long={self.code.len() > 20} />
            <p id="checked">{&self.code}</p>
        }
    }
}

#[tokio::main]
async fn main() -> liveview::Result<()> {
    let port = std::env::var("PORT").unwrap_or_else(|_| "3000".to_owned());
    println!("listening on http://127.0.0.1:{port}");
    let app = axum::Router::new()
        .live("/", liveview::live::<Fields>())
        .live("/typing", liveview::live::<Typing>());
    liveview::serve(app.with_live(Live::new()), format!("127.0.0.1:{port}")).await
}
