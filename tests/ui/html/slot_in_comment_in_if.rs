//! A value in a comment.

use liveview::html;

fn main() {
    let user = "Ada";
    let shown = true;
    let _ = html! {
        @if shown {
            <p>text<!-- {user} --></p>
        }
    };
}
