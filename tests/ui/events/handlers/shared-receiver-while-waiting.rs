use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Todos {
    done: bool,
}

#[live_view]
impl Todos {
    #[event_handler]
    async fn add(&self, _title: String) {}

    fn render(&self) -> impl Render {
        html! {
            <p></p>
        }
    }
}

fn main() {}
