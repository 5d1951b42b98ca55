//! A value in an inline handler.

use liveview::html;

fn main() {
    let code = "alert()";
    let _ = html! {
        <main>@render(html! {
            <p onclick={code}>text</p>
        })</main>
    };
}
