//! A row directly in a table.

use liveview::html;

fn main() {
    let _ = html! {
        <table><tr><td>1</td></tr></table>
    };
}
