//! Values of a type that cannot stand where they do: rustc points at the author's token.

use liveview::html;

struct Opaque;

struct State {
    opaque: Opaque,
    done: Option<bool>,
}

fn main() {
    let state = State { opaque: Opaque, done: None };
    let rows = [1.5, 2.5];
    let _ = html! {
        <p>{state.opaque}</p>
        <p title={&state.opaque}>text {state.missing}</p>
        <p class="a {state.opaque}" class:done={state.done} style:width={state.opaque}>text</p>
        @if state.done { <b>done</b> }
        @for row in rows; key row { <b>{row}</b> }
        @for row in state.opaque; unkeyed { <b>{row}</b> }
        @render(state.opaque)
    };
}
