use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Todos;

#[live_view]
impl Todos {
    #[event_handler]
    fn add(&mut self) {}
}

fn main() {
    live::<Todos>();
}

fn live<V: LiveView>() {}
