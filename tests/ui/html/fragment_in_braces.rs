//! A fragment where text stands.

use liveview::html;

fn main() {
    let footer = html! { <b>footer</b> };
    let rows = vec![html! { <li>row</li> }];
    let _ = html! {
        <p>{footer}</p>
        <p>all: {rows}</p>
        <p title={Some(html! { <b>title</b> })}>text</p>
    };
}
