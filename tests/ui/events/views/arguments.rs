use liveview::prelude::*;

#[live_view(template = "x.html")]
#[derive(Default)]
struct Todos<T>(T);

#[live_view]
impl<T> Todos<T> {
    type Message = u8;

    fn render(&mut self) -> impl Render {
        html! { <p></p> }
    }
}

#[live_view]
fn todos() {}

fn main() {}
