//! An element directly in a table that is none of its parts.

use liveview::html;

fn main() {
    let shown = true;
    let _ = html! {
        @if shown {
            <table><p>text</p></table>
        }
    };
}
