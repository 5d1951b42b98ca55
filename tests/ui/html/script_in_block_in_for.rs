//! A script in a block.

use liveview::html;

fn main() {
    let rows = [1, 2];
    let _ = html! {
        @for row in rows; key row {
            <p><script src="/chart.js"></script></p>
        }
    };
}
