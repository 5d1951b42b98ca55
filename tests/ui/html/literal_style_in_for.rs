//! An inline style.

use liveview::html;

fn main() {
    let rows = [1, 2];
    let _ = html! {
        @for row in rows; key row {
            <section>
                <p style="color: red">text</p>
            </section>
        }
    };
}
