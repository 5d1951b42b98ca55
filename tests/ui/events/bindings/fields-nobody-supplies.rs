use liveview::prelude::*;

#[derive(EventParams)]
struct Point {
    row: u32,
    column: u32,
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
        self.done = point.row == point.column;
    }

    fn render(&self) -> impl Render {
        html! {
            <button dj-click="place" dj-value-row="1">Here</button>
        }
    }
}

fn main() {}
