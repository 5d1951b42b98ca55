//! A row directly in a table.

use liveview::html;

fn main() {
    let _ = html! {
        <main>@render(html! {
            <table><tr><td>1</td></tr></table>
        })</main>
    };
}
