//! Files that cannot be templates, and attributes that name none.

use liveview::prelude::*;

#[live_view(template = "page.html")]
#[derive(Default)]
struct OnTheStruct;

#[live_view(template = "lawz.html")]
impl OnTheStruct {}

#[live_view]
#[derive(Default)]
struct Away;

#[live_view(template = "missing/page.html")]
impl Away {}

#[live_view]
#[derive(Default)]
struct Outside;

#[live_view(template = "../../../..")]
impl Outside {}

#[live_view]
#[derive(Default)]
struct Binary;

#[live_view(template = "binary.html")]
impl Binary {}

#[live_view]
#[derive(Default)]
struct Folder;

#[live_view(template = "../files")]
impl Folder {}

#[live_view]
#[derive(Default)]
struct Twice;

#[live_view(template = "types.html")]
impl Twice {
    fn render(&self) -> impl Render {
        html! { <p>"a"</p> }
    }
}

#[live_view]
#[derive(Default)]
struct Unnamed;

#[live_view(template = page)]
impl Unnamed {}

#[live_view]
#[derive(Default)]
struct More;

#[live_view(template = "laws.html", cached)]
impl More {}

#[live_view]
#[derive(Default)]
struct Other;

#[live_view(page = "laws.html")]
impl Other {}

fn main() {}
