//! Meant: a paragraph that ends in a list, as one writes it in prose.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Recipe {
    parts: Vec<String>,
}

#[live_view]
impl Recipe {
    fn render(&self) -> impl Render {
        html! {
            <article>
                <p>
                    You need:
                    <ul>
                        @for part in &self.parts; unkeyed { <li>{part}</li> }
                    </ul>
                </p>
            </article>
        }
    }
}

fn main() {}
