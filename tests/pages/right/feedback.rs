//! The right examples of the page `feedback`. Written by the test, changed nowhere but in the page.

mod example_1 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Draft { saved: u32 } 
#[live_view]
impl Draft {
    #[event_handler]
    fn save(&mut self) {
        self.saved += 1;
    }

    fn render(&self) -> impl Render {
        html! {
            <button dj-click="save" dj-disable-with="Saving…">Save</button>
            <p dj-loading="save" hidden>One moment</p>
            <div class="skeleton" dj-loading.for="save" dj-loading.show="grid" hidden></div>
        }
    }
}
}

mod example_2 {
use liveview::prelude::*;
struct Todo { id: u32, done: bool } #[live_view] #[derive(Default)] struct Todos { all: Vec<Todo> } 
#[live_view]
impl Todos {
    #[event_handler]
    fn toggle(&mut self, id: u32) {
        for todo in self.all.iter_mut().filter(|todo| todo.id == id) {
            todo.done = !todo.done;
        }
    }

    fn render(&self) -> impl Render {
        html! {
            <ul>
                @for todo in &self.all; key todo.id {
                    <li class:done={todo.done}>
                        <button dj-click={toggle(todo.id)} dj-optimistic={Js::optimistic().toggle_class("done").closest("li")}>Done</button>
                    </li>
                }
            </ul>
        }
    }
}
}

mod example_3 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Menu { opened: u32 } 
#[live_view]
impl Menu {
    #[event_handler]
    fn opened(&mut self) {
        self.opened += 1;
    }

    fn render(&self) -> impl Render {
        html! {
            <button dj-click={Js::new().show().to("#menu").push(opened())}>Menu</button>
            <p id="menu" hidden>{self.opened}</p>
        }
    }
}
}
