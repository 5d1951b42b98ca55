//! Meant: a badge in red. One prop is misspelt, one is a word where an enum is wanted.

use liveview::prelude::*;

enum Tone {
    Calm,
    Loud,
}

#[component]
fn Badge(label: &str, tone: Tone) -> impl Render {
    html! { <b class="badge" class:red={matches!(tone, Tone::Loud)}>{label}</b> }
}

fn page(unread: usize) -> impl Render {
    html! {
        <p>Inbox <Badge lable="{unread} new" tone="loud" /></p>
    }
}

fn main() {
    drop((page(3), Tone::Calm));
}
