//! Mistakes in a file are told with their place in it, all at once.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Page {
    title: String,
    items: Vec<String>,
}

#[live_view(template = "laws.html")]
impl Page {
    #[event_handler]
    fn search(&mut self, value: String) {
        self.title = value;
    }
}

fn main() {}
