//! Components through rustc and the renderer, on a page and in updates. Opens no socket.

mod borders;
mod content;
mod props;
mod updates;

use liveview::prelude::*;
use liveview::rendered::page::render;
use liveview::rendered::seed::Seed;

/// The page, with `[` and `]` for the markers of ranges.
fn page(view: impl Render) -> String {
    let html = render(view, &Seed::new([1; 16])).html;
    html.replace("<!--[-->", "[").replace("<!--]-->", "]")
}

#[component]
fn Panel(children: Children) -> impl Render {
    html! { <section>@render(children)</section><aside>@render(children)</aside> }
}
