//! Meant: a bar as wide as the work is done, with a style as in any HTML.
//! Mended by the compiler's messages alone; the broken twin is in `tests/ui/newcomer`.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
pub(crate) struct Progress {
    percent: u8,
}

#[live_view]
impl Progress {
    fn render(&self) -> impl Render {
        html! {
            <div class="bar" style:width="{self.percent}%" style:background="green">
                <span>{self.percent} %</span>
            </div>
        }
    }
}
