//! A value in an inline handler.

use liveview::html;

fn main() {
    let code = "alert()";
    let rows = [1, 2];
    let _ = html! {
        @for row in rows; key row {
            <section>
                <p onclick={code}>text</p>
            </section>
        }
    };
}
