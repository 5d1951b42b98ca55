//! Two templates are two types: the branches belong into one.

use liveview::html;
use liveview::rendered::render::Render;

fn greeting(friendly: bool) -> impl Render {
    if friendly {
        html! { <b>Hello</b> }
    } else {
        html! { <i>What?</i> }
    }
}

fn main() {
    let _ = greeting(true);
}
