//! Whatever tokens an editor sends while somebody types: no panic, and the author's own come back. Reads no messages.

use liveview_compiler::{derive, live_view};
use proc_macro2::TokenStream;
use proptest::prelude::*;

use crate::tokens;

const SCRAPS: [&str; 44] = [
    "impl",
    "Todos",
    "struct",
    "enum",
    "for",
    "{",
    "}",
    "(",
    ")",
    "<",
    ">",
    "<T>",
    "fn",
    "async",
    "const",
    "unsafe",
    "pub",
    "add",
    "self",
    "&self",
    "&mut self",
    ",",
    ":",
    ";",
    "id: u64",
    "cx: &mut Context<Self>",
    "-> Result<()>",
    "{}",
    "{ self. }",
    "#[event_handler]",
    "#[event_handler(debounce = 300)]",
    "#[event_handler(",
    ")]",
    "mount",
    "render",
    "handle_info(&mut self, m: Self::Message) {}",
    "handle_event(&mut self, e: E) {}",
    "type Message = u8;",
    "where",
    "'a",
    "r#type",
    "_",
    "html! { <p> }",
    "fn render(&self) -> impl Render { html! { <b dj-click=\"x\"> } }",
];

proptest! {
    #[test]
    fn no_tokens_make_it_panic(scraps in proptest::collection::vec(0..SCRAPS.len(), 0..40), is_impl: bool) {
        let scraps: Vec<&str> = scraps.iter().map(|index| SCRAPS[*index]).collect();
        let mut sources = vec![scraps.join(" ")];
        if is_impl {
            sources.push(format!("impl Todos {{ {} }}", scraps.join(" ")));
            sources.push(format!("struct Todos {{ {} }}", scraps.join(" ")));
            sources.push(format!("enum Todos {{ {} }}", scraps.join(" ")));
        }
        for source in sources {
            let Ok(item) = source.parse::<TokenStream>() else { continue };
            live_view::expand(TokenStream::new(), item.clone());
            live_view::expand(item.clone(), tokens("impl Todos {}"));
            derive::live_event::expand(item.clone());
            derive::event_params::expand(item);
        }
    }
}

#[test]
fn a_body_that_is_half_written_comes_back_as_it_is() {
    for body in [
        "{ self. }",
        "{ let x = ; x. }",
        "{ html! { <p>{self.}</p> @if } }",
        "{ match self { . } }",
    ] {
        let item = format!(
            "impl Todos {{ #[event_handler] fn add(&mut self) {body} fn render(&self) -> impl Render {body} }}"
        );
        let expansion = unspaced(&live_view::expand(TokenStream::new(), tokens(&item)).to_string());
        let returned = expansion
            .replace("@@view(TodosEvents=>Todos;add())", "")
            .replace("@@root", "");
        assert_eq!(
            returned.matches(&unspaced(body)).count(),
            2,
            "{body} is not in {returned}"
        );
        assert!(!expansion.contains("compile_error"), "{expansion}");
    }
}

#[test]
fn an_item_that_cannot_be_read_comes_back_as_it_is() {
    for item in [
        "impl Todos { fn add(&mut self, id: ) {} }",
        "struct Todos { id: ",
        "fn todos() {}",
    ] {
        let Ok(item) = item.parse::<TokenStream>() else {
            continue;
        };
        let expansion = live_view::expand(TokenStream::new(), item.clone()).to_string();
        assert!(
            expansion.contains(&item.to_string()),
            "{item} is not in {expansion}"
        );
    }
}

fn unspaced(text: &str) -> String {
    text.split_whitespace().collect()
}
