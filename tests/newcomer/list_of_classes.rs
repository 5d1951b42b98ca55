//! Meant: a tab with a class of its own and one that says whether it is the open one, as a list.
//! Mended by the compiler's messages alone; the broken twin is in `tests/ui/newcomer`.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
pub(crate) struct Tabs {
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
            <button class="tab" class:active={self.open == 0} dj-click={show(0)}>First</button>
            <button class="tab" class:active={self.open == 1} dj-click={show(1)}>Second</button>
        }
    }
}
