//! A button in a button.

use liveview::html;

fn main() {
    let rows = [1, 2];
    let _ = html! {
        @for row in rows; key row {
            <section>
                <button>outer <button>inner</button></button>
            </section>
        }
    };
}
