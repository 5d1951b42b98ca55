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
            <button dj-click={format!("toggle")}>Done</button>
            <button dj-click={self.done}>Done</button>
            <button dj-click={"toggle"}>Done</button>
            <button dj-click="tog{self.done}">Done</button>
            <button dj-click>Done</button>
            <button dj-click="toggle it">Done</button>
            <button dj-click={made(1)}>Done</button>
        }
    }
}

fn main() {}
