//! Rows that nothing tells apart.

use liveview::html;

fn main() {
    let items = [1, 2];
    let _ = html! {
        <main>@render(html! {
            <ul>@for item in items { <li>{item}</li> }</ul>
        })</main>
    };
}
