//! The wrong examples of the page `events`. Written by the test, changed nowhere but in the page.
#![allow(dead_code, unused)]

mod example_1 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Notes { found: String } 
#[live_view]
impl Notes {
    #[event_handler]
    fn search(&mut self, value: String) {
        self.found = value;
    }

    fn render(&self) -> impl Render {
        html! { <button dj-click="search">Search</button> }
    }
}
}

mod example_2 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Notes { count: u8 } 
#[live_view]
impl Notes {
    #[event_handler]
    fn count(&mut self, value: u8) {
        self.count = value;
    }

    fn render(&self) -> impl Render {
        html! { <input type="date" dj-change="count" aria-label="Count" /> }
    }
}
}

mod example_3 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Notes { found: String } #[live_view] impl Notes { #[event_handler] fn search(&mut self, value: String) { self.found = value; } fn render(&self) -> impl Render { search_button() } } 
fn search_button() -> impl Render {
    html! { <button dj-click={NotesEvents::search_0()}>Search</button> }
}
}

mod example_4 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Board { open: bool } 
#[live_view]
impl Board {
    #[event_handler]
    fn open(&mut self) {
        self.open = true;
    }

    fn render(&self) -> impl Render {
        html! { <button dj-click.enter="open">Open</button> }
    }
}
}

mod example_5 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Search { #[model] query: String } 
#[live_view]
impl Search {
    fn render(&self) -> impl Render {
        html! { <input aria-label="Search" dj-model="qery" /> }
    }
}
}

mod example_6 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Chart { name: String } 
#[live_view]
impl Chart {
    fn render(&self) -> impl Render {
        html! { <div dj-update="ignore"><p>{&self.name}</p></div> }
    }
}
}

mod example_7 {
use liveview::prelude::*;
#[derive(LiveEvent)] enum Steps { Reset, StepBy { step: i64, value: String } } #[live_view] #[derive(Default)] struct Counter { count: i64 } 
#[live_view]
impl Counter {
    fn handle_event(&mut self, event: Steps) {
        match event {
            Steps::Reset => self.count = 0,
            Steps::StepBy { step, .. } => self.count += step,
        }
    }

    fn render(&self) -> impl Render {
        html! { <button dj-click="rest">{self.count}</button> }
    }
}
}

mod example_8 {
use liveview::prelude::*;

#[derive(EventParams)]
struct Asked(u64, u64);
}

mod example_9 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Page { done: bool } 
#[live_view]
impl Page {
    fn render(&self) -> impl Render {
        if self.done {
            html! { <p>Done</p> }
        } else {
            html! { <p>Open</p> }
        }
    }
}
}

fn main() {}
