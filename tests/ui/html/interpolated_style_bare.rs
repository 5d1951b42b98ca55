//! An inline style with a value.

use liveview::html;

fn main() {
    let width = "1em";
    let _ = html! {
        <p style="width: {width}">text</p>
    };
}
