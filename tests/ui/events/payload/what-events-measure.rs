use liveview::prelude::*;

#[derive(EventParams, PartialEq)]
enum Key {
    Left,
    Right,
}

#[live_view]
#[derive(Default)]
struct Board {
    x: f64,
}

#[live_view]
impl Board {
    #[event_handler]
    fn place(&mut self, x: bool, y: i32, button: u8) {
        self.x = f64::from(u8::from(x)) + f64::from(y) + f64::from(button);
    }

    #[event_handler]
    fn held(&mut self, ctrl: u8, button: bool) {
        self.x = f64::from(ctrl) + f64::from(u8::from(button));
    }

    #[event_handler]
    fn sized(&mut self, width: i32, height: char) {
        self.x = f64::from(width) + f64::from(u32::from(height));
    }

    #[event_handler]
    fn shown(&mut self, ratio: Key, open: bool) {
        self.x = f64::from(u8::from(open && ratio == Key::Left));
    }

    #[event_handler]
    fn pressed(&mut self, code: u8) {
        self.x = f64::from(code);
    }

    #[event_handler]
    fn dropped(&mut self, files: String) {
        self.x = files.len() as f64;
    }

    fn render(&self) -> impl Render {
        html! {
            <div dj-pointerdown="place">a</div>
            <div dj-mouseenter="held">b</div>
            <div dj-resize="sized">c</div>
            <div dj-appear="shown">d</div>
            <div dj-window-keydown="pressed">e</div>
            <div dj-touchstart="place">f</div>
            <div dj-poll="sized">g</div>
            <div dj-drop="dropped">h</div>
            <button dj-click="place">i</button>
        }
    }
}

fn main() {}
