use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Todos {
    done: bool,
}

#[live_view]
impl Todos {
    #[event_handler]
    fn add(&mut self, _title: &str) {}

    #[event_handler]
    fn keep(&mut self, _ids: &Vec<u64>) {}

    fn render(&self) -> impl Render {
        html! {
            <p></p>
        }
    }
}

fn main() {}
