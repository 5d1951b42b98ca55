//! The wrong examples of the page `js_commands`. Written by the test, changed nowhere but in the page.
#![allow(dead_code, unused)]

mod example_1 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Post { liked: bool } 
#[live_view]
impl Post {
    #[event_handler]
    fn like(&mut self) {
        self.liked = true;
    }

    fn render(&self) -> impl Render {
        html! {
            <button dj-click="like" dj-optimistic={Js::new().focus()}>Like</button>
        }
    }
}
}

fn main() {}
