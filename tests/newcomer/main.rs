//! Twenty templates, mended by a reader who had only what the compiler said of their broken twins in `tests/ui/newcomer`.
//! That they compile is the first test; that they then do what was meant is asked here. Holds no broken one.
#![expect(dead_code, reason = "their lists are empty")]

mod argument_of_another_type;
mod children_in_braces;
mod closure_in_onclick;
mod forgotten_event_handler;
mod format_as_text;
mod if_without_at;
mod key_as_attribute;
mod list_in_a_paragraph;
mod list_of_classes;
mod mapped_list_in_braces;
mod misspelt_handler;
mod misspelt_prop;
mod name_that_is_no_field;
mod rows_moved_out_of_the_view;
mod rows_without_a_body;
mod script_and_javascript_address;
mod style_attribute;
mod tag_left_open;
mod template_file;
mod values_without_quotes;

use std::collections::BTreeSet;
use std::fs;

use liveview::testing::mount;
use liveview::{LiveView, Rendered};

/// The names of the files in this folder of the tests that end so.
fn files(folder: &str, end: &str) -> BTreeSet<String> {
    let folder = format!("{}/tests/{folder}", env!("CARGO_MANIFEST_DIR"));
    let entries = fs::read_dir(folder).expect("the folder is there");
    let names = entries.flatten().map(|entry| entry.file_name());
    let stems = names.filter_map(|name| Some(name.to_str()?.strip_suffix(end)?.to_owned()));
    stems.filter(|stem| stem != "main").collect()
}

#[test]
fn every_broken_template_has_its_output_and_its_mend() {
    let broken = files("ui/newcomer", ".rs");
    assert_eq!(broken.len(), 20);
    assert_eq!(broken, files("ui/newcomer", ".stderr"));
    assert_eq!(broken, files("newcomer", ".rs"));
}

/// What a view shows at first.
async fn shown<V: LiveView>() -> String {
    mount::<V>().await.html()
}

#[tokio::test]
async fn what_is_shown_is_what_was_meant() {
    let pages = [
        (shown::<misspelt_handler::Shopping>().await, "<ul>"),
        (shown::<key_as_attribute::Chat>().await, "<h1>Chat</h1>"),
        (shown::<tag_left_open::Profile>().await, "</header>"),
        (
            shown::<rows_without_a_body::Orders>().await,
            "<th>Order</th>",
        ),
        (shown::<style_attribute::Progress>().await, "width: 0%"),
        (
            shown::<format_as_text::Basket>().await,
            "<p>0 things, 0.00 Euro</p>",
        ),
        (
            shown::<if_without_at::Greeting>().await,
            "<p>Who are you?</p>",
        ),
        (shown::<rows_moved_out_of_the_view::People>().await, "<p>"),
        (shown::<list_in_a_paragraph::Recipe>().await, "You need:"),
        (shown::<mapped_list_in_braces::Tags>().await, "<ul>"),
        (Rendered::of(misspelt_prop::page(3)).to_string(), "3 new"),
        (
            Rendered::of(children_in_braces::page()).to_string(),
            "<p>Nothing new.</p>",
        ),
    ];
    for (page, part) in pages {
        assert!(page.contains(part), "{part} is not in {page}");
    }
}

#[tokio::test]
async fn what_is_clicked_happens() {
    let mut rating = mount::<argument_of_another_type::Rating>().await;
    rating.click("button:text(\"fair\")").await;
    assert_eq!(rating.text("p"), "2 of 3");

    let mut tabs = mount::<list_of_classes::Tabs>().await;
    tabs.click("button:text(\"Second\")").await;
    assert_eq!(tabs.texts(".tab.active"), ["Second"]);

    let mut likes = mount::<closure_in_onclick::Likes>().await;
    likes.click("button").await;
    assert_eq!(likes.text("p"), "1 likes");

    let mut page = mount::<script_and_javascript_address::Page>().await;
    page.click("button").await;
    assert_eq!(page.text("p"), "There is more.");

    let mut counter = mount::<forgotten_event_handler::Counter>().await;
    counter.click("button").await;
    assert_eq!(counter.text("p"), "1");

    let mut news = mount::<template_file::News>().await;
    news.click("button").await;
    assert_eq!(news.text("p"), "Loading…");
}

#[tokio::test]
async fn what_is_typed_arrives() {
    let mut search = mount::<values_without_quotes::Search>().await;
    search.type_text("input", "tea").await;
    assert_eq!(search.value("input"), "tea");

    let mut form = mount::<name_that_is_no_field::SignUp>().await;
    form.type_text("[name=first_name]", "Ada").await;
    form.submit("form").await;
    assert_eq!(form.value("[name=first_name]"), "", "the form was taken");
}
