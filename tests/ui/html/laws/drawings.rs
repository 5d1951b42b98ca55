//! SVG and MathML: whose elements stand where, and how they are spelt.

use liveview::html;

fn main() {
    let is_open = true;
    let _ = html! {
        <svg viewbox="0 0 1 1">
            <div>1</div>
            <lineargradient />
            @if is_open { <section>2</section> }
            <style>"a > b { color: <red> }"</style>
        </svg>
        <math><mfarc></mfarc><svg></svg></math>
        <div><circle r="1" /><image href="/a" /><mi>x</mi></div>
    };
}
