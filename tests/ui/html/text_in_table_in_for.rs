//! Text directly in a table.

use liveview::html;

fn main() {
    let name = "Ada";
    let rows = [1, 2];
    let _ = html! {
        @for row in rows; key row {
            <section>
                <table><tbody>{name}</tbody></table>
            </section>
        }
    };
}
