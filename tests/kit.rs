//! The test kit on a small view: what a person does, what comes down, what is refused. Opens no socket.

use liveview::prelude::*;
use liveview::testing::mount;

#[live_view]
struct Notes {
    title: String,
    notes: Vec<(u32, String)>,
    draft: String,
    who: String,
    loud: bool,
}

#[derive(EventParams)]
struct NewNote {
    text: String,
}

#[derive(EventParams)]
struct Visit {
    who: Option<String>,
}

enum Told {
    Add(&'static str),
    Nothing,
}

#[live_view]
impl Notes {
    fn mount(cx: &mut Context<Self>) -> Result<Self> {
        let who = cx.params::<Visit>()?.who.unwrap_or_default();
        let title = cx
            .state::<&'static str>()
            .map_or("Notes", |title| title)
            .to_owned();
        Ok(Self {
            title,
            notes: Vec::new(),
            draft: String::new(),
            who,
            loud: false,
        })
    }

    #[event_handler]
    fn add(&mut self, note: NewNote) -> Result<()> {
        if note.text == "bad" {
            return Err(std::io::Error::other("no bad notes").into());
        }
        let number = self.notes.last().map_or(1, |(number, _)| number + 1);
        self.notes.push((number, note.text));
        Ok(())
    }

    #[event_handler]
    fn remove(&mut self, number: u32) {
        self.notes.retain(|(known, _)| *known != number);
    }

    #[event_handler]
    async fn draft(&mut self, value: String) {
        tokio::task::yield_now().await;
        self.draft = value.to_lowercase();
    }

    #[event_handler]
    fn shout(&mut self, checked: bool) {
        self.loud = checked;
    }

    #[event_handler]
    fn nothing(&mut self) {}

    fn handle_info(&mut self, message: Told, _cx: &mut Context<Self>) {
        if let Told::Add(text) = message {
            self.notes.push((100, text.to_owned()));
        }
    }

    fn render(&self) -> impl Render {
        html! {
            @allow(missing_label)
            <h1 class:loud={self.loud}>{&self.title} " of " {&self.who}</h1>
            <form id="new" dj-submit="add"><input name="text" required /><button>"Add"</button></form>
            <input id="draft" name="draft" value={&self.draft} dj-input="draft" />
            <output>{&self.draft}</output>
            <label><input type="checkbox" checked={self.loud} dj-click="shout" /> "Loud"</label>
            <button id="nothing" dj-click="nothing" dj-keydown.escape="nothing">"Nothing"</button>
            <ul>
                @for (number, text) in &self.notes; key number {
                    <li>{text} <button dj-click={remove(*number)}>"Remove"</button></li>
                } @empty { <li>"No notes."</li> }
            </ul>
        }
    }
}

#[tokio::test]
async fn a_page_is_asked_for_with_query_parameters_and_state() {
    let view = mount::<Notes>()
        .at("/notes?who=you+%26+me")
        .state("Memos")
        .await;
    assert_eq!(view.text("h1"), "Memos of you & me");
    let view = mount::<Notes>().param("who", "path").at("/?x=1").await;
    assert_eq!(view.text("h1"), "Notes of path");
    assert!(
        view.last_frame().contains("\"same\":1"),
        "{}",
        view.last_frame()
    );
}

#[tokio::test]
async fn a_form_is_typed_submitted_and_reset() {
    let mut view = mount::<Notes>().await;
    assert_eq!(view.text("ul"), "No notes.");
    view.type_text("[name=text]", "first").await;
    assert_eq!(view.frames().len(), 1, "nothing listens to the typing");
    view.submit("#new").await;
    assert_eq!(view.texts("li"), ["first Remove"]);
    assert_eq!(view.value("[name=text]"), "", "a submitted form is reset");
    view.type_text("[name=text]", "second").await;
    view.key("[name=text]", "Enter").await;
    let nodes = view.nodes("li");
    view.click("li:first-child button").await;
    assert_eq!(view.texts("li"), ["second Remove"]);
    assert_eq!(
        view.nodes("li"),
        nodes[1..],
        "the row that stays is the same object"
    );
    assert_eq!(view.html().matches("<li>").count(), 1);
    assert!(!view.html().contains("<!--"), "{}", view.html());
}

#[tokio::test]
async fn a_refused_event_leaves_the_form_and_says_why() {
    let mut view = mount::<Notes>().await;
    view.type_text("[name=text]", "bad").await;
    view.submit("#new").await;
    assert_eq!(view.refusal().map(|(code, _)| code), Some("failed"));
    assert_eq!(view.value("[name=text]"), "bad");
    view.click("#nothing").await;
    assert_eq!(view.refusal(), None);
    assert_eq!(view.last_frame(), "[\"a\",1]");
}

#[tokio::test]
async fn a_field_is_the_persons_while_they_are_in_it() {
    let mut view = mount::<Notes>().await;
    view.type_text("#draft", "LOUD").await;
    assert_eq!(
        (view.text("output"), view.value("#draft")),
        ("loud".to_owned(), "LOUD".to_owned())
    );
    view.blur().await;
    assert_eq!(view.value("#draft"), "loud");
    view.click("label").await;
    assert!(view.is_checked("[type=checkbox]"));
    assert_eq!(view.attribute("h1", "class").as_deref(), Some("loud"));
    view.key("#nothing", "Escape").await;
    assert_eq!(view.last_frame(), "[\"a\",1]");
}

#[tokio::test]
async fn messages_arrive_and_silence_is_silent() {
    let mut view = mount::<Notes>().await;
    view.send(Told::Add("told")).await;
    assert_eq!(view.texts("li"), ["told Remove"]);
    let frames = view.frames().len();
    view.send(Told::Nothing).await;
    assert_eq!(
        view.frames().len(),
        frames,
        "an unsolicited render without change says nothing"
    );
}

#[tokio::test]
async fn a_cut_loses_nothing_and_does_nothing_twice() {
    let mut view = mount::<Notes>().await;
    view.cut().await;
    view.send(Told::Add("while away")).await;
    assert_eq!(view.texts("li"), ["No notes."]);
    view.type_text("[name=text]", "typed while away").await;
    view.submit("#new").await;
    view.resume().await;
    assert_eq!(
        view.texts("li"),
        ["while away Remove", "typed while away Remove"]
    );
    view.cut().await;
    view.resume().await;
    assert!(
        view.last_frame().contains("\"replay\":1"),
        "{}",
        view.last_frame()
    );
    assert_eq!(view.count("li"), 2);
}

#[tokio::test]
#[should_panic(expected = "nothing matches `#away`. The page shows:")]
async fn what_is_not_there_cannot_be_clicked() {
    mount::<Notes>().await.click("#away").await;
}

#[tokio::test]
#[should_panic(expected = "`button` matches 2 elements, so which one is meant?")]
async fn one_of_many_has_to_be_named() {
    mount::<Notes>().await.click("button").await;
}

#[tokio::test]
#[should_panic(expected = "<input name=\"text\" required=\"\"> is required and empty")]
async fn what_the_browser_would_not_submit_is_not_submitted() {
    mount::<Notes>().await.submit("#new").await;
}

#[tokio::test]
#[should_panic(expected = "nothing answers a click on <h1>")]
async fn what_is_not_bound_answers_no_click() {
    mount::<Notes>().await.click("h1").await;
}
