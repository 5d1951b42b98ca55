//! A link in a link.

use liveview::html;

fn main() {
    let shown = true;
    let _ = html! {
        @if shown {
            <a href="/a"><b><a href="/b">inner</a></b></a>
        }
    };
}
