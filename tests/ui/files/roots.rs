//! A file is all that a view shows, so it is held to the place of views.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Page;

#[live_view(template = "roots.html")]
impl Page {}

fn main() {}
