//! What events say of themselves, from the page to the handler: pointers, keys, scrolling, sizes, texts that are pasted. Opens
//! no socket.

use liveview::prelude::*;
use liveview::testing::mount;

#[live_view]
#[derive(Default)]
struct Board {
    heard: Vec<String>,
}

#[derive(EventParams)]
struct Point {
    x: i32,
    y: i32,
}

#[live_view]
impl Board {
    #[event_handler]
    fn place(&mut self, tool: String, at: Point, button: u8, ctrl: bool) {
        let Point { x, y } = at;
        self.heard.push(format!("{tool} {x} {y} {button} {ctrl}"));
    }

    #[event_handler]
    fn scrolled(&mut self, x: f64, y: u32) {
        self.heard.push(format!("{x} {y}"));
    }

    #[event_handler]
    fn sized(&mut self, width: f64, height: f64) {
        self.heard.push(format!("{width} {height}"));
    }

    #[event_handler]
    fn shown(&mut self, ratio: f64) {
        self.heard.push(format!("{ratio}"));
    }

    #[event_handler]
    fn toggled(&mut self, open: bool) {
        self.heard.push(format!("{open}"));
    }

    #[event_handler]
    fn pasted(&mut self, text: String, html: String) {
        self.heard.push(format!("{text} {html}"));
    }

    #[event_handler]
    fn pressed(&mut self, key: String, code: String, shift: bool) {
        self.heard.push(format!("{key} {code} {shift}"));
    }

    #[event_handler]
    fn left(&mut self, value: String) {
        self.heard.push(value);
    }

    #[event_handler]
    fn hidden(&mut self, visible: bool) {
        self.heard.push(format!("{visible}"));
    }

    #[event_handler]
    fn named(&mut self, name: String) {
        self.heard.push(name);
    }

    fn render(&self) -> impl Render {
        html! {
            <div id="board" dj-pointerdown.left={place("pen")} dj-dblclick={place("both", Point { x: 1, y: 2 })}
                dj-scroll="scrolled" dj-resize="sized" dj-appear="shown" dj-document-visibilitychange="hidden"></div>
            <details dj-toggle="toggled" dj-paste="pasted" dj-window-keydown.shift="pressed"><summary>More</summary></details>
            <input id="field" aria-label="Field" name="name" dj-blur="left" dj-keydown.shift.enter="pressed" />
            <button type="button" dj-contextmenu="named" dj-include="#field">Name</button>
            <output>{self.heard.join("; ")}</output>
        }
    }
}

#[tokio::test(start_paused = true)]
async fn what_an_event_measures_fills_parameters_by_name() {
    let mut view = mount::<Board>().await;
    let at = [("x", "7"), ("y", "-1"), ("ctrl", "")];
    view.fire("#board", "pointerdown", &at).await;
    view.fire("#board", "dblclick", &at).await;
    view.fire("#board", "scroll", &[("y", "300")]).await;
    view.fire("#board", "resize", &[("width", "80.5"), ("height", "2")])
        .await;
    view.fire("#board", "appear", &[("ratio", "0.5")]).await;
    view.fire(
        "#board",
        "document-visibilitychange",
        &[("visible", "false")],
    )
    .await;
    view.fire("details", "toggle", &[]).await;
    view.fire("details", "paste", &[("text", "7"), ("html", "<b>7</b>")])
        .await;
    view.type_text("#field", "typed").await;
    view.fire("#field", "blur", &[]).await;
    view.key("#field", "shift+Enter").await;
    view.fire("button", "contextmenu", &[]).await;
    assert_eq!(
        view.text("output"),
        "pen 7 -1 0 true; both 1 2 0 true; 0 300; 80.5 2; 0.5; false; true; 7 <b>7</b>; typed; Enter true; typed"
    );
}
