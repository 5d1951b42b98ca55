//! A component between the tags of another is held to where that one shows it, and to what is around them both.

use liveview::prelude::*;

#[component]
fn Row(n: u8) -> impl Render {
    html! { <tr><td>{n}</td></tr> }
}

#[component]
fn Card(children: Children, footer: Option<Slot>) -> impl Render {
    html! { <section>@render(children)</section> <ul>@if let Some(footer) = footer { @render(footer) }</ul> }
}

#[component]
fn Bold(children: Children) -> impl Render {
    html! { <b>@render(children)</b> }
}

#[component]
fn Block(n: u8) -> impl Render {
    html! { <div>{n}</div> }
}

#[component]
fn Link(children: Children) -> impl Render {
    html! { <a href="/">@render(children)</a> }
}

#[component]
fn Form(children: Children) -> impl Render {
    html! { <form>@render(children)</form> }
}

#[component]
fn Field(value: &str) -> impl Render {
    html! { <input value={value} aria-label="a" /> }
}

#[component]
fn Both(children: Children) -> impl Render {
    html! { <svg>@render(children)</svg> <p>@render(children)</p> }
}

fn main() {
    let _ = html! {
        <Card><Row n={1} /></Card>
        <p><Bold><Block n={2} /></Bold></p>
        <Link><Link>3</Link></Link>
        <Form><Card><Form>4</Form></Card></Form>
        <Card>5 <:footer>@for n in [6]; unkeyed { <Block n={n} /> }</:footer></Card>
        <Bold><Link><i><Field value="7" /></i></Link></Bold>
        <Link><Card><a href="/8">8</a></Card></Link>
        <Both><a href="/9">9</a></Both>
        <Bold><Card><Unknown /></Card></Bold>
    };
}
