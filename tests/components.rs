//! Components through rustc and the renderer, on a page and in updates. Opens no socket.

use std::fmt::Display;

use liveview::prelude::*;
use liveview::rendered::page::render;
use liveview::rendered::seed::Seed;
use liveview::testing::mount;

fn page(view: impl Render) -> String {
    let html = render(view, &Seed::new([1; 16])).html;
    html.replace("<!--[-->", "[").replace("<!--]-->", "]")
}

#[component]
fn Badge(label: &str) -> impl Render {
    html! { <b class="badge">{label}</b> }
}

#[test]
fn a_component_stands_in_a_range() {
    let name = String::from("Ada");
    assert_eq!(
        page(html! { <p>Hi <Badge label={&name} />!</p> }),
        "<p>Hi [<b class=\"badge\">Ada</b>]!</p>"
    );
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Tone {
    #[default]
    Calm,
    Loud,
}

impl From<&str> for Tone {
    fn from(name: &str) -> Self {
        match name {
            "loud" => Tone::Loud,
            _ => Tone::Calm,
        }
    }
}

mod ui {
    use super::Tone;
    use liveview::prelude::*;

    const SMALL: u8 = 3;

    #[component]
    pub(super) fn Props(
        title: &str,
        owner: String,
        #[prop(default)] tone: Tone,
        #[prop(default = SMALL)] size: u8,
        icon: Option<&str>,
        width: Option<u32>,
        #[prop(default)] open: bool,
    ) -> impl Render {
        html! {
            <p title={title} data-owner={owner} data-icon={icon} data-width={width} hidden={!open} class:loud={tone == Tone::Loud}>
                {size}
            </p>
        }
    }
}

#[test]
fn props_are_texts_values_defaults_and_nothing() {
    let (owned, maybe) = (String::from("Ada"), Some(7));
    let name = &owned;
    assert_eq!(
        page(html! { <ui::Props title="a &amp; b" owner="x" /> }),
        "[<p title=\"a &amp; b\" data-owner=\"x\" hidden=\"\" class=\"\">3</p>]"
    );
    assert_eq!(
        page(html! {
            <ui::Props title="Hi {name}{maybe}!" owner="{1 + 1}" tone="loud" size={SIZE} icon={name} width={maybe} open />
        }),
        "[<p title=\"Hi Ada7!\" data-owner=\"2\" data-icon=\"Ada\" data-width=\"7\" class=\" loud\">4</p>]"
    );
    assert_eq!(
        page(
            html! { <ui::Props title={name} owner={name.clone()} tone={Tone::Loud} icon="i" width={9} open={false} /> }
        ),
        "[<p title=\"Ada\" data-owner=\"Ada\" data-icon=\"i\" data-width=\"9\" hidden=\"\" class=\" loud\">3</p>]"
    );
}

const SIZE: u8 = 4;

#[component]
fn Panel(children: Children) -> impl Render {
    html! { <section>@render(children)</section><aside>@render(children)</aside> }
}

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

#[component]
fn Delete(
    on_remove: Binding,
    on_more: Option<Binding>,
    #[prop(default = "×")] label: &str,
) -> impl Render {
    html! { <button dj-click={on_remove}>{label}</button><button dj-click={on_more}>more</button> }
}

#[live_view]
#[derive(Default)]
struct List {
    items: Vec<u32>,
}

#[live_view]
impl List {
    #[event_handler]
    fn remove(&mut self, id: u32) {
        self.items.retain(|item| *item != id);
    }

    #[event_handler]
    fn clear(&mut self) {
        self.items.clear();
    }

    fn render(&self) -> impl Render {
        html! {
            <Panel>
                @for item in &self.items; key item { <p><Delete on_remove={remove(*item)} on_more="clear" /></p> }
                <Delete on_remove={clear()} label="all" />
            </Panel>
        }
    }
}

#[test]
fn bindings_are_resolved_where_the_handlers_are() {
    let list = List { items: vec![7] };
    assert_eq!(
        page(list.render())
            .split("<aside>")
            .next()
            .unwrap_or_default(),
        "[<section>[<p><button dj-click=\"[&quot;remove&quot;,7]\">×</button><button dj-click=\"clear\">more</button></p>]\
        [<button dj-click=\"clear\">all</button><button>more</button>]</section>"
    );
    let binding = ListEvents::clear();
    assert!(
        page(html! { <Delete on_remove={binding} /> })
            .contains("<button dj-click=\"clear\">×</button>")
    );
}

#[component]
fn Field(label: &str, attributes: Attributes) -> impl Render {
    html! { <label>{label}<input {..attributes} class="field" type="text" /></label> }
}

#[component]
fn Name(attributes: Attributes) -> impl Render {
    html! { <Field label="Name" aria-label="Your name" {..attributes} /> }
}

#[test]
fn attributes_that_are_no_props_are_passed_on() {
    let row = 7;
    assert_eq!(
        page(
            html! { <Field label="A" id="a" data-row={row} title="row {row}" class={format!("r{row}")} hidden={row == 1} autofocus /> }
        ),
        "[<label>A<input type=\"text\" class=\"field r7\" id=\"a\" data-row=\"7\" title=\"row 7\" autofocus=\"\" dj-a=\"id data-row title .r7 autofocus\"></label>]"
    );
    assert_eq!(
        page(html! { <Field label="A" /> }),
        "[<label>A<input type=\"text\" class=\"field\"></label>]"
    );
    let shown = page(html! { <Name data-x="1" class="y" aria-label="Mine" /> });
    assert!(
        shown.contains("class=\"field y\" data-x=\"1\" aria-label=\"Your name\""),
        "the call's own attributes win: {shown}"
    );
}

#[component]
fn Entry(name: &str, count: u32, on_count: Binding, #[slot] badge: Slot<u32>) -> impl Render {
    html! {
        <li title={name}>
            <button dj-click={on_count}>{count}</button>
            @render(badge.with(count * 10))
        </li>
    }
}

#[live_view]
#[derive(Default)]
struct Counts {
    entries: Vec<(&'static str, u32)>,
    is_loud: bool,
}

#[live_view]
impl Counts {
    fn mount(_cx: &mut Context<Self>) -> Result<Self> {
        Ok(Counts {
            entries: vec![("a", 1), ("b", 2), ("c", 3)],
            is_loud: false,
        })
    }

    #[event_handler]
    fn count(&mut self, name: String) {
        let mut entries = self.entries.iter_mut();
        if let Some((_, count)) = entries.find(|(known, _)| *known == name) {
            *count += 1;
        }
    }

    #[event_handler]
    fn reverse(&mut self) {
        self.entries.reverse();
    }

    #[event_handler]
    fn shout(&mut self) {
        self.is_loud = !self.is_loud;
    }

    fn render(&self) -> impl Render {
        html! {
            <button id="reverse" dj-click="reverse">Reverse</button>
            <button id="shout" dj-click="shout">Shout</button>
            <ul>
                @for (name, count) in &self.entries; key name {
                    <Entry name={name} count={*count} on_count={count(name.to_string())}>
                        <:badge let:times>@if self.is_loud { <b>{times}!</b> } @else { <i>{times}</i> }</:badge>
                    </Entry>
                }
            </ul>
            <Panel><p id="first">{self.entries[0].0}</p></Panel>
        }
    }
}

#[tokio::test]
async fn an_update_says_only_what_changed_inside_of_components() {
    let mut view = mount::<Counts>().await;
    assert_eq!(view.texts("li"), ["1 10", "2 20", "3 30"]);
    view.click("li:nth-child(2) button").await;
    assert_eq!(view.texts("li"), ["1 10", "3 30", "3 30"]);
    assert_eq!(
        view.last_frame(),
        r#"[1,[0,[3,1,[0,1,2,"3",3,[0,2,0,[0,3,0,"30"]]]]],1]"#
    );
}

#[tokio::test]
async fn components_keep_their_nodes_when_rows_move_or_contents_change() {
    let mut view = mount::<Counts>().await;
    let before = view.nodes("li");
    view.click("#reverse").await;
    assert_eq!(view.texts("li"), ["3 30", "2 20", "1 10"]);
    let mut reversed = before;
    reversed.reverse();
    assert_eq!(view.nodes("li"), reversed);
    assert_eq!(view.texts("#first"), ["c", "c"]);
    view.click("#shout").await;
    assert_eq!(view.texts("li b"), ["30!", "20!", "10!"]);
    assert_eq!(view.nodes("li"), reversed);
    view.click("#shout").await;
    assert_eq!(view.texts("li i"), ["30", "20", "10"]);
}
