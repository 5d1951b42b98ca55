//! An element that is never closed.

use liveview::html;

fn main() {
    let rows = [1, 2];
    let _ = html! {
        @for row in rows; key row {
            <section>
                <div><span>text</span>
            </section>
        }
    };
}
