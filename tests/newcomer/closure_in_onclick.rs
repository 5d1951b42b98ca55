//! Meant: a button that counts, with a closure as in Leptos, Yew or React.
//! Mended by the compiler's messages alone; the broken twin is in `tests/ui/newcomer`.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
pub(crate) struct Likes {
    count: u32,
}

#[live_view]
impl Likes {
    #[event_handler]
    fn like(&mut self) {
        self.count += 1;
    }

    fn render(&self) -> impl Render {
        html! {
            <button dj-click="like">Like</button>
            <p>{self.count} likes</p>
        }
    }
}
