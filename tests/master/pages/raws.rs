//! Raw HTML: alone in elements of both kinds, in rows, beside slots. Escapes nothing.

use liveview::rendered::render::Render;
use liveview::{TrustedHtml, html};

use crate::state::State;

pub(crate) fn raws(state: &State) -> impl Render {
    html! {
        <div class:on={state.flags[0]}>@html(block(state.texts[0]))</div>
        <p>@html(TrustedHtml::dangerously_from(state.texts[1]))</p>
        <section title={state.texts[2]}>@html(state.flags[1].then(|| block(state.texts[3])))</section>
        <pre>@html(TrustedHtml::dangerously_from(state.texts[2]))</pre>
        @for row in &state.rows; key row.id { <article data-key={row.id}>@html(block(row.name))</article> }
        @if state.flags[2] { <div>@html(block(state.texts[1]))</div> {state.texts[0]} }
        <p>{state.texts[3]}</p>
    }
}

/// Whatever the text is, it is made such that nothing behind it notices.
fn block(text: &str) -> TrustedHtml {
    TrustedHtml::dangerously_from(format!("{text}</div><p>a<b>{text}<ul><li>b<li>c"))
}
