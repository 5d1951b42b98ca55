//! Meant: a button that takes an item off a shopping list. The handler's name is written in a hurry.

use liveview::prelude::*;

struct Item {
    id: u64,
    name: String,
}

#[live_view]
#[derive(Default)]
struct Shopping {
    items: Vec<Item>,
}

#[live_view]
impl Shopping {
    #[event_handler]
    fn remove(&mut self, id: u64) {
        self.items.retain(|item| item.id != id);
    }

    fn render(&self) -> impl Render {
        html! {
            <ul>
                @for item in &self.items; key item.id {
                    <li>{item.name} <button dj-click={remvoe(item.id)}>Remove</button></li>
                }
            </ul>
        }
    }
}

fn main() {}
