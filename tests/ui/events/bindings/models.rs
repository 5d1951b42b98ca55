use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Search {
    #[model]
    query: String,
    #[model]
    count: u8,
    #[model]
    exact: bool,
    #[model]
    tags: Vec<String>,
    admin: bool,
}

#[live_view]
impl Search {
    fn render(&self) -> impl Render {
        html! {
            <input aria-label="a" dj-model="qery" />
            <input aria-label="b" dj-model="admin" type="checkbox" />
            <input aria-label="c" dj-model="exact" />
            <input aria-label="d" dj-model="query" type="checkbox" checked={self.admin} />
            <input aria-label="e" dj-model="count" type="date" />
            <input aria-label="f" dj-model="count" type="radio" value="300" />
            <select aria-label="g" dj-model="tags"><option>{self.admin}</option></select>
        }
    }
}

fn main() {}
