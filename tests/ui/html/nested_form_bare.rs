//! A form in a form.

use liveview::html;

fn main() {
    let _ = html! {
        <form><div><form></form></div></form>
    };
}
