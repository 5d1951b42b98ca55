use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Page {
    open: bool,
}

#[live_view]
impl Page {
    #[event_handler]
    fn open(&mut self) {
        self.open = true;
    }

    fn render(&self) -> impl Render {
        html! {
            <div dj-init="open">a</div>
            <div dj-connected={open()}>b</div>
            <div dj-disconnected>c</div>
            <button dj-click="open" dj-optimistic="open">d</button>
            <div dj-remove={open}>e</div>
            <div dj-optimistic="open">f</div>
        }
    }
}

fn main() {}
