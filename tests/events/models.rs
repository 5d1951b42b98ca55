//! Fields that controls change by themselves: what is shown, what is set, what is refused. Opens no socket.

use liveview::prelude::*;
use liveview::testing::mount;
use liveview::view::ViewState;

#[derive(Debug, Clone, Copy, PartialEq, Default, EventParams)]
enum Size {
    #[default]
    Small,
    Large,
}

#[live_view]
#[derive(Default)]
struct Search {
    #[model]
    query: String,
    #[model]
    count: u8,
    #[model]
    exact: bool,
    #[model]
    size: Size,
    #[model]
    order: String,
    #[model]
    note: String,
    #[model]
    tags: Vec<String>,
    admin: bool,
    heard: String,
}

#[live_view]
impl Search {
    #[event_handler]
    fn find(&mut self, value: String) {
        self.heard = format!("{value} as {}", self.query);
    }

    fn render(&self) -> impl Render {
        html! {
            <input id="query" aria-label="Query" dj-model="query" dj-input="find" />
            <input id="count" aria-label="Count" type="number" dj-model.lazy="count" />
            <input id="exact" aria-label="Exact" type="checkbox" dj-model="exact" />
            <input id="small" aria-label="Small" type="radio" name="size" value="small" dj-model="size" />
            <input id="large" aria-label="Large" type="radio" name="size" value="large" dj-model="size" />
            <select id="order" aria-label="Order" dj-model="order">
                <option value="">Any</option>
                @for name in ["up", "down"]; key name {
                    <option value={name} selected={self.order == name}>{name}</option>
                }
                <optgroup label="More"><option>random</option></optgroup>
            </select>
            <textarea id="note" aria-label="Note" dj-model.debounce-300="note"></textarea>
            <output>{&self.query} {self.count} {self.exact} {format!("{:?}", self.size)} {&self.order} {&self.note} {self.heard.as_str()} {self.admin}</output>
            @if false {
                <select multiple aria-label="Tags" dj-model="tags"><option>a</option></select>
            }
        }
    }
}

#[test]
fn only_what_is_marked_can_be_set() {
    let names: Vec<_> = Search::MODELS.iter().map(|field| field.name).collect();
    assert_eq!(
        names,
        ["query", "count", "exact", "size", "order", "note", "tags"]
    );
    let mut view = Search::default();
    let mut payload = liveview::view::Payload::default();
    payload.checked = Some(true);
    for name in ["admin", "heard", "", "query.len"] {
        assert!(view.update_model(name, &mut payload).is_err(), "{name}");
    }
    assert!(!view.admin);
}

#[tokio::test(start_paused = true)]
async fn a_control_shows_its_field_and_sets_it() {
    let mut view = mount::<Search>().await;
    assert!(view.is_checked("#small") && !view.is_checked("#large"));
    view.type_text("#query", "live").await;
    view.click("#exact").await;
    view.click("#large").await;
    view.choose("#order", "random").await;
    view.type_text("#note", "later").await;
    view.type_text("#count", "7").await;
    assert_eq!(
        view.text("output"),
        "live 0 true Large random later live as live false"
    );
    view.blur().await;
    assert_eq!(
        view.text("output"),
        "live 7 true Large random later live as live false"
    );
    assert_eq!(view.value("#query"), "live");
    assert_eq!(view.value("#note"), "later");
    assert!(view.is_checked("#exact") && view.is_checked("#large"));
    view.choose("#order", "").await;
    assert_eq!(view.value("#order"), "");
    view.click("#exact").await;
    assert!(!view.is_checked("#exact"));
    assert_eq!(
        view.text("output"),
        "live 7 false Large later live as live false"
    );
}

#[tokio::test(start_paused = true)]
async fn a_value_that_is_none_of_the_fields_type_is_refused_by_its_name() {
    let mut view = mount::<Search>().await;
    view.type_text("#count", "700").await;
    view.blur().await;
    let (code, text) = view.refusal().expect("700 is no `u8`");
    assert_eq!(
        (code, text),
        ("invalid", "count: \"700\" is larger than 255")
    );
    assert_eq!(view.text("output"), "0 false Small false");
}
