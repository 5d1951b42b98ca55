//! Where ranges and paths can stand: roots of every shape, ranges side by side, single elements that change their tag. No events.

use liveview::html;
use liveview::rendered::render::Render;
use liveview::rendered::renderer::Renderer;

use crate::state::State;

pub(crate) fn root_text(state: &State) -> impl Render {
    html! { {state.texts[0]} "/" {state.number} }
}

pub(crate) fn root_list(state: &State) -> impl Render {
    html! { @for row in &state.rows; key row.id { <p id={row.id}>{row.name}</p> } }
}

pub(crate) fn root_if(state: &State) -> impl Render {
    html! { @if state.flags[0] { <p>{state.texts[0]}</p> } @else { <div><b>{state.texts[1]}</b></div> } }
}

/// A single element whose tag changes, within a single element whose tag changes, and slots counted behind it.
pub(crate) fn single_elements(state: &State) -> impl Render {
    html! {
        <main>
            @if state.flags[0] {
                @match state.choice {
                    0 => { <p>{state.texts[0]}</p> }
                    1 => { @if state.flags[1] { <b title={state.texts[1]}>{state.number}</b> } @else { <i>"one"</i> } }
                    _ => { <u class:on={state.flags[2]}>"more"</u> }
                }
            } @else { <div>@for row in &state.rows; key row.id { <q>{row.name}</q> }</div> }
            <h2 title={state.texts[2]}>{state.texts[3]}</h2>
            @if state.flags[3] { <s>{state.texts[0]}</s> } @else { <s class="other">{state.number}</s> }
        </main>
        <p>@if state.flags[2] { <b>"only"</b> } @else { <i>{state.texts[1]}</i> }</p>
    }
}

/// Ranges without anything between, texts between ranges, elements and ranges deep behind ranges.
pub(crate) fn neighbours(state: &State) -> impl Render {
    html! {
        @if state.flags[0] { <b>{state.texts[0]}</b> }
        @if state.flags[1] { {state.texts[1]} }
        @for row in &state.rows; key row.id { <i>{row.name}</i> }
        @for row in &state.rows; unkeyed { <u>{row.name}</u> }
        <div>
            {state.texts[2]}
            @if state.flags[2] { <em>"in"</em> "text" }
            {state.texts[3]}
            <div title={state.texts[0]}>
                @match state.choice { 0 => { <b>"0"</b> } 1 => { <b>"1"</b> <b>{state.number}</b> } _ => {} }
                <p>{state.texts[1]}</p>
                <div><div title={state.maybe}>@render(state.maybe.map(|text| html! { <b>{text}</b> }))</div></div>
                @if state.flags[3] { "tail" }
            </div>
            {state.number}
        </div>
        @if state.flags[3] { @if state.flags[2] { @if state.flags[1] { <s>{state.texts[0]}</s> } } } @else { "no" }
        "end" {state.texts[1]}
    }
}

/// Rows of different templates in one list: they change, move and keep their nodes by position.
pub(crate) fn many_templates(state: &State) -> impl Render {
    html! {
        <ul>@render(state.rows.iter().map(|row| match row.kind {
            0 => Either::Left(html! { <li>{row.name}</li> }),
            1 => Either::Right(Either::Left(html! { <li class="one"><b>{row.name}</b> @if row.done { "done" }</li> })),
            _ => Either::Right(Either::Right(html! { <li><hr /></li> })),
        }))</ul>
        <p>@render(if state.flags[0] { Either::Left(html! { {state.texts[0]} }) } else { Either::Right(html! { <b>{state.number}</b> }) })</p>
    }
}

/// One of two things that render.
enum Either<A, B> {
    Left(A),
    Right(B),
}

impl<A: Render, B: Render> Render for Either<A, B> {
    fn render(self, renderer: &mut Renderer<'_>) {
        match self {
            Self::Left(left) => left.render(renderer),
            Self::Right(right) => right.render(renderer),
        }
    }
}
