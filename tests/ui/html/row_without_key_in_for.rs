//! Rows that nothing tells apart.

use liveview::html;

fn main() {
    let items = [1, 2];
    let rows = [1, 2];
    let _ = html! {
        @for row in rows; key row {
            <section>
                <ul>@for item in items { <li>{item}</li> }</ul>
            </section>
        }
    };
}
