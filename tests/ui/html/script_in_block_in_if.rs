//! A script in a block.

use liveview::html;

fn main() {
    let shown = true;
    let _ = html! {
        @if shown {
            <script src="/chart.js"></script>
        }
    };
}
