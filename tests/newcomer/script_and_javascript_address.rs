//! Meant: a page that greets in the console, and a link that does nothing until its click is handled.
//! Mended by the compiler's messages alone; the broken twin is in `tests/ui/newcomer`.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
pub(crate) struct Page {
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
            <script src="/page.js"></script>
            <button type="button" dj-click="toggle">More</button>
            @if self.is_open { <p>There is more.</p> }
        }
    }
}
