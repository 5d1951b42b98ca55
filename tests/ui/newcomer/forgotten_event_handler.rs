//! Meant: a counter with a button. The method is there, but nothing says that a page may call it.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Counter {
    count: i32,
}

#[live_view]
impl Counter {
    fn increment(&mut self) {
        self.count += 1;
    }

    fn render(&self) -> impl Render {
        html! {
            <button dj-click="increment">+</button>
            <p>{self.count}</p>
        }
    }
}

fn main() {}
