//! A block stands around elements, never in a tag.

use liveview::html;

fn main() {
    let current = true;
    let _ = html! {
        <a @if current { aria-current="page" }>link</a>
    };
}
