//! Meant: a page that greets in the console, and a link that does nothing until its click is handled.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Page {
    is_open: bool,
}

#[live_view]
impl Page {
    #[event_handler]
    fn toggle(&mut self) {
        self.is_open = !self.is_open;
    }

    fn render(&self) -> impl Render {
        html! {
            <script>console.log("hello")</script>
            <a href="javascript:void(0)" dj-click="toggle">More</a>
            @if self.is_open { <p>There is more.</p> }
        }
    }
}

fn main() {}
