//! An enum of events written by hand: its names, its counts and what it needs, without rustc's own words.

use liveview::prelude::*;

#[derive(LiveEvent)]
enum Steps {
    Reset,
    Edit { id: u64, value: String },
}

#[live_view]
#[derive(Default)]
struct Todos {
    said: String,
}

#[live_view]
impl Todos {
    fn handle_event(&mut self, event: Steps) {
        self.said = match event {
            Steps::Reset => String::new(),
            Steps::Edit { id, value } => format!("{id} {value}"),
        };
    }

    fn render(&self) -> impl Render {
        html! {
            <button dj-click="rest">Reset</button>
            <input dj-input={edti(1)} />
            <button dj-click={reset(1)}>Reset</button>
            <input dj-input={edit(1, "x", 2)} />
            <button dj-click={edit(1)}>Edit</button>
            <button dj-click="edit">Edit</button>
            <input dj-input={edit("1")} />
        }
    }
}

fn main() {}
