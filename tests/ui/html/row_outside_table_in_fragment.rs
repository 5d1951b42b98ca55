//! A row outside a table.

use liveview::html;

fn main() {
    let _ = html! {
        <main>@render(html! {
            <div><tr><td>1</td></tr></div>
        })</main>
    };
}
