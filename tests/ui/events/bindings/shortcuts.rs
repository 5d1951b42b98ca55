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

    #[event_handler]
    fn go(&mut self, id: u64) {
        self.open = id == 0;
    }

    fn render(&self) -> impl Render {
        html! {
            <div dj-shortcut="ctrl+k:open:prevent, escape:opn">a</div>
            <div dj-shortcut="cttrl+k:open">b</div>
            <div dj-shortcut="k+ctrl:open">c</div>
            <div dj-shortcut="ctrl+entr:open, alt:open">d</div>
            <div dj-shortcut="ctrl+k:open:stop">e</div>
            <div dj-shortcut="ctrl+k, :open">f</div>
            <div dj-shortcut="g:go">g</div>
            <div dj-shortcut="g:[\"go\",7]">i</div>
            <div dj-shortcut={self.open}>h</div>
        }
    }
}

fn main() {}
