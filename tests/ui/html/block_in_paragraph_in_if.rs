//! A block in a paragraph.

use liveview::html;

fn main() {
    let shown = true;
    let _ = html! {
        @if shown {
            <p>text <ul><li>item</li></ul></p>
        }
    };
}
