use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Todos {
    done: bool,
}

#[live_view]
impl Todos {
    #[event_handler]
    async fn add(&mut self) {
        let title = std::rc::Rc::new(1);
        std::future::ready(()).await;
        self.done = *title == 1;
    }

    fn render(&self) -> impl Render {
        html! {
            <p></p>
        }
    }
}

fn main() {}
