//! A value in a style sheet.

use liveview::html;

fn main() {
    let color = "red";
    let shown = true;
    let _ = html! {
        @if shown {
            <style>{color}</style>
        }
    };
}
