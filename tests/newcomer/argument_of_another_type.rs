//! Meant: stars to rate a book with. The handler wants a small number, the loop counts in another type.
//! Mended by the compiler's messages alone; the broken twin is in `tests/ui/newcomer`.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
pub(crate) struct Rating {
    stars: u8,
}

#[live_view]
impl Rating {
    #[event_handler]
    fn rate(&mut self, stars: u8) {
        self.stars = stars;
    }

    fn render(&self) -> impl Render {
        let names = ["poor", "fair", "good"];
        html! {
            <p>{self.stars} of 3</p>
            @for (index, name) in names.iter().enumerate(); key index {
                <button dj-click={rate((index + 1) as u8)}>{name}</button>
            }
        }
    }
}
