//! Rows that nothing tells apart.

use liveview::html;

fn main() {
    let items = [1, 2];
    let shown = true;
    let _ = html! {
        @if shown {
            <ul>@for item in items { <li>{item}</li> }</ul>
        }
    };
}
