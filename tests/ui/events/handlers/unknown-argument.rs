use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Todos {
    done: bool,
}

#[live_view]
impl Todos {
    #[event_handler(debonce = 300)]
    fn add(&mut self) {}

    #[event_handler(permission = "todos.delete")]
    fn remove(&mut self) {}

    #[event_handler(throttle = "fast")]
    fn find(&mut self) {}

    fn render(&self) -> impl Render {
        html! {
            <p></p>
        }
    }
}

fn main() {}
