use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Todos {
    done: bool,
}

#[live_view]
impl Todos {
    #[event_handler]
    fn add_all(&mut self) {}

    #[event_handler]
    fn addAll(&mut self) {}

    fn render(&self) -> impl Render {
        html! {
            <p></p>
        }
    }
}

fn main() {}
