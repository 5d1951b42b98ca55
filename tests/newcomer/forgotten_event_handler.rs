//! Meant: a counter with a button. The method is there, but nothing says that a page may call it.
//! Mended by the compiler's messages alone; the broken twin is in `tests/ui/newcomer`.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
pub(crate) struct Counter {
    count: i32,
}

#[live_view]
impl Counter {
    #[event_handler]
    fn increment(&mut self) {
        self.count += 1;
    }

    fn render(&self) -> impl Render {
        html! {
            <button dj-click="increment">+</button>
            <p>{self.count}</p>
        }
    }
}
