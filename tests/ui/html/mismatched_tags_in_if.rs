//! A close tag that matches an outer element leaves the inner one open.

use liveview::html;

fn main() {
    let shown = true;
    let _ = html! {
        @if shown {
            <p><b>bold</p>
        }
    };
}
