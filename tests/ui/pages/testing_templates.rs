//! The wrong examples of the page `testing_templates`. Written by the test, changed nowhere but in the page.
#![allow(dead_code, unused)]

mod example_1 {
use liveview::prelude::*;

#[component]
fn Card(title: &str, children: Children) -> impl Render {
    html! { <section><h2>{title}</h2>@render(children)</section> }
}

fn page() -> impl Render {
    html! { <Card><p>"no title"</p></Card> }
}
}

fn main() {}
