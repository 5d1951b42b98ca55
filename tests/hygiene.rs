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
        <a href={value}><input value={r} checked={renderer} /></a>
        <textarea>{value}</textarea>
        @let renderer = r;
        @render(::liveview::html! { <i>{renderer}</i> })
    }
}

#[test]
fn names_of_the_author_are_his_own() {
    let seed = ::liveview::rendered::seed::Seed::new([1; 16]);
    let page = ::liveview::rendered::page::render(view("v", true, &[1]), &seed);
    ::std::assert!(page.html.contains("<li>1true</li>"), "{}", page.html);
}
