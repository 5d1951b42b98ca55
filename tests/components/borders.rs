//! What stands between the tags of components within components, and whose elements it is made of. Looks at no mistake.

use liveview::prelude::*;
use liveview::testing::mount;

use super::page;

#[component]
fn Icon(children: Children, more: Option<Slot>) -> impl Render {
    html! {
        <svg viewBox="0 0 1 1">
            @render(children)
            @if let Some(more) = more { <g>@render(more)</g> }
        </svg>
    }
}

#[component]
fn Group(children: Children) -> impl Render {
    html! { <g>@render(children)</g> }
}

#[component]
fn Words(children: Children) -> impl Render {
    html! { <foreignObject>@render(children)</foreignObject> }
}

#[component]
fn Bare(children: Children) -> impl Render {
    html! { @render(children) }
}

#[component]
fn Terms(children: Children) -> impl Render {
    html! { <dl>@render(children)</dl> }
}

#[component]
fn Term(name: &str) -> impl Render {
    html! { <dt>{name}</dt> <dd>{name}</dd> }
}

#[component]
fn Row(name: &str) -> impl Render {
    html! { <tr><td>{name}</td></tr> }
}

#[component]
fn Table(children: Children) -> impl Render {
    html! { <table><tbody>@render(children)</tbody></table> }
}

#[test]
fn components_stand_where_the_component_around_shows_them() {
    assert_eq!(
        page(html! { <Table><Bare><Row name="a" /></Bare><Row name="b" /></Table> }),
        "[<table><tbody>[[[<tr><td>a</td></tr>]]][<tr><td>b</td></tr>]</tbody></table>]"
    );
    assert_eq!(
        page(html! { <Terms><div><Term name="a" /></div></Terms> }),
        "[<dl><div><dt>a</dt><dd>a</dd></div></dl>]"
    );
    assert_eq!(
        page(
            html! { <svg><Words><p>a</p></Words><Group><Words><Bare><p>b</p></Bare></Words></Group></svg> }
        ),
        "<svg>[<foreignObject><p>a</p></foreignObject>][<g>[<foreignObject>[[<p>b</p>]]</foreignObject>]</g>]</svg>"
    );
}

#[live_view]
#[derive(Default)]
struct Drawing {
    is_named: bool,
}

#[live_view]
impl Drawing {
    #[event_handler]
    fn name(&mut self) {
        self.is_named = !self.is_named;
    }

    fn render(&self) -> impl Render {
        html! {
            <button dj-click="name">Name</button>
            @if self.is_named {
                <Icon><title>one</title> <path d="M0 0" /></Icon>
                <Icon>@if self.is_named { <title>two</title> }</Icon>
                <Icon><a href="/three"><Group>three</Group></a></Icon>
                <Icon><a href="/four"><text>four</text></a><:more><Bare><title>five</title></Bare></:more></Icon>
                <Icon><Group>@for name in ["six"]; unkeyed { <a href="/six">{name}</a> }</Group></Icon>
                <Icon><Words><a href="/seven">seven</a></Words></Icon>
                <Bare><a href="/eight">eight</a></Bare>
                <Named name="nine"><a href="/nine">nine</a></Named>
                <Renamed><a href="/ten">ten</a></Renamed>
            }
        }
    }
}

#[tokio::test]
async fn what_a_drawing_is_given_is_made_of_its_elements() {
    let mut view = mount::<Drawing>().await;
    view.click("button").await;
    let frame = view.last_frame();
    for node in [
        r#"["svg:title",0,"one"]"#,
        r#"["svg:title",0,"two"]"#,
        r#"["svg:a",["href","/three"],0]"#,
        r#"["svg:a",["href","/four"],["svg:text",0,"four"]]"#,
        r#"["svg:title",0,"five"]"#,
        r#"["svg:a",["href","/six"],0]"#,
        r#"["a",["href","/seven"],"seven"]"#,
        r#"["a",["href","/eight"],"eight"]"#,
        r#"["svg:a",["href","/nine"],"nine"]"#,
        r#"["svg:a",["href","/ten"],"ten"]"#,
    ] {
        assert!(frame.contains(node), "{node} is not in {frame}");
    }
}

#[component]
fn Sum(terms: &[u32]) -> impl Render {
    html! { <Summand terms={terms} /> @if terms.len() > 1 { <i>+</i> <Sum terms={&terms[1..]} /> } }
}

#[component]
fn Summand(terms: &[u32]) -> impl Render {
    html! { @match terms[0] { 0 => { <Sum terms={&[7, 8]} /> } term => { {term} } } }
}

#[test]
fn components_may_call_each_other_in_blocks() {
    assert_eq!(
        page(html! { <p><Sum terms={&[0, 3]} /></p> }).replace(['[', ']'], ""),
        "<p>7 <i>+</i> 8  <i>+</i> 3 </p>"
    );
}

#[component]
fn Named(name: &str, children: Children) -> impl Render {
    html! { <Icon><title>{name}</title>@render(children)</Icon> }
}

#[component]
fn Renamed(children: Children) -> impl Render {
    html! { <Bare><Named name="again">@render(children)</Named></Bare> }
}
