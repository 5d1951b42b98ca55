use liveview::prelude::*;

#[live_view]
struct Todos;

fn main() {
    live::<Todos>();
}

fn live<V: LiveView>() {}
