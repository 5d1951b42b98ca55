//! A close tag without its open tag.

use liveview::html;

fn main() {
    let shown = true;
    let _ = html! {
        @if shown {
            <p>text</p></em>
        }
    };
}
