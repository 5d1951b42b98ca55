//! The laws of nesting across a component's border, on the tag or on what stands between the tags.

use liveview::prelude::*;

#[component]
fn Row(name: &str) -> impl Render {
    html! { <tr><td>{name}</td></tr> }
}

#[component]
fn Link(children: Children) -> impl Render {
    html! { <a href="/">@render(children)</a> }
}

#[component]
fn Panel(children: Children, footer: Option<Slot>) -> impl Render {
    html! { <div>@render(children)</div> <ul>@if let Some(footer) = footer { @render(footer) }</ul> }
}

#[component]
fn Bare(children: Children) -> impl Render {
    html! { @render(children) }
}

#[component]
fn Words(name: &str) -> impl Render {
    html! { Hello {name} }
}

fn main() {
    let names = ["a"];
    let _ = html! {
        <div><Row name="a" /></div>
        <table><tbody><Row name="a" /><Words name="b" /></tbody></table>
        <table><tbody>@for name in names; unkeyed { <Row name={name} /> }</tbody></table>
        <Link>a <a href="/b">b</a></Link>
        <a href="/"><b><Link>c</Link></b></a>
        <Panel>@if true { <tr></tr> } <:footer>d <li>e</li></:footer></Panel>
        <table><tbody><Bare>f</Bare></tbody></table>
        <p><Panel>g</Panel></p>
        @for name in names; unkeyed { <Words name={name} /> }
        @for name in names; unkeyed { <Panel>{name}</Panel> }
        <textarea><Words name="h" /></textarea>
        <Link><span>@html(liveview::TrustedHtml::dangerously_from("<b>i</b>"))</span></Link>
    };
}
