//! Meant: stars to rate a book with. The handler wants a small number, the loop counts in another type.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Rating {
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
                <button dj-click={rate(index + 1)}>{name}</button>
            }
        }
    }
}

fn main() {}
