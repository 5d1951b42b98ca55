//! Meant: a button that takes an item off a shopping list. The handler's name is written in a hurry.
//! Mended by the compiler's messages alone; the broken twin is in `tests/ui/newcomer`.

use liveview::prelude::*;

struct Item {
    id: u64,
    name: String,
}

#[live_view]
#[derive(Default)]
pub(crate) struct Shopping {
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
                    <li>{item.name} <button dj-click={remove(item.id)}>Remove</button></li>
                }
            </ul>
        }
    }
}
