//! Expansions as code that people read. Judges no mistakes.

use insta::assert_snapshot;
use liveview_compiler::{derive, live_view};
use proc_macro2::TokenStream;

use crate::tokens;

/// An expansion, as rustfmt would have it.
fn pretty(expansion: TokenStream) -> String {
    prettyplease::unparse(&syn::parse2(expansion).expect("the expansion is a list of items"))
}

fn live_view(item: &str) -> String {
    pretty(live_view::expand(TokenStream::new(), tokens(item)))
}

#[test]
fn the_struct_says_that_it_is_a_state() {
    assert_snapshot!(live_view(
        "pub struct Page<'a, T: Clone> where T: Copy { text: &'a T }"
    ));
}

#[test]
fn handlers_become_a_whitelist_and_a_dispatch() {
    assert_snapshot!(live_view(
        "impl Todos {
            async fn mount(cx: &mut Context<Self>) -> Result<Self> { load(cx).await }

            /// Adds one.
            #[event_handler(debounce = 300)]
            fn add(&mut self, todo: NewTodo) { self.items.push(todo); }

            #[event_handler]
            async fn remove(&mut self, id: TodoId, cx: &mut Context<Self>) -> Result<()> { self.delete(id).await }

            fn handle_info(&mut self, message: Tick) {}
            fn disconnect(&mut self) {}

            fn render(&self) -> impl Render {
                html! { <p dj-click={remove(self.id)}>@render(liveview::html! { <b></b> })</p> }
            }
        }"
    ));
}

#[test]
fn an_enum_written_by_hand_is_named_in_the_header() {
    assert_snapshot!(live_view(
        "impl Counter {
            fn handle_event(&mut self, event: events::Steps) {}
            fn render(&self) -> impl Render { html!(<p></p>) }
        }"
    ));
}

#[test]
fn a_view_with_mistakes_is_a_view_all_the_same() {
    assert_snapshot!(live_view(
        "impl Todos {
            #[event_handler]
            fn add(title: &str) {}

            #[event_handler]
            fn clear(&mut self) { html! { <p dj-click=\"claer\"></p> } }
        }"
    ));
}

#[test]
fn params_are_fields_contents_or_choices() {
    let params = |item| pretty(derive::event_params::expand(tokens(item)));
    let items = [
        "struct NewTodo { title: String, r#type: Option<Kind> }",
        "struct Id<T>(T);",
        "enum Filter { All, OnlyOpen }",
    ];
    assert_snapshot!(items.map(params).join("\n"));
}

#[test]
fn an_enum_of_events_is_decoded_and_bound() {
    let expansion = derive::live_event::expand(tokens(
        "enum Steps { Reset, #[event(throttle = 100)] Move(i8, i8), #[cfg(test)] Set { value: i64 } }",
    ));
    assert_snapshot!(pretty(expansion));
}
