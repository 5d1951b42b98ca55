//! A value in a script.

use liveview::html;

fn main() {
    let user = "Ada";
    let _ = html! {
        <script>{user}</script>
    };
}
