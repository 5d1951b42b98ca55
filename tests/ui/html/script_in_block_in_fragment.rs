//! A script in a block.

use liveview::html;

fn main() {
    let shown = true;
    let _ = html! {
        <main>@render(html! {
            @if shown { <script src="/chart.js"></script> }
        })</main>
    };
}
