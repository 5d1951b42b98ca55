//! Every construct within every other: one page for each outer one, with all seven inside it at once. Shows nothing else.

use liveview::html;
use liveview::rendered::render::Render;

use crate::state::State;

/// A page whose outer construct, given as what stands before its braces, holds all seven inner ones.
macro_rules! nested {
    ($page:ident, $state:ident, $($head:tt)*) => {
        pub(crate) fn $page($state: &State) -> impl Render {
            html! {
                <h2>{$state.number}</h2>
                $($head)* {
                    <div class:on={$state.flags[3]}>
                        @if $state.flags[0] { <i>{$state.texts[0]}</i> }
                        <hr />
                        @match $state.choice {
                            0 => { <b>"zero"</b> }
                            1 => { "one " {$state.number} }
                            2 => { <u>{$state.texts[1]}</u> <s>"two"</s> }
                            _ => {}
                        }
                        {$state.texts[2]}
                        @for inner in &$state.rows; key inner.id {
                            <a id={inner.id} class:selected={$state.selected == inner.id}>{inner.name}</a>
                        } @empty { <em>"none"</em> }
                        @for inner in &$state.rows; unkeyed { <q title={inner.note}>{inner.name}</q> }
                        @render(html! { <var>{$state.texts[3]}</var> @if $state.flags[1] { "yes" } })
                        @render(badge($state.texts[1], $state.flags[2]))
                        @render($state.rows.iter().map(|inner| html! { <kbd>{inner.name}</kbd> }))
                    </div>
                }
                <p>{$state.texts[0]}</p>
            }
        }
    };
}

nested!(in_if, state, @if state.flags[1]);
nested!(in_else, state, @if state.flags[0] { <b>{state.number}</b> } @else if state.flags[2] { "else if" } @else);
nested!(in_if_let, state, @if let Some(_note) = state.maybe);
nested!(in_keyed_rows, state, @for outer in &state.rows; key outer.id);
nested!(in_unkeyed_rows, state, @for _outer in &state.rows[..state.rows.len().min(4)]; unkeyed);
nested!(in_empty, state, @for outer in &state.rows; key outer.id { <p>{outer.name}</p> } @empty);

pub(crate) fn in_match(state: &State) -> impl Render {
    html! {
        @match state.choice {
            0 => {
                <ul>@for row in &state.rows; key row.id { <li>{row.name}</li> } @empty { <li>"nothing"</li> }</ul>
                @if state.flags[0] { {state.texts[0]} } @else { @render(badge(state.texts[1], state.flags[1])) }
            }
            1 => { @match state.maybe { Some(text) => { <b>{text}</b> } None => { @for row in &state.rows; unkeyed { <i>{row.name}</i> } } } }
            2 if state.flags[3] => { @render(state.rows.iter().map(|row| html! { <dfn>{row.name}</dfn> })) }
            2 => { @render(in_if(state)) }
            _ => {}
        }
    }
}

/// Fragments as values: nested, optional, listed, and lists of lists.
pub(crate) fn in_fragments(state: &State) -> impl Render {
    let optional = state.flags[0].then(|| html! { <p><b>{state.texts[0]}</b> "and"</p> });
    let nested = html! {
        <div>@render(html! { <i>{state.number}</i> @for row in &state.rows; key row.id { <u>{row.name}</u> } })</div>
        @match state.choice { 0 => { "zero" } _ => { <s>{state.choice}</s> } }
    };
    html! {
        @render(optional)
        @render(nested)
        <ol>
            @render(state.rows.iter().map(move |row| html! {
                <li class:selected={state.selected == row.id}>
                    {row.name}
                    @if row.done { <b>"done"</b> }
                    @match row.kind { 0 => {} 1 => { <i>"one"</i> } _ => { "other" } }
                    <ul>@render(row.items.iter().map(|item| html! { <li>{item.label}</li> }))</ul>
                    @for item in &row.items; key item.id { <samp>{item.label}</samp> }
                    @for item in &row.items; unkeyed { <code>{item.label}</code> }
                    @render(badge(row.name, row.done))
                    @render(row.note.map(|note| html! { <em>{note}</em> }))
                </li>
            }))
        </ol>
    }
}

/// Component-like functions: called in every construct, and handing on what they were given.
pub(crate) fn in_calls(state: &State) -> impl Render {
    html! {
        @render(card(state.texts[0], html! {
            @if state.flags[0] { @render(badge(state.texts[1], state.flags[1])) }
            @match state.choice {
                0 => { @render(badge("zero", true)) }
                1 => { @render(card("one", html! { <b>{state.number}</b> })) }
                _ => {}
            }
            @for row in &state.rows; key row.id {
                <div>@render(card(row.name, html! { @if row.done { "done" } @for item in &row.items; key item.id { <i>{item.label}</i> } }))</div>
            }
            @for row in &state.rows; unkeyed { <div>@render(badge(row.name, state.selected == row.id))</div> }
            @render(state.rows.iter().map(|row| badge(row.name, row.done)))
            @render(html! { @render(badge(state.texts[2], state.flags[2])) @render(nothing()) })
        }))
        @render(badge(state.texts[3], state.flags[3]))
    }
}

fn badge<'a>(text: &'a str, on: bool) -> impl Render + 'a {
    html! { <span class="badge" class:on={on}>{text}</span> }
}

fn card<'a>(title: &'a str, children: impl Render + 'a) -> impl Render + 'a {
    html! { <section><h3>{title}</h3>@render(children)</section> }
}

fn nothing() -> impl Render {
    html! {}
}
