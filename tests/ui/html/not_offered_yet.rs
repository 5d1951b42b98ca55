//! What later versions bring: each message says what to use now.

use liveview::html;

fn main() {
    let (markup, current) = ("<b>", true);
    let _ = html! {
        <div>@html(markup)</div>
        <math><mi>x</mi></math>
        <a @if current { aria-current="page" }>link</a>
    };
}
