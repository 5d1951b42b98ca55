//! A block in a paragraph.

use liveview::html;

fn main() {
    let rows = [1, 2];
    let _ = html! {
        @for row in rows; key row {
            <section>
                <p>text <ul><li>item</li></ul></p>
            </section>
        }
    };
}
