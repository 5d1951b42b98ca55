//! Values in quotes, and attributes whose names ask for one.

use liveview::html;

fn main() {
    let kind = "new";
    let _ = html! {
        <p class="row {kind" title="{}">text</p>
        <p class:new class:old="yes" style:width>text</p>
        <select value={kind}></select>
        <textarea value={kind}></textarea>
        <p>{}</p>
    };
}
