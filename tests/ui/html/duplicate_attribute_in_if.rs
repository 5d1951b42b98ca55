//! The same attribute twice.

use liveview::html;

fn main() {
    let shown = true;
    let _ = html! {
        @if shown {
            <a href="/a" title="a" href="/b">link</a>
        }
    };
}
