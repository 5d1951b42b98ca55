//! The right examples of the page `motion`. Written by the test, changed nowhere but in the page.

mod example_1 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct List { rows: Vec<u32> } 
#[live_view]
impl List {
    fn render(&self) -> impl Render {
        html! {
            <ul>
                @for row in &self.rows; key row { <li dj-enter="pop" dj-remove="fade-out 200ms">{row}</li> }
            </ul>
        }
    }
}
}

mod example_2 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct List { rows: Vec<u32> } 
#[live_view]
impl List {
    #[event_handler]
    fn turn(&mut self) {
        self.rows.reverse();
    }

    fn render(&self) -> impl Render {
        html! {
            <button dj-click="turn">Turn around</button>
            <ul dj-flip="300ms ease-out" dj-transition-group="pop | fade-out 200ms">
                @for row in &self.rows; key row { <li>{row}</li> }
            </ul>
        }
    }
}
}

mod example_3 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Chat { lines: Vec<String> } 
#[live_view]
impl Chat {
    fn render(&self) -> impl Render {
        html! {
            <ol dj-sticky-scroll dj-virtual="48">
                @for line in &self.lines; unkeyed { <li dj-scroll-into-view="nearest">{line}</li> }
            </ol>
        }
    }
}
}

mod example_4 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Note { editing: bool } 
#[live_view]
impl Note {
    #[event_handler]
    fn edit(&mut self, editing: bool) {
        self.editing = editing;
    }

    fn render(&self) -> impl Render {
        html! {
            <button dj-click={edit(true)}>Edit</button>
            <dialog dj-dialog={if self.editing { "open" } else { "close" }} dj-close={edit(false)} aria-label="The note">
                <input aria-label="Title" dj-autofocus />
                <button dj-click={edit(false)}>Done</button>
            </dialog>
        }
    }
}
}
