//! Bindings as other frameworks have them: a closure, a method that is called at once.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Counter {
    count: i64,
}

#[live_view]
impl Counter {
    #[event_handler]
    fn add(&mut self, amount: i64) {
        self.count += amount;
    }

    fn render(&self) -> impl Render {
        html! {
            <button dj-click={|_| self.add(1)}>1</button>
            <button dj-click={move || self.count}>2</button>
            <button dj-click={self.add(3)}>3</button>
        }
    }
}

fn main() {}
