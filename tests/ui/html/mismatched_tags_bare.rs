//! A close tag that matches an outer element leaves the inner one open.

use liveview::html;

fn main() {
    let _ = html! {
        <p><b>bold</p>
    };
}
