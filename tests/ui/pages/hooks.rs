//! The wrong examples of the page `hooks`. Written by the test, changed nowhere but in the page.
#![allow(dead_code, unused)]

mod example_1 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Weather { most: f64 } 
#[live_view]
impl Weather {
    fn render(&self) -> impl Render {
        html! { <figure dj-hook="Chart" dj-update="ignore"><figcaption>{self.most}</figcaption></figure> }
    }
}
}

fn main() {}
