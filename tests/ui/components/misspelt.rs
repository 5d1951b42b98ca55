//! A component that begins with one that is not there is not there either: rustc says so where it is called, too.

use liveview::prelude::*;

#[component]
fn Wrong(n: u8) -> impl Render {
    html! { <Misspelt n={n} /> }
}

#[component]
fn Within(n: u8) -> impl Render {
    html! { <p><Misspelt n={n} /></p> }
}

fn main() {
    let _ = html! { <Wrong n={1} /> <Within n={2} /> };
}
