use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Todos {
    done: bool,
}

#[live_view]
impl Todos {
    #[event_handler]
    fn save(&mut self) {}

    fn render(&self) -> impl Render {
        html! {
            <button dj-submit="save">Save</button>
        }
    }
}

fn main() {}
