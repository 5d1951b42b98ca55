//! The right examples of the page `reference`. Written by the test, changed nowhere but in the page.

mod example_1 {
use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Board {
    said: String,
    parcel: Option<u8>,
}

#[live_view]
impl Board {
    #[event_handler]
    fn say(&mut self, what: String) {
        self.said = what;
    }

    #[event_handler]
    fn point(&mut self, x: i32, y: i32, button: u8, shift: bool) {
        self.said = format!("{button} at {x}, {y} {shift}");
    }

    #[event_handler]
    fn touch(&mut self, x: i32, y: i32) {
        self.said = format!("{x}, {y}");
    }

    #[event_handler]
    fn take(&mut self, place: u8, text: String, html: String, files: Option<String>) {
        self.parcel = Some(place);
        self.said = files.unwrap_or(if text.is_empty() { html } else { text });
    }

    fn render(&self) -> impl Render {
        html! {
            <button dj-click={say("pressed")} dj-click.shift={say("with shift")} dj-click.middle={say("with the wheel")}>Press</button>
            <section dj-dblclick="point" dj-contextmenu.prevent="point" dj-pointerdown.left="point" dj-pointerup.right="point" dj-pointermove="point">
                {&self.said}
            </section>
            <section dj-mouseenter={say("over it")} dj-mouseleave={say("away")} dj-touchstart="touch" dj-touchend="touch" dj-click-away={say("elsewhere")}></section>
            <p draggable="true" dj-dragstart={say("taken")} dj-dragend={say("let go")}>A parcel</p>
            <p dj-drop={take(1)} dj-dragenter={say("near")} dj-dragover={say("still near")} dj-dragleave={say("gone")}>{self.parcel}</p>
        }
    }
}
}

mod example_2 {
use liveview::prelude::*;

#[derive(EventParams)]
struct Order {
    title: String,
    gift: bool,
    how: Option<String>,
}

#[live_view]
#[derive(Default)]
struct Orders {
    #[model]
    note: String,
    #[model]
    city: String,
    #[model]
    street: String,
    said: String,
    open: bool,
}

#[live_view]
impl Orders {
    #[event_handler]
    fn check(&mut self, order: Order, _target: String) {
        self.said = format!("{_target} of {}", order.title);
    }

    #[event_handler]
    fn order(&mut self, order: Order, _submitter: String) {
        self.said = format!("{_submitter}: {} {} {:?}", order.title, order.gift, order.how);
    }

    #[event_handler]
    fn write(&mut self, value: String) {
        self.said = value;
    }

    #[event_handler]
    fn tick(&mut self, checked: bool) {
        self.open = checked;
    }

    #[event_handler]
    fn scroll(&mut self, y: i32) {
        self.said = format!("scrolled to {y}");
    }

    #[event_handler]
    fn open(&mut self, open: bool) {
        self.open = open;
    }

    #[event_handler]
    fn say(&mut self, what: String) {
        self.said = what;
    }

    fn render(&self) -> impl Render {
        html! {
            <form dj-change="check" dj-submit="order" dj-auto-recover="check">
                <input name="title" aria-label="Title" required dj-invalid.prevent={say("a title, please")} />
                <label><input name="gift" type="checkbox" /> A gift</label>
                <button name="how" value="now">Order</button>
            </form>
            <input aria-label="Note" dj-model="note" />
            <input aria-label="City" dj-model.lazy="city" />
            <input aria-label="Street" dj-model.debounce-300="street" />
            <input aria-label="Anything" dj-input="write" dj-focus="write" dj-blur="write" dj-paste="write" />
            <label><input type="checkbox" dj-change="tick" /> Open</label>
            <ol dj-scroll="scroll" dj-scrollend="scroll"></ol>
            <details dj-toggle="open"><summary>More</summary>{&self.said}</details>
            <dialog dj-close={say("closed")} dj-cancel.prevent={say("not yet")} aria-label="A question"></dialog>
        }
    }
}
}

mod example_3 {
use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Search {
    said: String,
    is_open: bool,
}

#[live_view]
impl Search {
    #[event_handler]
    fn press(&mut self, key: String, code: String, ctrl: bool, alt: bool, meta: bool) {
        self.said = format!("{key} {code} {ctrl} {alt} {meta}");
    }

    #[event_handler]
    fn show(&mut self, shortcut: String) {
        self.is_open = shortcut == "ctrl+k";
    }

    fn render(&self) -> impl Render {
        html! {
            <main dj-shortcut="ctrl+k:show:prevent, escape:show" dj-shortcut-in-input>
                <input aria-label="Search" dj-keydown="press" dj-keyup.alt="press" dj-keydown.ctrl.enter.prevent="press" dj-keydown.meta.k="press" />
                {self.is_open.then_some(&self.said)}
            </main>
        }
    }
}
}

mod example_4 {
use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Page {
    said: String,
}

#[live_view]
impl Page {
    #[event_handler]
    fn press(&mut self, key: String) {
        self.said = key;
    }

    #[event_handler]
    fn place(&mut self, x: i32, y: i32) {
        self.said = format!("{x}, {y}");
    }

    #[event_handler]
    fn size(&mut self, width: f64, height: f64) {
        self.said = format!("{width} by {height}");
    }

    #[event_handler]
    fn see(&mut self, visible: bool) {
        self.said = visible.to_string();
    }

    #[event_handler]
    fn say(&mut self, what: String) {
        self.said = what;
    }

    fn render(&self) -> impl Render {
        html! {
            <p dj-window-keydown.escape="press" dj-window-keyup="press" dj-document-keydown.ctrl.s.prevent="press" dj-document-keyup="press">{&self.said}</p>
            <p dj-window-click="place" dj-document-click.once="place" dj-window-scroll="place" dj-window-resize="size"></p>
            <p dj-window-focus={say("here")} dj-window-blur={say("elsewhere")} dj-window-online={say("online")} dj-window-offline={say("offline")}></p>
            <p dj-document-visibilitychange="see"></p>
        }
    }
}
}

mod example_5 {
use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Feed {
    rows: u32,
    said: String,
}

#[live_view]
impl Feed {
    #[event_handler]
    fn more(&mut self) {
        self.rows += 20;
    }

    #[event_handler]
    fn see(&mut self, ratio: f64) {
        self.said = format!("{ratio}");
    }

    #[event_handler]
    fn size(&mut self, width: f64, height: f64) {
        self.said = format!("{width} by {height}");
    }

    #[event_handler]
    fn change(&mut self, added: u32, removed: u32, attrs: String) {
        self.said = format!("{added} {removed} {attrs}");
    }

    fn render(&self) -> impl Render {
        html! {
            <p dj-init={Js::new().add_class("ready")} dj-connected={Js::new().hide().to("#away")} dj-disconnected={Js::new().show().to("#away")}>{&self.said}</p>
            <ol dj-viewport-top="see" dj-viewport-bottom="more" dj-appear="see" dj-disappear="see" dj-threshold="0.5">
                @for row in 0..self.rows; key row { <li dj-mounted="more" dj-remove="fade 200ms">{row}</li> }
            </ol>
            <p dj-poll="more" dj-poll-interval="10000" dj-resize="size" dj-mutation="change" dj-mutation-attr="class, open"></p>
            <button dj-copy="cargo add liveview" dj-copy-class="done" dj-copy-event="more">Copy</button>
            <button dj-click="more" dj-optimistic={Js::optimistic().set_text("Coming")}>More</button>
        }
    }
}
}

mod example_6 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Names { said: u32 } 
#[live_view]
impl Names {
    #[event_handler]
    fn go(&mut self) {
        self.said += 1;
    }

    fn render(&self) -> impl Render {
        html! {
            <a href="/far" dj-click.prevent.stop="go">Go</a>
            <section dj-pointerdown.self.once="go">
                <button dj-click.left="go" dj-click.middle="go" dj-click.right="go" dj-click.ctrl="go" dj-click.alt.shift="go">{self.said}</button>
            </section>
        }
    }
}
}

mod example_7 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Keys { said: String } 
#[live_view]
impl Keys {
    #[event_handler]
    fn go(&mut self, key: String) {
        self.said = key;
    }

    fn render(&self) -> impl Render {
        html! {
            <p dj-keydown.up="go" dj-keydown.down="go" dj-keydown.left="go" dj-keydown.right="go" dj-keydown.esc="go" dj-keydown.f1.prevent="go">{&self.said}</p>
            <ul dj-keydown.arrowup="go" dj-keydown.arrowdown="go" dj-keydown.arrowleft="go" dj-keydown.arrowright="go" dj-keydown.escape="go"></ul>
            <ul dj-keydown.home="go" dj-keydown.end="go" dj-keydown.pageup="go" dj-keydown.pagedown="go" dj-keydown.tab="go" dj-keydown.space.prevent="go"></ul>
            <ul dj-keydown.enter="go" dj-keydown.backspace="go" dj-keydown.delete="go" dj-keydown.insert="go" dj-keydown.a="go"></ul>
        }
    }
}
}

mod example_8 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Notes { said: String } 
#[live_view]
impl Notes {
    #[event_handler]
    fn write(&mut self, value: String) {
        self.said = value;
    }

    #[event_handler]
    fn remove(&mut self, note_id: u32, order: String) {
        self.said = format!("{note_id} {order}");
    }

    #[event_handler]
    fn see(&mut self) {
        self.said = "seen".to_owned();
    }

    fn render(&self) -> impl Render {
        html! {
            <input aria-label="One" dj-input="write" dj-debounce="300" />
            <input aria-label="Two" dj-input="write" dj-throttle="500" dj-no-submit="enter" />
            <input aria-label="Three" dj-paste="write" dj-paste-suppress />
            <select id="order" name="order" aria-label="Order"><option>new</option></select>
            <button dj-click="remove" dj-value-note-id="7" dj-include="#order" dj-confirm="For good?">Remove</button>
            <p dj-ignore-events>{&self.said}</p>
            <p dj-appear="see" dj-threshold="0.5" dj-poll="see" dj-poll-interval="10000" dj-mutation="see" dj-mutation-attr="class"></p>
            <p dj-shortcut="ctrl+b:see:prevent" dj-shortcut-in-input></p>
            <button dj-copy="#order" dj-copy-class="done">Copy</button>
        }
    }
}
}

mod example_9 {
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
            <button dj-click="save" dj-lock dj-disable-with="Saving" dj-loading.class="busy">Save</button>
            <p dj-loading="save" hidden>One moment</p>
            <p dj-loading.for="save" dj-loading.hide>{self.saved}</p>
            <p dj-loading.for="save" dj-loading.show="flex" hidden>Working</p>
            <button dj-loading.for="save" dj-loading.disable dj-click="save">Again</button>
            <form dj-submit="save"><button>Send</button><p dj-form-pending="show" hidden>Sending</p></form>
        }
    }
}
}

mod example_10 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Login { name: String, may: bool } 
#[live_view]
impl Login {
    #[event_handler]
    fn spell(&mut self, value: String) {
        self.name = value.to_lowercase();
    }

    #[event_handler]
    fn check(&mut self, name: String) {
        self.may = !name.is_empty();
    }

    fn render(&self) -> impl Render {
        html! {
            <input aria-label="Name" value={&self.name} dj-input="spell" dj-force-value />
            <form action="/login" method="post" dj-submit="check" dj-keep dj-no-recover dj-trigger-action={self.may}>
                <input name="name" aria-label="Name" />
                <button>Enter</button>
            </form>
        }
    }
}
}

mod example_11 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct List { rows: Vec<u32>, asks: bool } 
#[live_view]
impl List {
    fn render(&self) -> impl Render {
        html! {
            <ul dj-flip="250ms" dj-transition-group="pop | fall 200ms" dj-virtual="28">
                @for row in &self.rows; key row { <li dj-pin>{row}</li> }
            </ul>
            <ol dj-sticky-scroll>
                @for row in &self.rows; key row { <li dj-enter="pop 200ms" dj-leave="fall 200ms" dj-scroll-into-view="nearest">{row}</li> }
            </ol>
            <dialog dj-dialog={if self.asks { "open" } else { "close" }} aria-label="A question">
                <input aria-label="Answer" dj-autofocus />
            </dialog>
            <p dj-view-transition>{self.rows.len()}</p>
        }
    }
}
}

mod example_12 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Chart { most: u32 } 
#[live_view]
impl Chart {
    fn render(&self) -> impl Render {
        html! {
            <figure dj-hook="Chart" dj-hook-value-most={self.most} dj-ignore-attrs="class, data-*" dj-cloak>
                <div dj-update="ignore" dj-hook-target="canvas"></div>
            </figure>
        }
    }
}
}

mod example_13 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Shelf { books: Vec<String> } 
use std::time::Duration;
use liveview::Block;

#[live_view]
impl Shelf {
    #[event_handler]
    fn take(&mut self, at: usize) {
        self.books.remove(at);
    }

    #[event_handler]
    fn point(&mut self, cx: &mut Context<Self>) -> Result<()> {
        cx.push_command(Js::new().scroll_into_view(Block::Center).to("#shelf").focus().to("#shelf"))?;
        Ok(())
    }

    fn render(&self) -> impl Render {
        let open = Js::new().push_focus().show().to("#menu").with_transition("fade-in").lasting(Duration::from_millis(150)).focus_first().to("#menu");
        let close = Js::new().hide().to("#menu").pop_focus();
        let mark = Js::new().add_class("new").lasting(Duration::from_secs(1)).remove_class("old").toggle_class("odd").inner("li");
        let name = Js::new().set_attr("title", "Books").remove_attr("hidden").toggle_attr("open", "", None).set_text("Books").to("h2");
        let own = Js::new().dispatch("app:opened").detail(&7).without_bubbling().ext("beep").detail("loud").ignore_attrs(&["class"]);
        html! {
            <button dj-click={open.then(own)}>Open</button>
            <button dj-click={close.blur()}>Close</button>
            <button id="mark" dj-click={mark.then(name)}>Mark</button>
            <button dj-click={Js::new().exec("dj-click").to("#mark").transition("shake").closest("main")}>Again</button>
            <button dj-click={Js::new().show_modal().to("#ask")}>Ask</button>
            <dialog id="ask" aria-label="A question"><button dj-click={Js::new().close_modal().to("#ask")}>No</button></dialog>
            <button dj-click={Js::new().copy("A text").copy_content().to("#shelf")}>Copy</button>
            <button dj-click={Js::new().toggle().to("#shelf").display("grid")}>Shelf</button>
            <button dj-click={Js::new().push(take(0)).loading("#shelf")} dj-optimistic={Js::optimistic().hide().to("#shelf")}>Take</button>
            <button dj-click={Js::new().push(point()).page_loading().navigate("/books").replacing()}>Go</button>
            <ul id="shelf">@for book in &self.books; unkeyed { <li>{book}</li> }</ul>
        }
    }
}
}

mod example_14 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Chat { lines: Vec<String> } 
enum Told {
    Line(String),
}

#[live_view]
impl Chat {
    #[event_handler(throttle = 200)]
    fn say(&mut self, text: String, cx: &mut Context<Self>) -> Result<Reply<usize>> {
        cx.push_event("said", &text)?;
        cx.push_command(Js::new().focus().to("#text"))?;
        cx.handle().send(Told::Line(text))?;
        Ok(Reply(self.lines.len() + 1))
    }

    fn handle_info(&mut self, told: Told) {
        let Told::Line(line) = told;
        self.lines.push(line);
    }

    fn render(&self) -> impl Render {
        html! {
            <ol>@for line in &self.lines; unkeyed { <li>{line}</li> }</ol>
            <form dj-submit="say"><input id="text" name="text" aria-label="Text" /></form>
        }
    }
}
}
