//! Meant: a field as in old HTML, its values without quotes.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Search {
    query: String,
}

#[live_view]
impl Search {
    #[event_handler]
    fn search(&mut self, value: String) {
        self.query = value;
    }

    fn render(&self) -> impl Render {
        html! {
            <label>Find <input type=search class=wide value=self.query dj-input=search /></label>
        }
    }
}

fn main() {}
