//! An inline style with a value.

use liveview::html;

fn main() {
    let width = "1em";
    let rows = [1, 2];
    let _ = html! {
        @for row in rows; key row {
            <section>
                <p style="width: {width}">text</p>
            </section>
        }
    };
}
