//! Meant: a paragraph that ends in a list, as one writes it in prose.
//! Mended by the compiler's messages alone; the broken twin is in `tests/ui/newcomer`.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
pub(crate) struct Recipe {
    parts: Vec<String>,
}

#[live_view]
impl Recipe {
    fn render(&self) -> impl Render {
        html! {
            <article>
                <div>
                    You need:
                    <ul>
                        @for part in &self.parts; unkeyed { <li>{part}</li> }
                    </ul>
                </div>
            </article>
        }
    }
}
