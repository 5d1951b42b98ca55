//! The right examples of the page `components`. Written by the test, changed nowhere but in the page.

mod example_1 {
use liveview::prelude::*;

#[component]
fn Card(title: &str, #[prop(default)] open: bool, children: Children) -> impl Render {
    html! {
        <section class:open={open}>
            <h2>{title}</h2>
            @render(children)
        </section>
    }
}

fn page(name: &str) -> impl Render {
    html! { <Card title="Hello {name}" open><p>Nice to see you.</p></Card> }
}
}

mod example_2 {
use liveview::prelude::*;
fn page() {
#[component] fn Card(title: &str) -> impl Render { html! { <p>{title}</p> } } 
let _ = html! {
<Card title="a" />
};
}
}

mod example_3 {
use liveview::prelude::*;

use std::fmt::Display;


#[component]
fn Table<T: Display>(
    rows: &[T],
    #[slot(label: &str, numeric: bool = false)] column: Slots<&T>,
    footer: Slot<usize>,
    caption: Option<Slot>,
) -> impl Render {
    html! {
        <table>
            @if let Some(caption) = caption { <caption>@render(caption)</caption> }
            <thead>
                <tr>@for head in column; unkeyed { <th class:numeric={head.numeric}>{head.label}</th> }</tr>
            </thead>
            <tbody>
                @for row in rows; unkeyed {
                    <tr>@for cell in column; unkeyed { <td>@render(cell.with(row))</td> }</tr>
                }
            </tbody>
            <tfoot><tr><td>@render(footer.with(rows.len()))</td></tr></tfoot>
        </table>
    }
}

fn page(numbers: &[f64]) -> impl Render {
    html! {
        <Table rows={numbers}>
            <:caption>Numbers</:caption>
            <:column label="Number" numeric let:number>{number}</:column>
            <:column label="Half" numeric let:number>{number / 2.0}</:column>
            <:footer let:count>{count} rows</:footer>
        </Table>
    }
}
}

mod example_4 {
use liveview::prelude::*;
fn page() {
#[component] fn Badge(label: &str) -> impl Render { html! { <b>{label}</b> } } #[component] fn Panel(footer: Slot) -> impl Render { html! { <p>@render(footer)</p> } } 
let _ = html! {
<Panel><:footer><Badge label="text" /></:footer></Panel>
};
}
}

mod example_5 {
use liveview::prelude::*;

#[component]
fn Remove(on_remove: Binding) -> impl Render {
    html! { <button dj-click={on_remove}>Remove</button> }
}

#[live_view]
#[derive(Default)]
struct Todos {
    todos: Vec<u32>,
}

#[live_view]
impl Todos {
    #[event_handler]
    fn remove(&mut self, id: u32) {
        self.todos.retain(|todo| *todo != id);
    }

    #[event_handler]
    fn clear(&mut self) {
        self.todos.clear();
    }

    fn render(&self) -> impl Render {
        html! {
            @for todo in &self.todos; key todo { <p>{todo} <Remove on_remove={remove(*todo)} /></p> }
            <Remove on_remove="clear" />
        }
    }
}
}

mod example_6 {
use liveview::prelude::*;

#[component]
fn Field(label: &str, attributes: Attributes) -> impl Render {
    html! { <label>{label} <input type="text" class="field" {..attributes} /></label> }
}

fn page() -> impl Render {
    html! { <Field label="Name" class="wide" aria-describedby="help" /> }
}
}

mod example_7 {
use liveview::prelude::*;
fn page() {
#[component] fn Row(name: &str) -> impl Render { html! { <tr><td>{name}</td></tr> } } let names = ["a", "b"]; 
let _ = html! {
<table><tbody>@for name in names; key name { <Row name={name} /> }</tbody></table>
};
}
}

mod example_8 {
use liveview::prelude::*;
fn page() {
#[component] fn Icon(children: Children) -> impl Render { html! { <svg viewBox="0 0 9 9" role="img">@render(children)</svg> } } 
let _ = html! {
<Icon><title>Close</title><path d="M0 0L9 9M9 0L0 9" /></Icon>
};
}
}
