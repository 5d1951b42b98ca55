//! Texts: joined runs, empty ones, between elements and ranges, where white space and parsers are strict. No attributes.

use liveview::html;
use liveview::rendered::render::Render;

use crate::state::State;

pub(crate) fn runs(state: &State) -> impl Render {
    html! {
        {state.texts[0]}{state.texts[1]} " and " {state.texts[2]}
        <p>{state.texts[0]}{state.texts[1]}</p>
        <p>"before " {state.texts[0]} " after"</p>
        <p>{state.texts[1]}<b>{state.texts[0]}</b>{state.texts[1]}<i>{state.texts[2]}</i>{state.texts[3]}</p>
        <p><b>"k"</b>{state.texts[0]}<b>"l"</b></p>
        <p>{state.maybe}</p>
        <p>"maybe " {state.maybe}<br />{state.maybe}<br />{state.number}{state.flags[0]}</p>
        <p>Unquoted text, {state.number} of it: &amp; &nbsp; entities.</p>
        {state.texts[3]}
    }
}

pub(crate) fn between_ranges(state: &State) -> impl Render {
    html! {
        {state.texts[0]}
        @if state.flags[0] { {state.texts[1]} }
        {state.texts[2]}
        @if state.flags[1] { {state.texts[1]} <b>"b"</b> {state.texts[3]} } @else { {state.number} }
        {state.texts[3]}
        <p>{state.texts[0]} @for row in &state.rows; key row.id { <i>{row.name}</i> } {state.texts[1]}</p>
        <p>@match state.choice { 0 => { {state.texts[0]} } 1 => {} 2 => { "two" } _ => { {state.texts[1]}{state.texts[2]} } }</p>
        <p>@render(state.maybe.map(|text| html! { <b>{text} " maybe"</b> })) {state.texts[2]}</p>
    }
}

pub(crate) fn verbatim(state: &State) -> impl Render {
    html! {
        @allow(missing_label)
        <pre>{state.texts[0]}</pre>
        <pre>"\n  kept  " {state.texts[1]} "\n"</pre>
        <pre><b>{state.texts[2]}</b> {state.texts[3]}</pre>
        <textarea name="a">{state.texts[0]}</textarea>
        <textarea name="b">"fixed " {state.texts[1]}</textarea>
        <textarea name="c"></textarea>
        @for row in &state.rows; key row.id { <div data-key={row.id}><pre>{row.name}</pre><textarea>{row.name}</textarea></div> }
    }
}
