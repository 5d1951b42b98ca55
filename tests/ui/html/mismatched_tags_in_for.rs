//! A close tag that matches an outer element leaves the inner one open.

use liveview::html;

fn main() {
    let rows = [1, 2];
    let _ = html! {
        @for row in rows; key row {
            <section>
                <p><b>bold</p>
            </section>
        }
    };
}
