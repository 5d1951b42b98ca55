//! A close tag without its open tag.

use liveview::html;

fn main() {
    let rows = [1, 2];
    let _ = html! {
        @for row in rows; key row {
            <section>
                <p>text</p></em>
            </section>
        }
    };
}
