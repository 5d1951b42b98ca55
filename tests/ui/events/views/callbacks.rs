use liveview::prelude::*;

#[live_view]
struct Todos;

#[live_view]
impl Todos {
    fn mount(&self, _name: String) -> Result<Self> {
        Ok(Todos)
    }

    fn handle_info(&mut self) {}

    async fn disconnect(&mut self, _cx: &mut Context<Self>) -> Result<()> {
        Ok(())
    }

    fn handle_params(&mut self) {}

    async fn render(&mut self) -> impl Render {
        html! { <p></p> }
    }
}

#[live_view]
#[derive(Default)]
struct Rooms;

#[live_view]
impl Rooms {
    fn handle_event(&mut self, event: Self::Event) {}

    unsafe fn disconnect(&mut self, reason: String) {}

    fn render() -> impl Render {
        html! { <p></p> }
    }
}

#[derive(LiveEvent)]
enum RoomEvents {
    Enter,
}

#[live_view]
#[derive(Default)]
struct Doors;

#[live_view]
impl Doors {
    fn handle_event(&mut self, event: RoomEvents) {
        drop(event);
    }

    #[event_handler]
    fn enter(&mut self) {}

    fn render(&self, name: &str) {
        drop(name);
    }
}

#[live_view]
impl [u8] {
    fn render(&self) -> impl Render {
        html! { <p></p> }
    }
}

fn main() {}
