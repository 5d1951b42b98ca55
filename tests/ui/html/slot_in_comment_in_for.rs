//! A value in a comment.

use liveview::html;

fn main() {
    let user = "Ada";
    let rows = [1, 2];
    let _ = html! {
        @for row in rows; key row {
            <section>
                <p>text<!-- {user} --></p>
            </section>
        }
    };
}
