//! Expansions among names that an author may take: no prelude, and `Option`, `String`, `Result` of another kind.
//! Asserts nothing at run time that compiling does not.
#![no_implicit_prelude]

#[expect(dead_code, reason = "the names are enough")]
mod taken {
    pub(crate) struct Option;
    pub(crate) struct String;
    pub(crate) struct Result;
    pub(crate) struct Some;
    pub(crate) struct None;
    pub(crate) struct Vec;
    pub(crate) trait Render {}
    pub(crate) trait Iterator {}
    pub(crate) mod core {}
    pub(crate) mod std {}
}

#[expect(unused_imports, reason = "the names are enough")]
use taken::{Iterator, None, Option, Render, Result, Some, String, Vec, core, std};

fn view<'v>(
    value: &'v str,
    renderer: bool,
    rows: &'v [u8],
) -> impl ::liveview::rendered::render::Render {
    let (empty, r) = (value, 1);
    ::liveview::html! {
        <p title={value} class:on={renderer} style:width={r} class="a {empty}">{value} and {empty} {r}</p>
        @if renderer { <b>{r}</b> } @else { none }
        @match r { 1 => { <b>one</b> } _ => {} }
        <ul>@for value in rows; key value { <li>{value}{renderer}</li> } @empty { <li>{empty}</li> }</ul>
        <a href={value}>link</a><input value={r} checked={renderer} />
        <textarea>{value}</textarea>
        @let renderer = r;
        @render(::liveview::html! { <i>{renderer}</i> })
    }
}

/// A component whose parameters are called as our own names are.
#[::liveview::component]
fn Card(
    renderer: &str,
    value: ::core::option::Option<u8>,
    #[prop(default = 3)] words: u8,
    #[slot(label: &str)] content: ::liveview::Slots<u8>,
    attributes: ::liveview::Attributes,
    children: ::liveview::Children,
) -> impl ::liveview::rendered::render::Render {
    ::liveview::html! {
        <p {..attributes} title="{renderer} {value} {words}">@render(children)</p>
        @for renderer in content; unkeyed { <b>{renderer.label}@render(renderer.with(1))</b> }
    }
}

fn call(value: &str) -> impl ::liveview::rendered::render::Render {
    let (renderer, attributes, _content_0) = ("r", 1, 2);
    ::liveview::html! {
        <Card renderer="{renderer} {value}" value={attributes} id={value} data-a="{renderer}">
            {renderer}{attributes}{_content_0}
            <:content label={renderer} let:value>{value}{renderer}</:content>
        </Card>
    }
}

#[derive(::liveview::EventParams)]
struct Field {
    name: ::std::string::String,
    payload: ::std::vec::Vec<Choice>,
}

#[derive(::liveview::EventParams)]
struct Choice(Kind);

#[derive(::liveview::EventParams)]
enum Kind {
    Ok,
    Err,
}

#[::liveview::live_view]
#[derive(::core::default::Default)]
struct State;

#[::liveview::live_view]
impl State {
    #[event_handler]
    async fn event(
        &mut self,
        cx: Field,
        name: u8,
        context: &mut ::liveview::Context<Self>,
    ) -> ::liveview::Result<()> {
        let _ = (cx.name, cx.payload, name, context);
        ::core::result::Result::Ok(())
    }

    #[event_handler]
    fn view(&mut self, value_0: Choice) {
        let _ = (value_0.0, Kind::Ok, Kind::Err);
    }

    fn render(&self) -> impl ::liveview::rendered::render::Render {
        ::liveview::html! { <button dj-click={event(Field { name: ::std::string::String::new(), payload: ::std::vec::Vec::new() }, 1)}></button> }
    }
}

#[test]
fn names_of_the_author_are_his_own() {
    let seed = ::liveview::rendered::seed::Seed::new([1; 16]);
    let page = ::liveview::rendered::page::render(view("v", true, &[1]), &seed);
    ::std::assert!(page.html.contains("<li>1true</li>"), "{}", page.html);
}

#[test]
fn a_component_among_them_is_a_component() {
    let seed = ::liveview::rendered::seed::Seed::new([1; 16]);
    let page = ::liveview::rendered::page::render(call("v"), &seed);
    ::std::assert!(
        page.html.contains("title=\"r v 1 3\"")
            && page.html.contains(">r12</p>")
            && page.html.contains("<b>r<!--[-->1r<!--]--></b>"),
        "{}",
        page.html
    );
}

#[test]
fn a_view_among_them_is_a_view() {
    let seed = ::liveview::rendered::seed::Seed::new([2; 16]);
    let state = <State as ::core::default::Default>::default();
    let shown = <State as ::liveview::LiveView>::render(&state);
    let page = ::liveview::rendered::page::render(shown, &seed);
    ::std::assert!(
        page.html.contains("dj-click=\"[&quot;event&quot;"),
        "{}",
        page.html
    );
    let events = <State as ::liveview::LiveView>::EVENTS;
    ::std::assert_eq!(events.len(), 2);
}
