//! A value as a whole document.

use liveview::html;

fn main() {
    let text = "<p>";
    let rows = [1, 2];
    let _ = html! {
        @for row in rows; key row {
            <section>
                <iframe srcdoc="<b>{text}</b>"></iframe>
            </section>
        }
    };
}
