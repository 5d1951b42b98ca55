//! Meant: a greeting for those who are known and a word for the others, with Rust's own `if`.
//! Mended by the compiler's messages alone; the broken twin is in `tests/ui/newcomer`.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
pub(crate) struct Greeting {
    name: Option<String>,
}

#[live_view]
impl Greeting {
    fn render(&self) -> impl Render {
        html! {
            <main>
                @if let Some(name) = &self.name {
                    <p>Hello, {name}!</p>
                } @else {
                    <p>Who are you?</p>
                }
            </main>
        }
    }
}
