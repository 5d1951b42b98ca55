//! Meant: a panel around whatever is put into it, shown as every other value is.
//! Mended by the compiler's messages alone; the broken twin is in `tests/ui/newcomer`.

use liveview::prelude::*;

#[component]
fn Panel(title: &str, children: Children) -> impl Render {
    html! {
        <section>
            <h2>{title}</h2>
            <div class="body">@render(children)</div>
        </section>
    }
}

pub(crate) fn page() -> impl Render {
    html! {
        <Panel title="News"><p>Nothing new.</p></Panel>
    }
}
