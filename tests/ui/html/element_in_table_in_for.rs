//! An element directly in a table that is none of its parts.

use liveview::html;

fn main() {
    let rows = [1, 2];
    let _ = html! {
        @for row in rows; key row {
            <section>
                <table><p>text</p></table>
            </section>
        }
    };
}
