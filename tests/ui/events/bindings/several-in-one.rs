use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Todos {
    done: bool,
}

#[live_view]
impl Todos {
    #[event_handler]
    fn toggle(&mut self, id: u64) {
        self.done = id == 1;
    }

    fn render(&self) -> impl Render {
        html! {
            <form dj-sumbit="ad">
                <input name="title" dj-input="toggle" dj-debounce="soon" />
                <button dj-click={togle(1)} dj-v="token">Done</button>
                <button dj-click={toggle("x")}>Done</button>
            </form>
        }
    }
}

fn main() {}
