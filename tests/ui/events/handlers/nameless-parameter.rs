use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Todos {
    done: bool,
}

#[live_view]
impl Todos {
    #[event_handler]
    fn add(&mut self, (_title, _done): (String, bool)) {}

    fn render(&self) -> impl Render {
        html! {
            <p></p>
        }
    }
}

fn main() {}
