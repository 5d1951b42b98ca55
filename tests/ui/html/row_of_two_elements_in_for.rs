//! A row that is more than one element.

use liveview::html;

fn main() {
    let items = [1, 2];
    let rows = [1, 2];
    let _ = html! {
        @for row in rows; key row {
            <section>
                <dl>@for item in items; key item { <dt>{item}</dt><dd>text</dd> }</dl>
            </section>
        }
    };
}
