//! A void element takes no children and no close tag.

use liveview::html;

fn main() {
    let shown = true;
    let _ = html! {
        @if shown {
            <div><br>text</br></div>
        }
    };
}
