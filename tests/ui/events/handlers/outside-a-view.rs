//! Handlers where nobody looks for them, and one in a view that cannot be read. Calls none.

use liveview::prelude::*;

struct Todos {
    done: bool,
}

impl Todos {
    #[event_handler]
    fn toggle(&mut self) {
        self.done = !self.done;
    }
}

#[event_handler(debounce = 300)]
fn search(_value: String) {}

#[live_view]
#[derive(Default)]
struct Notes {
    done: bool,
}

#[live_view]
impl Notes {
    #[event_handler]
    fn toggle(&mut self) -> {
        self.done = !self.done;
    }

    fn render(&self) -> impl Render {
        html! { <button dj-click="toggle">Toggle</button> }
    }
}

fn main() {}
