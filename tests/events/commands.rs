//! Commands in bindings: what they push is called as a bare binding would be. Runs no command.

use liveview::prelude::*;
use liveview::testing::mount;

#[live_view]
#[derive(Default)]
struct Menu {
    items: Vec<u8>,
    heard: Vec<String>,
}

#[component]
fn Remove(on_remove: Binding) -> impl Render {
    html! { <button type="button" class="remove" dj-click={on_remove}>x</button> }
}

#[live_view]
impl Menu {
    #[event_handler]
    fn add(&mut self) {
        self.items.push(7);
    }

    #[event_handler(debounce = 300)]
    fn search(&mut self, value: String) {
        self.heard.push(value);
    }

    #[event_handler]
    fn toggle(&mut self, id: u8, shift: bool) {
        self.heard.push(format!("{id} {shift}"));
    }

    #[event_handler]
    fn remove(&mut self, id: u8) {
        self.items.retain(|item| *item != id);
    }

    fn render(&self) -> impl Render {
        let is_open = self.heard.is_empty();
        html! {
            <button id="add" dj-click={Js::new().show().to("#menu").push(add)}>Add</button>
            <input aria-label="Find" dj-input={Js::new().add_class("busy").push(search)} />
            <button id="two" dj-click={Js::new().push(toggle(1)).focus().push(toggle(2, true))}>Two</button>
            <button id="choice" dj-click={if is_open { Js::new().push(toggle(3)) } else { Js::new().push(add).hide() }}>Choice</button>
            <button id="liked" dj-click="add" dj-optimistic={Js::optimistic().add_class("liked")}>Like</button>
            <p dj-init={Js::new().push(add)}></p>
            @for item in self.items.clone(); unkeyed {
                <p><Remove on_remove={Js::new().hide().closest("p").push(remove(item))} /></p>
            }
            <output>{self.items.len()} {self.heard.join(", ")}</output>
        }
    }
}

#[test]
fn what_commands_push_is_written_as_a_bare_binding_is() {
    let seed = liveview::rendered::seed::Seed::new([7; 16]);
    let page = liveview::rendered::page::render(Menu::default().render(), &seed).html;
    let page = page.replace("&quot;", "\"");
    for expected in [
        r##"dj-click="[["show","#menu"],["push",0,"add"]]""##,
        r##"dj-input="[["add_class",0,"busy"],["push",0,"search",{"debounce":300}]]""##,
        r##"dj-click="[["push",0,["toggle",1]],["focus",0],["push",0,["toggle",2,true]]]""##,
        r##"dj-click="[["push",0,["toggle",3]]]""##,
        r##"dj-optimistic="[["add_class",0,"liked"]]""##,
        r##"dj-init="[["push",0,"add"]]""##,
    ] {
        assert!(page.contains(expected), "{expected} is not in {page}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_commands_push_calls_the_handlers() {
    let mut view = mount::<Menu>().await;
    view.click("#choice").await;
    view.click("#add").await;
    view.type_text("input", "tea").await;
    view.click("#two").await;
    assert_eq!(view.text("output"), "1 3 false, tea, 1 false, 2 true");
    view.click(".remove").await;
    assert_eq!(view.text("output"), "0 3 false, tea, 1 false, 2 true");
}
