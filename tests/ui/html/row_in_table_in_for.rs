//! A row directly in a table.

use liveview::html;

fn main() {
    let rows = [1, 2];
    let _ = html! {
        @for row in rows; key row {
            <section>
                <table><tr><td>1</td></tr></table>
            </section>
        }
    };
}
