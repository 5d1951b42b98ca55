use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Search {
    #[model(lazy)]
    query: String,
}

#[live_view]
struct Pair(#[model] u8);

#[live_view]
#[derive(Default)]
struct Page {
    open: bool,
}

#[live_view]
impl Page {
    #[event_handler]
    fn update_model(&mut self) {
        self.open = true;
    }

    fn render(&self) -> impl Render {
        html! { <p>{self.open}</p> }
    }
}

#[live_view]
#[derive(Default)]
struct Other {
    #[model]
    query: String,
}

#[live_view]
impl Other {
    fn render(&self) -> impl Render {
        html! {
            <div dj-model="query">a</div>
            <button dj-model="query">b</button>
            <input aria-label="c" type="file" dj-model="query" />
            <input aria-label="d" dj-model="que ry" />
            <input aria-label="e" dj-model={self.query} />
            <input aria-label="f" dj-model />
        }
    }
}

fn elsewhere() -> impl Render {
    html! { <input aria-label="g" dj-model="query" /> }
}

fn main() {}
