//! A component that begins with others is what they are, and what it hands on to others stands where they show it.

use liveview::prelude::*;

#[component]
fn Wide(n: u8) -> impl Render {
    html! { <Row n={n} /> }
}

#[component]
fn Row(n: u8) -> impl Render {
    html! { <tr><td>{n}</td></tr> }
}

#[component]
fn Wider(n: u8) -> impl Render {
    html! { <Bare><Wide n={n} />@if n > 1 { <Wider n={2} /> }</Bare> }
}

#[component]
fn Bare(children: Children) -> impl Render {
    html! { @render(children) }
}

#[component]
fn Items(n: u8) -> impl Render {
    html! { <Bare>@if n > 1 { <li>{n}</li> }</Bare> }
}

mod texts {
    use liveview::prelude::*;

    #[component]
    fn Para(children: Children) -> impl Render {
        html! { <p>@render(children)</p> }
    }

    #[component]
    pub(crate) fn Outer(children: Children, footer: Slot) -> impl Render {
        html! { <section><Para>@render(children)</Para> <self::Para><b>@render(footer)</b></self::Para></section> }
    }

    #[component]
    pub(crate) fn Home() -> impl Render {
        html! { <Anchor>Home</Anchor> }
    }

    #[component]
    fn Anchor(children: Children) -> impl Render {
        html! { <a href="/">@render(children)</a> }
    }
}

#[component]
fn Outermost(children: Children) -> impl Render {
    html! { <texts::Outer>@render(children) <:footer>a</:footer></texts::Outer> }
}

fn main() {
    let _ = html! {
        <div><Wide n={1} /></div>
        <table><tbody><Wide n={2} /></tbody></table>
        <section><Wider n={3} /></section>
        <p><Items n={4} /></p>
        <texts::Outer><div>5</div> <:footer><ul></ul></:footer></texts::Outer>
        <Outermost><h1>6</h1> <b>6</b></Outermost>
        <a href="/7"><texts::Home /></a>
    };
}
