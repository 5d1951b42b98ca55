//! A value in a script.

use liveview::html;

fn main() {
    let user = "Ada";
    let shown = true;
    let _ = html! {
        @if shown {
            <script>{user}</script>
        }
    };
}
