use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Todos {
    done: bool,
}

#[live_view]
impl Todos {
    #[event_handler]
    fn press(&mut self, key: String) {
        self.done = key == "x";
    }

    fn render(&self) -> impl Render {
        html! {
            <input dj-keydown.entr="press" />
            <input dj-keyup.Enter="press" />
            <input dj-input.lazy="press" />
        }
    }
}

fn main() {}
