//! A close tag without its open tag.

use liveview::html;

fn main() {
    let _ = html! {
        <p>text</p></em>
    };
}
