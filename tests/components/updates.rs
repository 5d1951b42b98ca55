//! Components in a view that changes: what is said of them, and which nodes stay. Looks at no page as text.

use liveview::prelude::*;
use liveview::testing::mount;

use super::Panel;

#[component]
fn Entry(name: &str, count: u32, on_count: Binding, #[slot] badge: Slot<u32>) -> impl Render {
    html! {
        <li title={name}>
            <button dj-click={on_count}>{count}</button>
            @render(badge.with(count * 10))
        </li>
    }
}

#[live_view]
#[derive(Default)]
struct Counts {
    entries: Vec<(&'static str, u32)>,
    is_loud: bool,
}

#[live_view]
impl Counts {
    fn mount(_cx: &mut Context<Self>) -> Result<Self> {
        Ok(Counts {
            entries: vec![("a", 1), ("b", 2), ("c", 3)],
            is_loud: false,
        })
    }

    #[event_handler]
    fn count(&mut self, name: String) {
        let mut entries = self.entries.iter_mut();
        if let Some((_, count)) = entries.find(|(known, _)| *known == name) {
            *count += 1;
        }
    }

    #[event_handler]
    fn reverse(&mut self) {
        self.entries.reverse();
    }

    #[event_handler]
    fn shout(&mut self) {
        self.is_loud = !self.is_loud;
    }

    fn render(&self) -> impl Render {
        html! {
            <button id="reverse" dj-click="reverse">Reverse</button>
            <button id="shout" dj-click="shout">Shout</button>
            <ul>
                @for (name, count) in &self.entries; key name {
                    <Entry name={name} count={*count} on_count={count(name)}>
                        <:badge let:times>@if self.is_loud { <b>{times}!</b> } @else { <i>{times}</i> }</:badge>
                    </Entry>
                }
            </ul>
            <Panel><p id="first">{self.entries[0].0}</p></Panel>
        }
    }
}

#[tokio::test]
async fn an_update_says_only_what_changed_inside_of_components() {
    let mut view = mount::<Counts>().await;
    assert_eq!(view.texts("li"), ["1 10", "2 20", "3 30"]);
    view.click("li:nth-child(2) button").await;
    assert_eq!(view.texts("li"), ["1 10", "3 30", "3 30"]);
    assert_eq!(
        view.last_frame(),
        r#"[1,[0,[3,1,[0,1,2,"3",3,[0,2,0,[0,3,0,"30"]]]]],1]"#
    );
}

#[tokio::test]
async fn components_keep_their_nodes_when_rows_move_or_contents_change() {
    let mut view = mount::<Counts>().await;
    let before = view.nodes("li");
    view.click("#reverse").await;
    assert_eq!(view.texts("li"), ["3 30", "2 20", "1 10"]);
    let mut reversed = before;
    reversed.reverse();
    assert_eq!(view.nodes("li"), reversed);
    assert_eq!(view.texts("#first"), ["c", "c"]);
    view.click("#shout").await;
    assert_eq!(view.texts("li b"), ["30!", "20!", "10!"]);
    assert_eq!(view.nodes("li"), reversed);
    view.click("#shout").await;
    assert_eq!(view.texts("li i"), ["30", "20", "10"]);
}
