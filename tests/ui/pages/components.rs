//! The wrong examples of the page `components`. Written by the test, changed nowhere but in the page.
#![allow(dead_code, unused)]

mod example_1 {
use liveview::prelude::*;
fn page() {
#[component] fn Card(title: &str) -> impl Render { html! { <p>{title}</p> } } 
let _ = html! {
<Card titel="a" />
};
}
}

mod example_2 {
use liveview::prelude::*;
fn page() {
#[component] fn Badge(label: &str) -> impl Render { html! { <b>{label}</b> } } 
let _ = html! {
<Badge label="a">text</Badge>
};
}
}

mod example_3 {
use liveview::prelude::*;
fn page() {
#[component] fn Panel(footer: Slot) -> impl Render { html! { <p>@render(footer)</p> } } 
let _ = html! {
<Panel><:footer let:row>text</:footer></Panel>
};
}
}

mod example_4 {
use liveview::prelude::*;
#[component] fn Remove(on_remove: Binding) -> impl Render { html! { <button dj-click={on_remove}>Remove</button> } } #[live_view] #[derive(Default)] struct Todos; 
#[live_view]
impl Todos {
    #[event_handler]
    fn remove(&mut self, id: u32) {
        drop(id);
    }

    fn render(&self) -> impl Render {
        html! { <Remove on_remove="remove" /> }
    }
}
}

mod example_5 {
use liveview::prelude::*;
fn page() {
#[component] fn Row(name: &str) -> impl Render { html! { <tr><td>{name}</td></tr> } } 
let _ = html! {
<div><Row name="a" /></div>
};
}
}

mod example_6 {
use liveview::prelude::*;
fn page() {
#[component] fn Link(children: Children) -> impl Render { html! { <a href="/">@render(children)</a> } } #[component] fn Tip(children: Children) -> impl Render { html! { <b>@render(children)</b> } } 
let _ = html! {
<Link>Home <Tip><Link>again</Link></Tip></Link>
};
}
}

fn main() {}
