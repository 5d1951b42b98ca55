//! The wrong examples of the page `forms`. Written by the test, changed nowhere but in the page.
#![allow(dead_code, unused)]

mod example_1 {
use liveview::prelude::*;
#[derive(EventParams)] struct NewTodo { title: String } #[live_view] #[derive(Default)] struct Todos { titles: Vec<String> } 
#[live_view]
impl Todos {
    #[event_handler]
    fn add(&mut self, todo: NewTodo) {
        self.titles.push(todo.title);
    }

    fn render(&self) -> impl Render {
        html! { <form dj-submit="add"><input name="titel" aria-label="Title" /></form> }
    }
}
}

mod example_2 {
use liveview::prelude::*;
#[derive(EventParams)] struct NewTodo { urgent: bool } #[live_view] #[derive(Default)] struct Todos { urgent: bool } 
#[live_view]
impl Todos {
    #[event_handler]
    fn add(&mut self, todo: NewTodo) {
        self.urgent = todo.urgent;
    }

    fn render(&self) -> impl Render {
        html! { <form dj-submit="add"><input name="urgent" aria-label="Urgent" /></form> }
    }
}
}

mod example_3 {
use liveview::prelude::*;
#[derive(EventParams)] enum Filter { All, Open } #[live_view] #[derive(Default)] struct Todos { open: bool } 
#[live_view]
impl Todos {
    #[event_handler]
    fn show(&mut self, filter: Filter) {
        self.open = matches!(filter, Filter::Open);
    }

    fn render(&self) -> impl Render {
        html! {
            <form dj-change="show">
                <select name="filter" aria-label="Filter">
                    <option value="all">All</option>
                    <option value="opne">Open</option>
                </select>
            </form>
        }
    }
}
}

fn main() {}
