//! The right examples of the page `template_files`. Written by the test, changed nowhere but in the page.

mod example_1 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Guide { opened: Vec<usize> } 
#[live_view(template = "guide.html")]
impl Guide {
    #[event_handler]
    fn turn(&mut self, number: usize) {
        self.opened.push(number);
    }
}
}
