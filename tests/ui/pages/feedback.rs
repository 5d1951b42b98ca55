//! The wrong examples of the page `feedback`. Written by the test, changed nowhere but in the page.
#![allow(dead_code, unused)]

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
            <form dj-submit="save">
                <button>Save</button>
                <p dj-form-pending="visible" hidden>One moment</p>
            </form>
        }
    }
}
}

mod example_2 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Post { likes: u32 } 
#[live_view]
impl Post {
    fn render(&self) -> impl Render {
        html! { <p dj-optimistic={Js::optimistic().add_class("liked")}>{self.likes}</p> }
    }
}
}

fn main() {}
