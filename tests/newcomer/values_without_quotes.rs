//! Meant: a field as in old HTML, its values without quotes.
//! Mended by the compiler's messages alone; the broken twin is in `tests/ui/newcomer`.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
pub(crate) struct Search {
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
            <label>Find <input type="search" class="wide" value={self.query} dj-input="search" /></label>
        }
    }
}
