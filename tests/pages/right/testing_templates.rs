//! The right examples of the page `testing_templates`. Written by the test, changed nowhere but in the page.

mod example_1 {
use liveview::prelude::*;

use liveview::Rendered;

fn badge(count: u32) -> impl Render {
    html! { <span class="badge" class:full={count > 99}>{count} new</span> }
}

#[test]
fn a_badge_counts() {
    insta::assert_snapshot!(Rendered::of(badge(3)), @r#"
    fragment 8c286de0253990a5
      <span class="badge
      0 class full: off
      ">
      1 text: "3 new"
      </span>
    "#);
}
}

mod example_2 {
use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Inbox {
    unread: u32,
}

#[live_view]
impl Inbox {
    #[event_handler]
    fn receive(&mut self) {
        self.unread += 1;
    }

    fn render(&self) -> impl Render {
        html! { <button dj-click="receive">Receive</button> @if self.unread > 0 { <b>{self.unread}</b> } }
    }
}

#[tokio::test]
async fn a_message_is_counted() {
    let mut view = liveview::testing::mount::<Inbox>().await;
    view.click("button").await;
    insta::assert_snapshot!(view.rendered(), @r#"
    fragment d2cda8c421e5314a
      <button dj-click="receive">Receive</button> <!--[-->
      0 one of
        fragment a9e2a17071830763
          <b>
          0 text: "1"
          </b>
      <!--]-->
    "#);
}
}

mod example_3 {
use liveview::prelude::*;

fn what_must_not_compile() {
    trybuild::TestCases::new().compile_fail("tests/refused/*.rs");
}
}
