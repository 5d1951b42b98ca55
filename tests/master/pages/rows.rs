//! Lists as applications have them: rows that read outer state, rows in rows, tables, options. Every keyed row carries `data-key`.

use liveview::html;
use liveview::rendered::render::Render;

use crate::state::State;

pub(crate) fn keyed(state: &State) -> impl Render {
    html! {
        <ul>
            @for row in &state.rows; key row.id {
                <li data-key={row.id} class="row" class:selected={state.selected == row.id} class:done={row.done}>
                    {row.name} " of " {state.number}
                    @if let Some(note) = row.note { <em>{note}</em> }
                    @match row.kind { 0 => {} 1 => { <b>"one"</b> } _ => { "two" <i>{state.texts[0]}</i> } }
                    <ol>
                        @for item in &row.items; key item.id { <li data-key={format!("{}.{}", row.id, item.id)}>{item.label}</li> }
                        @empty { <li>"no items of " {row.name}</li> }
                    </ol>
                    @for item in &row.items; unkeyed { <q>{item.label}</q> }
                </li>
            } @empty { <li>{state.texts[1]}</li> }
        </ul>
        <p>{state.rows.len()}</p>
    }
}

pub(crate) fn unkeyed(state: &State) -> impl Render {
    html! {
        <p>@for row in &state.rows; unkeyed { <span title={row.note} class:done={row.done}>{row.name}</span> }</p>
        @for row in &state.rows; unkeyed {
            <div>
                @for item in &row.items; unkeyed { <b>{item.label}</b> } @empty { "none" }
                @if row.done { @for item in &row.items; key item.id { <i>{item.label}</i> } }
                {row.name}
            </div>
        }
    }
}

pub(crate) fn table(state: &State) -> impl Render {
    html! {
        <table>
            <caption>{state.texts[0]}</caption>
            <colgroup>@for row in &state.rows; unkeyed { <col class:done={row.done} /> }</colgroup>
            <thead><tr>@for row in &state.rows; key row.id { <th data-key={format!("h{}", row.id)}>{row.name}</th> }</tr></thead>
            <tbody>
                @if state.flags[0] { <tr><td>{state.texts[1]}</td></tr> }
                @for row in &state.rows; key row.id {
                    <tr data-key={row.id} class:selected={state.selected == row.id}>
                        <td>{row.id}</td>
                        <td>{row.name}</td>
                        @if row.done { <td>"done"</td> }
                        @for item in &row.items; key item.id { <td>{item.label}</td> }
                    </tr>
                } @empty { <tr><td>"empty"</td></tr> }
                @match state.choice { 0 => { <tr><td>"zero"</td></tr> } _ => {} }
            </tbody>
            @if state.flags[1] { <tfoot><tr><td>{state.rows.len()}</td></tr></tfoot> }
        </table>
    }
}

pub(crate) fn options(state: &State) -> impl Render {
    html! {
        @allow(missing_label)
        <form>
            <select name="one">
                <option value="0">"none"</option>
                @for row in &state.rows; key row.id {
                    <option value={row.id} selected={state.selected == row.id}>{row.name}</option>
                }
            </select>
            <select name="two">
                <option>"first, so that the browser's choice never hangs on what came when"</option>
                @for row in &state.rows; key row.id {
                    <optgroup label={row.name}>@for item in &row.items; key item.id { <option value={item.id}>{item.label}</option> }</optgroup>
                }
            </select>
            <dl>
                @for row in &state.rows; key row.id { <div data-key={row.id}><dt>{row.name}</dt> @if row.done { <dd>{row.note}</dd> }</div> }
            </dl>
        </form>
    }
}
