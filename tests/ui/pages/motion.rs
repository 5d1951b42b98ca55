//! The wrong examples of the page `motion`. Written by the test, changed nowhere but in the page.
#![allow(dead_code, unused)]

mod example_1 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Chat { lines: Vec<String> } 
#[live_view]
impl Chat {
    fn render(&self) -> impl Render {
        html! { <p dj-scroll-into-view="middle">{self.lines.len()}</p> }
    }
}
}

fn main() {}
