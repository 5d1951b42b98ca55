//! What rustc alone can find out about a file: it points at the file's name, and says the line.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Page {
    title: String,
    items: Vec<u32>,
    count: u32,
    plain: Plain,
}

#[derive(Default)]
struct Plain;

#[live_view(template = "types.html")]
impl Page {
    #[event_handler]
    fn remove(&mut self, item: String) {
        self.title = item;
    }
}

fn main() {}
