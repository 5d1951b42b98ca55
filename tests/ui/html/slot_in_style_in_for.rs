//! A value in a style sheet.

use liveview::html;

fn main() {
    let color = "red";
    let rows = [1, 2];
    let _ = html! {
        @for row in rows; key row {
            <section>
                <style>{color}</style>
            </section>
        }
    };
}
