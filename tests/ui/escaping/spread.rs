//! Attributes as a value: of another type, nothing, twice, on elements where a name decides what runs.

use liveview::{Attributes, html};

fn main() {
    let attributes = Attributes::new().set("title", "a");
    let (one, other, hidden) = (&attributes, &attributes, "hidden");
    let _ = html! {
        <p {..hidden}>text</p>
        <p {hidden}>text</p>
        <p {..}>text</p>
        <p {..one} {..other}>text</p>
        <script {..one}></script>
        <iframe title="a" {..one}></iframe>
        <noscript><p {..one}>text</p></noscript>
        <p dj-a="title">text</p>
        <svg><animate {..one} /></svg>
    };
}
