//! An element that is never closed.

use liveview::html;

fn main() {
    let _ = html! {
        <div><span>text</span>
    };
}
