//! Meant: a page in a file of its own, with blocks as in Jinja and a value that the view does not have.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct News {
    headlines: Vec<String>,
    is_loading: bool,
}

#[live_view(template = "template_file.html")]
impl News {
    #[event_handler]
    fn reload(&mut self) {
        self.is_loading = true;
    }
}

fn main() {}
