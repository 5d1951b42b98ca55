//! Meant: a button that counts, with a closure as in Leptos, Yew or React.

use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Likes {
    count: u32,
}

#[live_view]
impl Likes {
    fn like(&mut self) {
        self.count += 1;
    }

    fn render(&self) -> impl Render {
        html! {
            <button onclick={|_| self.like()}>Like</button>
            <p>{self.count} likes</p>
        }
    }
}

fn main() {}
