//! A form in a form.

use liveview::html;

fn main() {
    let _ = html! {
        <main>@render(html! {
            <form><div><form></form></div></form>
        })</main>
    };
}
