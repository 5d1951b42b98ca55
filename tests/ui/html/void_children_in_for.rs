//! A void element takes no children and no close tag.

use liveview::html;

fn main() {
    let rows = [1, 2];
    let _ = html! {
        @for row in rows; key row {
            <section>
                <div><br>text</br></div>
            </section>
        }
    };
}
