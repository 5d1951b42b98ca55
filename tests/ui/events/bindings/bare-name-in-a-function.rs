use liveview::prelude::*;

fn button() -> impl Render {
    html! {
        <button dj-click="toggle">Done</button>
    }
}

fn main() {}
