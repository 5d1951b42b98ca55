//! A button in a button.

use liveview::html;

fn main() {
    let _ = html! {
        <button>outer <button>inner</button></button>
    };
}
