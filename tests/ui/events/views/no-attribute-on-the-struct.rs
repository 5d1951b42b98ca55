use liveview::prelude::*;

#[derive(Default)]
struct Todos;

#[live_view]
impl Todos {
    fn render(&self) -> impl Render {
        html! { <p></p> }
    }
}

fn main() {}
