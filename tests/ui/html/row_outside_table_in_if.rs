//! A row outside a table.

use liveview::html;

fn main() {
    let shown = true;
    let _ = html! {
        @if shown {
            <div><tr><td>1</td></tr></div>
        }
    };
}
