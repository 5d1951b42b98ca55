//! The same attribute twice.

use liveview::html;

fn main() {
    let rows = [1, 2];
    let _ = html! {
        @for row in rows; key row {
            <section>
                <a href="/a" title="a" href="/b">link</a>
            </section>
        }
    };
}
