//! What a binding brings under the right name and of the wrong kind. Misses no argument.

use liveview::prelude::*;

#[derive(EventParams, PartialEq)]
enum Filter {
    All,
    OnlyOpen,
}

#[live_view]
#[derive(Default)]
struct Todos {
    said: String,
}

#[live_view]
impl Todos {
    #[event_handler]
    fn flag(&mut self, value: bool) {
        self.said = value.to_string();
    }

    #[event_handler]
    fn count(&mut self, value: u8) {
        self.said = value.to_string();
    }

    #[event_handler]
    fn show(&mut self, value: Filter) {
        self.said = (value == Filter::OnlyOpen || value == Filter::All).to_string();
    }

    #[event_handler]
    fn tick(&mut self, checked: u8) {
        self.said = checked.to_string();
    }

    #[event_handler]
    fn press(&mut self, key: u8) {
        self.said = key.to_string();
    }

    #[event_handler]
    fn open(&mut self, id: u64, filter: Filter) {
        self.said = format!("{id} {}", filter == Filter::All);
    }

    fn render(&self) -> impl Render {
        html! {
            <input dj-input="flag" />
            <input type="color" dj-input="count" />
            <input dj-input="show" />
            <input type="radio" value="al" dj-change="show" />
            <input type="radio" dj-change="show" />
            <select dj-change="show"><option>all</option><option>open</option></select>
            <input type="checkbox" dj-click="tick" />
            <input dj-keydown="press" />
            <button dj-click="open" dj-value-id="-1" dj-value-filter="only-open">Open</button>
            <button dj-click={open(1)} dj-value-filter>Open</button>
        }
    }
}

fn main() {}
