use liveview::prelude::*;

#[live_view]
struct Todos;

#[live_view]
impl Todos {
    fn render(&self) -> impl Render {
        html! { <p></p> }
    }
}

fn main() {}
