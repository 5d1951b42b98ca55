//! A link in a link.

use liveview::html;

fn main() {
    let rows = [1, 2];
    let _ = html! {
        @for row in rows; key row {
            <section>
                <a href="/a"><b><a href="/b">inner</a></b></a>
            </section>
        }
    };
}
