//! Meant: a panel around whatever is put into it, shown as every other value is.

use liveview::prelude::*;

#[component]
fn Panel(title: &str, children: Children) -> impl Render {
    html! {
        <section>
            <h2>{title}</h2>
            <div class="body">{children}</div>
        </section>
    }
}

fn page() -> impl Render {
    html! {
        <Panel title="News"><p>Nothing new.</p></Panel>
    }
}

fn main() {
    drop(page());
}
