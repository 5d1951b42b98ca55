//! A link in a link.

use liveview::html;

fn main() {
    let _ = html! {
        <a href="/a"><b><a href="/b">inner</a></b></a>
    };
}
