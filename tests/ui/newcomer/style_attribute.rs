//! Meant: a bar as wide as the work is done, with a style as in any HTML.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Progress {
    percent: u8,
}

#[live_view]
impl Progress {
    fn render(&self) -> impl Render {
        html! {
            <div class="bar" style="width: {self.percent}%; background: green">
                <span>{self.percent} %</span>
            </div>
        }
    }
}

fn main() {}
