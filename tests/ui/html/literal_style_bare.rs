//! An inline style.

use liveview::html;

fn main() {
    let _ = html! {
        <p style="color: red">text</p>
    };
}
