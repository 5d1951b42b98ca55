//! A row directly in a table.

use liveview::html;

fn main() {
    let shown = true;
    let _ = html! {
        @if shown {
            <table><tr><td>1</td></tr></table>
        }
    };
}
