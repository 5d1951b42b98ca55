//! Rust's comments take a part of the text away.

use liveview::html;

fn main() {
    let _ = html! {
        <p>
            /// documentation
            see https://example.com
        </p>
        <p>see //example.com</p>
    };
}
