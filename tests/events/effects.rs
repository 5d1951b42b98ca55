//! What handlers have the browser do: commands, events of the app's, replies. Through the kit; opens no socket.

use std::time::Duration;

use liveview::Block;
use liveview::prelude::*;
use liveview::testing::{TestView, mount};
use serde_json::{Value, json};

#[live_view]
struct Board {
    points: u32,
}

enum Told {
    Shout(&'static str),
    Many(usize),
    Long(usize),
}

#[live_view]
impl Board {
    fn mount(cx: &mut Context<Self>) -> Result<Self> {
        cx.push_event("welcome", "here")?;
        Ok(Board { points: 0 })
    }

    #[event_handler]
    fn score(&mut self, by: u32, cx: &mut Context<Self>) -> Result<Reply<u32>> {
        self.points += by;
        cx.push_command(Js::new().focus().to("#title"))?;
        cx.push_command(
            Js::optimistic()
                .add_class("new")
                .lasting(Duration::from_secs(1)),
        )?;
        cx.push_command(Js::new())?;
        cx.push_event("scored", &json!({ "points": self.points }))?;
        Ok(Reply(self.points))
    }

    #[event_handler]
    async fn ask(&mut self) -> Reply<[&'static str; 2]> {
        std::future::ready(()).await;
        Reply(["a", "b"])
    }

    #[event_handler]
    fn fail(&mut self, cx: &mut Context<Self>) -> Result<Reply<()>> {
        cx.push_event("before", &())?;
        Err(liveview::Error::visible("No"))
    }

    #[event_handler]
    fn rest(&mut self) {}

    fn handle_info(&mut self, told: Told, cx: &mut Context<Self>) -> Result<()> {
        match told {
            Told::Shout(text) => cx.push_event("shout", text)?,
            Told::Many(count) => {
                for number in 0..count {
                    cx.push_event("one", &number)?;
                }
            }
            Told::Long(bytes) => cx.push_event("long", &"x".repeat(bytes))?,
        }
        Ok(())
    }

    fn render(&self) -> impl Render {
        let menu = Js::new().toggle().to("#menu").push(BoardEvents::rest());
        html! {
            <h1 id="title">{self.points}</h1>
            <button id="score" dj-click={score(2)}>Score</button>
            <button id="ask" dj-click="ask">Ask</button>
            <button id="fail" dj-click="fail">Fail</button>
            <button id="rest" dj-click="rest">Rest</button>
            <button id="menu-button" dj-click={menu}>Menu</button>
            <button id="top" dj-click={Some(Js::new().scroll_into_view(Block::Start))}>Top</button>
        }
    }
}

fn events(view: &TestView<Board>) -> Vec<(&str, Value)> {
    let events = view.pushed_events().into_iter();
    events.map(|(name, value)| (name, value.clone())).collect()
}

#[tokio::test]
async fn they_come_with_the_update_in_the_order_they_were_made() {
    let mut view = mount::<Board>().await;
    assert_eq!(events(&view), [("welcome", json!("here"))]);
    view.click("#score").await;
    assert_eq!(
        view.last_frame(),
        r##"[2,[0,"2"],1,0,[["c",[["focus","#title"]]],["c",[["add_class",0,"new",1000]]],["e","scored",{"points":2}],["r",1,2]]]"##
    );
    assert_eq!(
        view.commands(),
        [
            r##"[["focus","#title"]]"##,
            r#"[["add_class",0,"new",1000]]"#
        ]
    );
    assert_eq!(view.reply(), Some(&json!(2)));
}

#[tokio::test]
async fn a_reply_needs_no_change_and_who_gives_none_is_acknowledged() {
    let mut view = mount::<Board>().await;
    view.click("#ask").await;
    assert_eq!(view.last_frame(), r#"[2,0,1,0,[["r",1,["a","b"]]]]"#);
    assert_eq!(view.reply(), Some(&json!(["a", "b"])));
    view.click("#rest").await;
    assert_eq!(view.last_frame(), r#"["a",1]"#);
    assert_eq!(view.reply(), None);
}

#[tokio::test]
async fn what_a_handler_pushed_before_it_failed_is_told() {
    let mut view = mount::<Board>().await;
    view.click("#fail").await;
    assert_eq!(view.refusal(), Some(("failed", "No")));
    assert_eq!(events(&view)[1..], [("before", Value::Null)]);
    assert_eq!(view.reply(), None);
}

#[tokio::test]
async fn a_binding_of_commands_calls_what_it_pushes() {
    let mut view = mount::<Board>().await;
    view.click("#menu-button").await;
    assert_eq!(view.last_frame(), r#"["a",1]"#);
    view.click("#top").await;
    assert_eq!(
        view.commands(),
        [
            r##"[["toggle","#menu"],["push",0,"rest"]]"##,
            r#"[["scroll_into_view",0,"start"]]"#
        ]
    );
}

#[tokio::test]
async fn what_is_pushed_while_the_line_is_cut_comes_on_return_and_once() {
    let mut view = mount::<Board>().await;
    view.stall();
    view.click("#score").await;
    view.cut().await;
    view.send(Told::Shout("hey")).await;
    view.resume().await;
    let scored = ("scored", json!({ "points": 2 }));
    let expected = [("welcome", json!("here")), scored, ("shout", json!("hey"))];
    assert_eq!(events(&view), expected);
    view.cut().await;
    view.resume().await;
    assert_eq!(events(&view), expected);
}

#[tokio::test]
async fn no_more_waits_than_may() {
    let limits = Limits::default();
    let mut view = mount::<Board>().await;
    view.send(Told::Many(limits.effects)).await;
    assert_eq!(events(&view).len(), 1 + limits.effects);
    view.cut().await;
    view.send(Told::Many(limits.effects)).await;
    // One too many: its callback fails, and what was pushed before stays.
    view.send(Told::Shout("hey")).await;
    view.resume().await;
    assert_eq!(events(&view).len(), 1 + 2 * limits.effects);
    view.send(Told::Long(limits.effect_bytes)).await;
    view.send(Told::Shout("small")).await;
    assert_eq!(events(&view).len(), 2 + 2 * limits.effects);
    assert_eq!(view.html().matches("<h1").count(), 1);
}
