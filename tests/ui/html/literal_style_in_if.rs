//! An inline style.

use liveview::html;

fn main() {
    let shown = true;
    let _ = html! {
        @if shown {
            <p style="color: red">text</p>
        }
    };
}
