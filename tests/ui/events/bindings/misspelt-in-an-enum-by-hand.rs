use liveview::prelude::*;

#[derive(LiveEvent)]
enum TodosEvents {
    Clear,
    Toggle { id: u64 },
}

#[live_view]
#[derive(Default)]
struct Todos {
    done: bool,
}

#[live_view]
impl Todos {
    fn handle_event(&mut self, event: TodosEvents) {
        self.done = matches!(event, TodosEvents::Toggle { id: 1 });
    }

    fn render(&self) -> impl Render {
        html! {
            <button dj-click="claer">Clear</button>
        }
    }
}

fn main() {}
