//! A void element takes no children and no close tag.

use liveview::html;

fn main() {
    let _ = html! {
        <div><br>text</br></div>
    };
}
