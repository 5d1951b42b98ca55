//! A value as a whole document.

use liveview::html;

fn main() {
    let text = "<p>";
    let shown = true;
    let _ = html! {
        @if shown {
            <iframe srcdoc="<b>{text}</b>"></iframe>
        }
    };
}
