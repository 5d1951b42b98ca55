//! Attributes of every kind: plain, optional, interpolated, classes, styles, properties, addresses, and those of SVG. Few texts.

use liveview::prelude::*;

use crate::state::{Row, State};

pub(crate) fn plain(state: &State) -> impl Render {
    html! {
        <div title={state.texts[0]} data-number={state.number} aria-label={state.maybe} hidden={state.flags[0]} lang="en">
            <a href={format!("/rows/{}", state.selected)} target={state.maybe}>"link"</a>
            <a href={state.texts[2]} title="at {state.number}, {state.texts[1]}">"other"</a>
            <img alt={state.texts[3]} width={state.choice} />
            <q cite={format!("/{}.html", state.number)}>"cited"</q>
            <button disabled={state.flags[1]} type="button" dj-value-id={state.number} dj-value-text="t {state.texts[0]}">"press"</button>
            @for row in &state.rows; key row.id { <i data-key={row.id} title={row.note} data-done={row.done}></i> }
        </div>
    }
}

pub(crate) fn classes(state: &State) -> impl Render {
    html! {
        <p class="static">"s"</p>
        <p class={class(state)}>"whole"</p>
        <p class="row {class(state)} k{state.choice}">"interpolated"</p>
        <p class:on={state.flags[0]} class:off={!state.flags[0]}>"toggles"</p>
        <p class="base" class:on={state.flags[1]} class:wide={state.flags[2]}>"both"</p>
        <p class="x {class(state)}" class:on={state.flags[3]}>"all"</p>
        <p class={state.maybe.map(|_| "some")}>"optional"</p>
        @for row in &state.rows; key row.id {
            <b data-key={row.id} class="k{row.kind}" class:selected={state.selected == row.id} class:done={row.done}></b>
        }
    }
}

/// No token of these is one of a `class:…` beside them: who owns a token is not told by a page.
fn class(state: &State) -> &'static str {
    ["", "a", "a b", " b  c "][usize::from(state.choice)]
}

pub(crate) fn styles(state: &State) -> impl Render {
    html! {
        <p style:width={format!("{}px", state.number.abs())}>"one"</p>
        <p style:color={state.flags[0].then_some("red")} style:margin-top={format!("{}px", state.choice)}>"two"</p>
        @for row in &state.rows; key row.id {
            <b data-key={row.id} style:height={format!("{}px", row.kind)} style:opacity={if row.done { "0.5" } else { "1" }}></b>
        }
    }
}

pub(crate) fn properties(state: &State) -> impl Render {
    html! {
        @allow(missing_label)
        <form>
            <input name="text" value={state.texts[1]} placeholder={state.texts[2]} />
            <input name="number" type="number" value={state.number} />
            <input name="box" type="checkbox" checked={state.flags[0]} />
            <input name="pick" type="radio" value="a" checked={state.choice == 0} />
            <input name="pick" type="radio" value="b" checked={state.choice == 1} />
            <input name="shut" disabled={state.flags[1]} readonly={state.flags[2]} required />
            <details open={state.flags[3]}><summary>"more"</summary>{state.texts[0]}</details>
            @for row in &state.rows; key row.id {
                <label data-key={row.id}><input type="checkbox" checked={row.done} name={format!("row{}", row.id)} />{row.name}</label>
            }
            @for row in &state.rows; key row.id { <input data-key={format!("i{}", row.id)} value={row.name} /> }
        </form>
    }
}

/// Fields in branches and rows: some with a slot, some that look the same and have none. Each says which it is.
pub(crate) fn fields(state: &State) -> impl Render {
    html! {
        @allow(missing_label)
        @if state.flags[0] {
            <p><input data-held value={state.texts[0]} /></p>
            @if state.flags[1] { <input data-held type="checkbox" checked={state.flags[2]} /> } @else { <input data-free type="checkbox" /> }
        } @else { <p><input data-free /></p> }
        <ul>@for row in &state.rows; key row.id { <li data-key={row.id}>@render(field(row))</li> }</ul>
        @for row in &state.rows; key row.id {
            <p>@if row.done { @match row.kind { 0 => { <textarea data-held>{row.name}</textarea> } 1 => { <textarea data-free></textarea> } _ => {} } }</p>
        }
        @render(state.rows.iter().map(field))
        @if state.flags[3] { @for row in &state.rows; unkeyed { <input data-held value={row.name} /> } } @else { <input data-free /> }
    }
}

fn field(row: &Row) -> impl Render {
    html! {
        @allow(missing_label)
        @if row.kind == 0 { <input data-held value={row.name} /> }
        @else if row.kind == 1 { <input data-free /> }
        @else { <label><input data-held type="checkbox" checked={row.done} /></label> }
    }
}

#[component]
fn Mark(children: Children) -> impl Render {
    html! { <g>@render(children)</g> }
}

pub(crate) fn svg(state: &State) -> impl Render {
    html! {
        <svg viewBox="0 0 {state.number.unsigned_abs()} 10" width={state.choice} class:on={state.flags[0]}>
            <title>{state.texts[0]}</title>
            <linearGradient gradientUnits="userSpaceOnUse"></linearGradient>
            @for row in &state.rows; key row.id { <circle data-key={row.id} r={row.kind} class:selected={state.selected == row.id} /> }
            @if state.flags[1] { <g><path d="M0 0h{state.choice}" />@match state.choice { 0 => { <use href="#a" /> } _ => { <text>{state.texts[1]}</text> } }</g> }
            <Mark>@if state.flags[2] { <title>{state.texts[1]}</title> } @else { <a href="/mark"><text>{state.texts[1]}</text></a> }</Mark>
            <foreignObject><p>{state.texts[2]} @for row in &state.rows; unkeyed { <b>{row.name}</b> }</p></foreignObject>
        </svg>
        <p>{state.texts[3]}</p>
    }
}
