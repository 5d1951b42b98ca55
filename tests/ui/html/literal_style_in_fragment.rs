//! An inline style.

use liveview::html;

fn main() {
    let _ = html! {
        <main>@render(html! {
            <p style="color: red">text</p>
        })</main>
    };
}
