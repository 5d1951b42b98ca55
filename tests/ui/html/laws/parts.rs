//! Parts that a whole needs, has twice, or that no browser looks at where they stand; what a component or a row may bring
//! is never missing.

use liveview::prelude::*;

#[component]
fn Photo(address: &str) -> impl Render {
    html! { <img src={address} alt="" /> }
}

fn main() {
    let (sizes, is_open) = (["/small", "/large"], true);
    let _ = html! {
        <picture>@for size in sizes; key size { <source srcset={size} /> }</picture>
        <picture><Photo address="/a" /></picture>
        <picture><img src="/a" alt="" /><source srcset="/b" /><source src="/c" /></picture>
        <video src="/a"><source src="/b" /><track kind="captions" /></video>
        <audio><source srcset="/a" /></audio>
    };
    let _ = html! {
        <table><thead></thead>@if is_open { <thead></thead> }<tbody></tbody></table>
        <table>@if is_open { <thead></thead> } @else { <thead></thead> }<tbody></tbody></table>
        <figure><figcaption>1</figcaption><p>2</p><figcaption>3</figcaption></figure>
        <fieldset><p>4</p>@if is_open { <legend>5</legend> }</fieldset>
    };
    let _ = html! {
        <select aria-label="a"><optgroup><option>6</option></optgroup></select>
        <map><area href="/" alt="7" /></map>
        <bdo>8</bdo>
        <link href="/a" />
    };
}
