use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Todos {
    done: bool,
}

#[live_view]
impl Todos {
    #[event_handler]
    fn toggle(&mut self, id: u64) {
        self.done = id == 1;
    }

    fn render(&self) -> impl Render {
        html! {
            <button dj-click="[\"toggle\",7]">Done</button>
            <button dj-click="toggle(7)">Done</button>
        }
    }
}

fn main() {}
