//! An element that is never closed.

use liveview::html;

fn main() {
    let shown = true;
    let _ = html! {
        @if shown {
            <div><span>text</span>
        }
    };
}
