//! Meant: a tab with a class of its own and one that says whether it is the open one, as a list.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Tabs {
    open: usize,
}

#[live_view]
impl Tabs {
    #[event_handler]
    fn show(&mut self, tab: usize) {
        self.open = tab;
    }

    fn render(&self) -> impl Render {
        html! {
            <button class={["tab", if self.open == 0 { "active" } else { "" }]} dj-click={show(0)}>First</button>
            <button class={["tab", if self.open == 1 { "active" } else { "" }]} dj-click={show(1)}>Second</button>
        }
    }
}

fn main() {}
