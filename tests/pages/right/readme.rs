//! The right examples of the page `readme`. Written by the test, changed nowhere but in the page.

mod example_1 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Counter { count: i64 } #[live_view] impl Counter { #[event_handler] fn add(&mut self, amount: i64) { self.count += amount; } fn render(&self) -> impl Render { html! { <button dj-click={add(-1)} aria-label="One less">"−"</button><output>{self.count}</output><button dj-click={add(1)} aria-label="One more">+</button> } } } 
#[tokio::test]
async fn counts() {
    let mut view = liveview::testing::mount::<Counter>().await;
    view.click("button[aria-label='One more']").await;
    assert_eq!(view.text("output"), "1");
    assert_eq!(view.last_frame(), r#"[1,[1,"1"],1]"#);
}
}
