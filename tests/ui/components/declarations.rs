//! Functions that are no components, and parameters that are no props: all told at once.

use liveview::prelude::*;

struct View;

impl View {
    #[component]
    fn Method(&self, name: &str) -> impl Render {
        html! { <p>{name}</p> }
    }
}

#[component]
fn user_card(name: &str) -> impl Render {
    html! { <p>{name}</p> }
}

#[component]
async fn Later() -> impl Render {
    html! { <p></p> }
}

#[component(inline)]
const unsafe fn Odd() {}

#[component(template = "filed.html")]
fn Filed() -> impl Render {
    html! { <p></p> }
}

#[component]
fn Text(name: &str) -> String {
    name.to_owned()
}

#[component]
fn Parts((a, b): (u8, u8), #[cfg(unix)] c: u8, #[prop(defualt)] d: u8, #[prop] e: u8, #[prop(rest)] f: u8) -> impl Render {
    html! { <p>{a}{b}{c}{d}{e}{f}</p> }
}

#[component]
fn Contents(
    children: Children,
    more: Children,
    #[prop(default)] footer: Slot,
    #[slot] name: &str,
    #[slot(label)] head: Slot,
    first: Attributes,
    second: Attributes,
) -> impl Render {
    html! { <p {..first}>@render(children)@render(more)@render(footer){name}@render(head)</p> }
}

#[component]
fn Shown(note: Option<Slot>, column: Slots<u8>, head: Slot<u8>, children: Option<Children>) -> impl Render {
    html! {
        <p>@render(note)@render(column)@render(head)@render(children)</p>
        @if let Some(children) = children { @render(children) }
        @for one in column; unkeyed { <p>@render(one)@render(one.with(1))</p> }
    }
}

#[component]
struct Card;

#[component]
fn Bodiless() -> impl Render;

#[component]
fn Valued(#[slot = 5] head: Slot) -> impl Render {
    html! { <p>@render(head)</p> }
}

fn main() {
    let _ = html! { <Later /> <Odd /> <Parts d={1} /> };
}
