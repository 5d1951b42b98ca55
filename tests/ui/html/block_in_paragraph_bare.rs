//! A block in a paragraph.

use liveview::html;

fn main() {
    let _ = html! {
        <p>text <ul><li>item</li></ul></p>
    };
}
