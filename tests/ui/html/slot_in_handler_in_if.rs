//! A value in an inline handler.

use liveview::html;

fn main() {
    let code = "alert()";
    let shown = true;
    let _ = html! {
        @if shown {
            <p onclick={code}>text</p>
        }
    };
}
