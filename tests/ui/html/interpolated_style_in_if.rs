//! An inline style with a value.

use liveview::html;

fn main() {
    let width = "1em";
    let shown = true;
    let _ = html! {
        @if shown {
            <p style="width: {width}">text</p>
        }
    };
}
