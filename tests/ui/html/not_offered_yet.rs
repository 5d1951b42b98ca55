//! What later versions bring: each message says what to use now.

use liveview::html;

fn main() {
    let (markup, attributes, current) = ("<b>", "hidden", true);
    let _ = html! {
        <div>@html(markup)</div>
        <p {..attributes}>text</p>
        <Card title="a" />
        <math><mi>x</mi></math>
        <a @if current { aria-current="page" }>link</a>
        <img srcset={markup} alt="" />
    };
}
