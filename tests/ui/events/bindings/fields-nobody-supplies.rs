use liveview::prelude::*;

#[derive(EventParams)]
struct Point {
    x: u32,
    y: u32,
}

#[live_view]
#[derive(Default)]
struct Todos {
    done: bool,
}

#[live_view]
impl Todos {
    #[event_handler]
    fn place(&mut self, point: Point) {
        self.done = point.x == point.y;
    }

    fn render(&self) -> impl Render {
        html! {
            <button dj-click="place" dj-value-x="1">Here</button>
        }
    }
}

fn main() {}
