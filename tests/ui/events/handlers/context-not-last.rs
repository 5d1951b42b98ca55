use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Todos {
    done: bool,
}

#[live_view]
impl Todos {
    #[event_handler]
    fn add(&mut self, _cx: &mut Context<Self>, _title: String) {}

    #[event_handler]
    fn remove(&mut self, _cx: Context<Self>) {}

    fn render(&self) -> impl Render {
        html! {
            <p></p>
        }
    }
}

fn main() {}
