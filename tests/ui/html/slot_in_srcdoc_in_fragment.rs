//! A value as a whole document.

use liveview::html;

fn main() {
    let text = "<p>";
    let _ = html! {
        <main>@render(html! {
            <iframe srcdoc="<b>{text}</b>"></iframe>
        })</main>
    };
}
