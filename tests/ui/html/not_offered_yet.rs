//! What later versions bring: each message says what to use now.

use liveview::html;

fn main() {
    let current = true;
    let _ = html! {
        <math><mi>x</mi></math>
        <a @if current { aria-current="page" }>link</a>
    };
}
