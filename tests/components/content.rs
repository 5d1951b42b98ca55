//! What stands between the tags, and where components stand: slots, rows, recursion. Looks at no update.

use std::fmt::Display;

use liveview::prelude::*;

use super::{Panel, page};

#[component]
fn Twice(children: Children) -> impl Render {
    html! { <Panel><i>@render(children)</i></Panel> }
}

#[component]
fn Box(#[prop(default)] children: Children) -> impl Render {
    html! { <div>@render(children)</div> }
}

#[component]
fn Note(children: Option<Children>) -> impl Render {
    html! { <div>@if let Some(children) = children { @render(children) } @else { nothing }</div> }
}

#[test]
fn children_may_be_left_out_where_the_component_says_so() {
    assert_eq!(
        page(html! { <Box /><Box>a</Box><Note></Note><Note><b>c</b> d</Note> }),
        "[<div></div>][<div>a</div>][<div>nothing</div>][<div>[<b>c</b> d]</div>]"
    );
}

#[test]
fn children_are_shown_wherever_they_are_wanted() {
    let name = "Ada";
    assert_eq!(
        page(html! { <Panel>Hello <b>{name}</b></Panel> }),
        "[<section>Hello <b>Ada</b></section><aside>Hello <b>Ada</b></aside>]"
    );
    assert_eq!(
        page(html! { <Twice>{name}</Twice> }),
        "[[<section><i>Ada</i></section><aside><i>Ada</i></aside>]]"
    );
}

struct Row {
    id: u32,
    name: &'static str,
}

#[component]
fn Table<T: Display>(
    #[slot(label: &str, numeric: bool = false)] column: Slots<&T>,
    caption: Option<&str>,
    rows: &[T],
    #[slot] footer: Slot<usize>,
    empty: Option<Slot>,
) -> impl Render {
    html! {
        <table>
            @if let Some(caption) = caption { <caption>{caption}</caption> }
            <thead>
                <tr>@for column in column; unkeyed { <th class:number={column.numeric}>{column.label}</th> }</tr>
            </thead>
            <tbody>
                @for row in rows; unkeyed {
                    <tr title="{row}">@for column in column; unkeyed { <td>@render(column.with(row))</td> }</tr>
                }
            </tbody>
            <tfoot><tr><td>@render(footer.with(rows.len()))</td></tr></tfoot>
        </table>
        @if let Some(empty) = empty && rows.is_empty() { @render(empty) }
    }
}

impl Display for Row {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "#{}", self.id)
    }
}

#[test]
fn slots_have_attributes_and_give_values() {
    let rows = vec![Row { id: 1, name: "a" }, Row { id: 2, name: "b" }];
    let unit = String::from("no.");
    assert_eq!(
        page(html! {
            <Table rows={&rows} caption="All">
                <:column label="Name" let:row><b>{row.name}</b></:column>
                <:column label="The {unit}" numeric let={Row { id, .. }}>{id}</:column>
                <:footer let:count>{count} rows</:footer>
                <:empty>None</:empty>
            </Table>
        }),
        "[<table>[<caption>All</caption>]<thead><tr><th class=\"\">Name</th><th class=\" number\">The no.</th></tr></thead>\
        <tbody><tr title=\"#1\"><td><b>a</b></td><td>1</td></tr><tr title=\"#2\"><td><b>b</b></td><td>2</td></tr></tbody>\
        <tfoot><tr><td>2 rows</td></tr></tfoot></table>[]]"
    );
    assert_eq!(
        page(
            html! { <Table rows={&[0_u8; 0]}><:footer>none</:footer><:empty>Nothing</:empty></Table> }
        ),
        "[<table>[]<thead><tr></tr></thead><tbody></tbody><tfoot><tr><td>none</td></tr></tfoot></table>[[Nothing]]]"
    );
}

#[component]
fn Item(row: &Row, #[prop(default)] mark: bool) -> impl Render {
    html! { <li class:mark={mark}>{row.name}</li> }
}

#[test]
fn a_row_is_the_component() {
    let rows = [Row { id: 1, name: "a" }, Row { id: 2, name: "b" }];
    assert_eq!(
        page(
            html! { <ul>@for row in &rows; key row.id { @let last = row.id == 2; <Item row={row} mark={last} /> }</ul> }
        ),
        "<ul><li class=\"\">a</li><li class=\" mark\">b</li></ul>"
    );
}

struct Folder {
    name: &'static str,
    inner: Vec<Folder>,
}

#[component]
fn Tree(folder: &Folder) -> impl Render {
    html! {
        <li>{folder.name}<ul>@for inner in &folder.inner; key inner.name { <Tree folder={inner} /> }</ul></li>
    }
}

#[test]
fn a_component_may_call_itself() {
    let leaf = Folder {
        name: "b",
        inner: Vec::new(),
    };
    let root = Folder {
        name: "a",
        inner: vec![leaf],
    };
    assert_eq!(
        page(html! { <ul><Tree folder={&root} /></ul> }),
        "<ul><li>a<ul><li>b<ul></ul></li></ul></li></ul>"
    );
}
