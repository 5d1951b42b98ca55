//! What rustc alone can find out about a file: it points at the file's name, and says the line.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Page {
    title: String,
    items: Vec<u32>,
    count: u32,
    plain: Plain,
}

#[derive(Default)]
struct Plain;

#[component]
fn Card(title: &str, #[prop(default)] children: Children) -> impl Render {
    html! { <b>{title}</b>@render(children) }
}

#[live_view(template = "types.html")]
impl Page {
    #[event_handler]
    fn remove(&mut self, item: String) {
        self.title = item;
    }
}

fn main() {}
