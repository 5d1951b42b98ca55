//! Text where a fragment stands.

use liveview::html;

fn main() {
    let (name, maybe) = ("Ada", Some(1));
    let _ = html! {
        <p>@render(name)</p>
        <p>@render(maybe)</p>
    };
}
