//! A form in a form.

use liveview::html;

fn main() {
    let shown = true;
    let _ = html! {
        @if shown {
            <form><div><form></form></div></form>
        }
    };
}
