//! Meant: a list made by mapping, as in JSX.
//! Mended by the compiler's messages alone; the broken twin is in `tests/ui/newcomer`.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
pub(crate) struct Tags {
    tags: Vec<String>,
}

#[live_view]
impl Tags {
    fn render(&self) -> impl Render {
        html! {
            <ul>
                @render(self.tags.iter().map(|tag| html! { <li>{tag}</li> }).collect::<Vec<_>>())
            </ul>
        }
    }
}
