//! What stands in the tag: props, bindings, attributes that are passed on. Updates stand elsewhere.

use liveview::prelude::*;

use super::{Panel, page};

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
            html! { <Field label="A" id="a" placeholder="…" data-row={row} title="row {row}" class={format!("r{row}")} hidden={row == 1} autofocus /> }
        ),
        "[<label>A<input type=\"text\" class=\"field r7\" id=\"a\" placeholder=\"…\" data-row=\"7\" title=\"row 7\" autofocus=\"\" dj-a=\"id placeholder data-row title .r7 autofocus\"></label>]"
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
