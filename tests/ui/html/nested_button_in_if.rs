//! A button in a button.

use liveview::html;

fn main() {
    let shown = true;
    let _ = html! {
        @if shown {
            <button>outer <button>inner</button></button>
        }
    };
}
