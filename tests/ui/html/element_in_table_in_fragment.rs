//! An element directly in a table that is none of its parts.

use liveview::html;

fn main() {
    let _ = html! {
        <main>@render(html! {
            <table><p>text</p></table>
        })</main>
    };
}
