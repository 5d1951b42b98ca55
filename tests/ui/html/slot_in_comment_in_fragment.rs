//! A value in a comment.

use liveview::html;

fn main() {
    let user = "Ada";
    let _ = html! {
        <main>@render(html! {
            <p>text<!-- {user} --></p>
        })</main>
    };
}
