//! The same attribute twice.

use liveview::html;

fn main() {
    let _ = html! {
        <a href="/a" title="a" href="/b">link</a>
    };
}
