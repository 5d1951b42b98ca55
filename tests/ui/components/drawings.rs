//! What a component shows in a drawing is a part of one, and what it shows elsewhere is none.

use liveview::prelude::*;

#[component]
fn Icon(children: Children) -> impl Render {
    html! { <svg viewBox="0 0 1 1">@render(children)</svg> }
}

#[component]
fn Box(children: Children) -> impl Render {
    html! { <div>@render(children)</div> }
}

#[component]
fn Word(text: &str) -> impl Render {
    html! { <b>{text}</b> }
}

fn main() {
    let _ = html! {
        <Icon><p>1</p></Icon>
        <Icon><title>2</title><b>2</b></Icon>
        <Icon><Word text="3" /></Icon>
        <Icon><a href="/4"><b>4</b></a></Icon>
        <Box><title>5</title></Box>
        <Box><title>6</title><path d="M0 0" /></Box>
        <Icon><Box>7</Box></Icon>
    };
}
