//! A row that is more than one element.

use liveview::html;

fn main() {
    let items = [1, 2];
    let _ = html! {
        <main>@render(html! {
            <dl>@for item in items; key item { <dt>{item}</dt><dd>text</dd> }</dl>
        })</main>
    };
}
