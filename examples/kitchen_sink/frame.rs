//! What every section of the page looks like: a topic, and the demonstrations in it. Shows what it is given, and keeps nothing.

use liveview::prelude::*;

/// A section with its heading, and a sentence on what it shows.
#[component]
pub(crate) fn Topic(id: &str, title: &str, what: &str, children: Children) -> impl Render {
    html! {
        <section id={id} class="topic" aria-labelledby="{id}-title">
            <header>
                <h2 id="{id}-title">{title}</h2>
                <p>{what}</p>
            </header>
            <div class="demos">@render(children)</div>
        </section>
    }
}

/// One thing to try, with the names it is made of, commas between them.
#[component]
pub(crate) fn Demo(title: &str, names: &str, children: Children) -> impl Render {
    html! {
        <article class="demo">
            <h3>{title}</h3>
            <p class="names">@for name in names.split(','); unkeyed { <code>{name}</code> }</p>
            @render(children)
        </article>
    }
}
