//! Text directly in a table.

use liveview::html;

fn main() {
    let name = "Ada";
    let _ = html! {
        <main>@render(html! {
            <table><tbody>{name}</tbody></table>
        })</main>
    };
}
