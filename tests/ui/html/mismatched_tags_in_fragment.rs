//! A close tag that matches an outer element leaves the inner one open.

use liveview::html;

fn main() {
    let _ = html! {
        <main>@render(html! {
            <p><b>bold</p>
        })</main>
    };
}
