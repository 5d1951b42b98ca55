//! A view whose page is a file: shown, updated, and compiled again when the file changes. Reads no message of a mistake.

use liveview::prelude::*;
use liveview::testing::mount;

#[live_view]
#[derive(Default)]
struct Notes {
    title: String,
    tone: &'static str,
    draft: String,
    notes: Vec<(u32, String)>,
}

#[derive(EventParams)]
struct NewNote {
    text: String,
}

#[component]
fn Card(title: &str, children: Children) -> impl Render {
    html! { <section><h2>{title}</h2>@render(children)</section> }
}

fn footer(shout: &str) -> impl Render {
    html! { <em>{shout}!</em> }
}

#[live_view(template = "notes.html")]
impl Notes {
    fn mount(_cx: &mut Context<Self>) -> Result<Self> {
        Ok(Notes {
            title: "Ada".to_owned(),
            tone: "calm",
            ..Notes::default()
        })
    }

    #[event_handler]
    fn add(&mut self, note: NewNote) {
        let number = self.notes.last().map_or(1, |(number, _)| number + 1);
        self.notes.push((number, note.text));
    }

    #[event_handler]
    fn remove(&mut self, number: u32) {
        self.notes.retain(|(known, _)| *known != number);
    }
}

macro_rules! tally {
    ($name:ident, $kind:ty) => {
        #[live_view]
        #[derive(Default)]
        struct $name {
            count: u32,
        }

        #[live_view(template = "tally.html")]
        impl $name {
            #[event_handler]
            fn add(&mut self, by: $crate::Step, and: $kind) {
                self.count += by.0 + u32::from(and);
            }
        }
    };
}

#[derive(Clone, Copy, EventParams)]
struct Step(u32);

impl std::fmt::Display for Step {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(formatter)
    }
}

tally!(Tally, u8);

#[tokio::test]
async fn a_view_made_by_a_macro_has_a_file_too() {
    let mut view = mount::<Tally>().await;
    view.click("button").await;
    assert_eq!(view.text("p"), "It's 7");
}

#[tokio::test]
async fn a_file_is_shown_as_it_reads() {
    let mut view = mount::<Notes>().await;
    assert_eq!(view.text("h1.title.calm"), "Ada's notes");
    assert_eq!(
        view.texts("p"),
        [
            "Don't worry: 5 € – \"quoted\", C:\\notes, https://example.com/a?b=1&c=2 🦀",
            "ADA ADA!",
            "It's in a card, Ada."
        ]
    );
    assert_eq!(view.text("section"), "Ada's cardIt's in a card, Ada.");
    assert_eq!(view.texts("li"), ["There's nothing to do."]);
    view.type_text("[name=text]", "see here!").await;
    view.submit("form").await;
    assert_eq!(view.texts("li.loud"), ["1: see here! It's done"]);
    let paragraphs = view.texts("p");
    assert_eq!(paragraphs[1..3], ["Last: \"see here!\"", "It's one"]);
    view.click("li button").await;
    assert_eq!(view.texts("li"), ["There's nothing to do."]);
}

/// Cargo compiles a crate again when a file changes that rustc has named as read.
#[test]
fn a_file_is_a_dependency_of_the_crate() {
    let program = std::env::current_exe().expect("a test is a program");
    let read = program.with_extension("d");
    let dependencies = std::fs::read_to_string(read).expect("cargo keeps what was read beside it");
    assert!(
        dependencies.contains("tests/files/notes.html"),
        "{dependencies}"
    );
}
