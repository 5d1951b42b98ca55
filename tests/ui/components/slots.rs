//! Slots and content in calls: what is taken, what is missing, what has no name to give.

use liveview::prelude::*;

#[component]
fn Badge(label: &str) -> impl Render {
    html! { <b>{label}</b> }
}

#[component]
fn Panel(children: Children, #[slot] footer: Slot, head: Option<Slot>) -> impl Render {
    html! {
        <div>@if let Some(head) = head { @render(head) } @render(children)</div>
        <footer>@render(footer)</footer>
    }
}

#[component]
fn Rows(
    rows: &[u8],
    #[slot(label: &str, wide: bool = false)] column: Slots<&u8>,
) -> impl Render {
    html! {
        <p>@for head in column; unkeyed { <b class:wide={head.wide}>{head.label}</b> }</p>
        @for row in rows; unkeyed { <p>@for cell in column; unkeyed { <i>@render(cell.with(row))</i> }</p> }
    }
}

fn main() {
    let rows = [1, 2];
    let _ = html! {
        <Badge label="a">text</Badge>
        <Badge label="a"><:footer>b</:footer></Badge>
        <Panel>a</Panel>
        <Panel><:footer>b</:footer></Panel>
        <Panel children="a"><:footer>b</:footer></Panel>
        <Panel footer="b">a</Panel>
        <Panel>a <:footer>b</:footer><:footer>c</:footer></Panel>
        <Panel>a <:foter>b</:foter><:footer let:row>c</:footer></Panel>
        <Panel let:row>a <:footer>c</:footer></Panel>
        <Panel>a <p><:footer>b</:footer></p><:footer>c</:footer></Panel>
        <Panel>a @if true { <:head>b</:head> } <:footer>c</:footer></Panel>
        <Rows rows={&rows}>
            text
            <:column let:row>{row}</:column>
            <:column label="a" let:row wide="yes" lable="b">{row}</:column>
            <:column label="a" let={(a, b)}>{a}{b}</:column>
            <:column label="a" let:row let:other>{row.name}</:column>
            <:column label="a" let:>b</:column>
            <:rows>b</:rows>
        </Rows>
        <:column>outside</:column>
        <Panel>a <:zigzag>b</:zigzag><:footer>c</:footer></Panel>
        <Panel>a <:footer label="b">c</:footer></Panel>
        <Panel>a <:footer {..rows}>b</:footer></Panel>
    };
}
