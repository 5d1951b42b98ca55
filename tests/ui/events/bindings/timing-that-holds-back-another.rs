use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Todos {
    title: String,
}

#[live_view]
impl Todos {
    #[event_handler(debounce = 300)]
    fn search(&mut self, value: String) {
        self.title = value;
    }

    #[event_handler]
    fn clear(&mut self) {
        self.title.clear();
    }

    fn render(&self) -> impl Render {
        html! {
            <input dj-input="search" dj-keydown.escape="clear" />
            <input dj-input="search" dj-change="search" />
            <input dj-input="search" dj-keydown.escape="clear" dj-debounce="300" />
        }
    }
}

fn main() {}
