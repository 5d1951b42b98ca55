//! The wrong examples of the page `template_files`. Written by the test, changed nowhere but in the page.
#![allow(dead_code, unused)]

mod example_1 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Page { opened: Vec<usize> } 
#[live_view(template = "templates/guide.html")]
impl Page {
    #[event_handler]
    fn turn(&mut self, number: usize) {
        self.opened.push(number);
    }
}
}

fn main() {}
