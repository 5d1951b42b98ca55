//! A form in a form.

use liveview::html;

fn main() {
    let rows = [1, 2];
    let _ = html! {
        @for row in rows; key row {
            <section>
                <form><div><form></form></div></form>
            </section>
        }
    };
}
