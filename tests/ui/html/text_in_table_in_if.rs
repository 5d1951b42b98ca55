//! Text directly in a table.

use liveview::html;

fn main() {
    let name = "Ada";
    let shown = true;
    let _ = html! {
        @if shown {
            <table><tbody>{name}</tbody></table>
        }
    };
}
