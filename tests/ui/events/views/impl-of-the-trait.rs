use liveview::prelude::*;

#[live_view]
struct Todos;

#[live_view]
impl LiveView for Todos {
    fn render(&self) -> impl Render {
        html! { <p></p> }
    }
}

fn main() {}
