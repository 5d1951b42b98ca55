//! The same attribute twice.

use liveview::html;

fn main() {
    let _ = html! {
        <main>@render(html! {
            <a href="/a" title="a" href="/b">link</a>
        })</main>
    };
}
