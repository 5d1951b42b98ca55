use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Todos {
    items: Vec<u64>,
    open: bool,
}

#[live_view]
impl Todos {
    #[event_handler]
    fn toggle(&mut self, id: u64) {
        self.items.retain(|item| *item != id);
    }

    #[event_handler]
    fn clear(&mut self) {
        self.items.clear();
    }

    fn render(&self) -> impl Render {
        html! {
            @for item in &self.items; key item {
                <em>{item} <button dj-click={togle(7)}>Done</button></em>
            }
        }
    }
}

fn main() {}
