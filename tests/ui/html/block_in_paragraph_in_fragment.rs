//! A block in a paragraph.

use liveview::html;

fn main() {
    let _ = html! {
        <main>@render(html! {
            <p>text <ul><li>item</li></ul></p>
        })</main>
    };
}
