//! Meant: a badge in red. One prop is misspelt, one is a word where an enum is wanted.
//! Mended by the compiler's messages alone; the broken twin is in `tests/ui/newcomer`.

use liveview::prelude::*;

enum Tone {
    Calm,
    Loud,
}

#[component]
fn Badge(label: &str, tone: Tone) -> impl Render {
    html! { <b class="badge" class:red={matches!(tone, Tone::Loud)}>{label}</b> }
}

pub(crate) fn page(unread: usize) -> impl Render {
    html! {
        <p>Inbox <Badge label="{unread} new" tone={Tone::Loud} /></p>
    }
}
