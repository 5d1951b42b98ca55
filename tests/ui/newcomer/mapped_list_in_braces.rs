//! Meant: a list made by mapping, as in JSX.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Tags {
    tags: Vec<String>,
}

#[live_view]
impl Tags {
    fn render(&self) -> impl Render {
        html! {
            <ul>
                {self.tags.iter().map(|tag| html! { <li>{tag}</li> }).collect::<Vec<_>>()}
            </ul>
        }
    }
}

fn main() {}
