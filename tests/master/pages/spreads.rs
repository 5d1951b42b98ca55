//! Attributes as values: beside an element's own, with classes of both, on rows, on what comes and goes. No other kind.

use liveview::rendered::render::Render;
use liveview::{Attributes, Binding, html};

use crate::state::State;

pub(crate) fn spreads(state: &State) -> impl Render {
    html! {
        <p {..attributes(state)}>"alone"</p>
        <p id="own" class="static" {..&attributes(state)} title="own">"beside its own"</p>
        <p {..attributes(state)} class={tokens(state)} data-x={state.number}>"beside slots"</p>
        <p class="s {tokens(state)}" class:on={state.flags[1]} {..state.flags[0].then(|| attributes(state))}>"perhaps"</p>
        <button class:on={state.flags[2]} type="button" {..bound(state)}>"bound"</button>
        @for row in &state.rows; key row.id {
            <i data-key={row.id} class="row" {..Attributes::new().set("title", row.note).set("data-done", row.done).set("class", row.name)}></i>
        }
        @if state.flags[3] { <form {..bound(state)}><svg {..attributes(state)}></svg></form> }
    }
}

fn attributes(state: &State) -> Attributes<'_> {
    Attributes::new()
        .set("title", state.texts[0])
        .set("hidden", state.flags[2])
        .set("class", state.texts[1])
        .set("aria-busy", state.flags[0])
        .set(format!("data-{}", state.choice), state.number)
        .set("href", state.maybe)
}

fn bound(state: &State) -> Attributes<'static> {
    let binding = Binding::from_text(format!("[\"press\",{}]", state.number));
    Attributes::new()
        .set("dj-click", state.flags[0].then(|| binding.clone()))
        .set("dj-submit", state.flags[1].then_some(binding))
        .set("dj-value-x", state.choice.to_string())
}

fn tokens(state: &State) -> &'static str {
    ["", "t", "t u", " u  v "][usize::from(state.choice)]
}
