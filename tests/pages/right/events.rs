//! The right examples of the page `events`. Written by the test, changed nowhere but in the page.

mod example_1 {
use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Notes {
    found: String,
    done: Vec<u64>,
}

#[live_view]
impl Notes {
    #[event_handler(debounce = 300)]
    fn search(&mut self, value: String) {
        self.found = value;
    }

    #[event_handler]
    fn tick(&mut self, id: u64, checked: bool) {
        self.done.retain(|done| *done != id);
        if checked {
            self.done.push(id);
        }
    }

    fn render(&self) -> impl Render {
        html! {
            <input dj-input="search" aria-label="Search" />
            @for id in [1, 2, 3]; key id {
                <label><input type="checkbox" checked={self.done.contains(&id)} dj-click={tick(id)} />{id}</label>
            }
        }
    }
}
}

mod example_2 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Shop { size: Option<Size> } 
#[derive(EventParams, Clone, Copy, PartialEq)]
enum Size {
    Small,
    #[param(name = "XXL")]
    Huge,
}

#[live_view]
impl Shop {
    #[event_handler]
    fn choose(&mut self, value: Size) {
        self.size = Some(value);
    }

    fn render(&self) -> impl Render {
        html! {
            <select dj-change="choose" aria-label="Size">
                <option value="small" selected={self.size == Some(Size::Small)}>Small</option>
                <option value="XXL" selected={self.size == Some(Size::Huge)}>Huge</option>
            </select>
        }
    }
}
}

mod example_3 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Notes { found: String } #[live_view] impl Notes { #[event_handler] fn search(&mut self, value: String) { self.found = value; } fn render(&self) -> impl Render { search_field() } } 
fn search_field() -> impl Render {
    html! { <input dj-input={NotesEvents::search_0()} aria-label="Search" /> }
}
}

mod example_4 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Board { at: i32, open: bool } 
#[live_view]
impl Board {
    #[event_handler]
    fn place(&mut self, x: i32, shift: bool) {
        self.at = if shift { x / 10 * 10 } else { x };
    }

    #[event_handler]
    fn open(&mut self) {
        self.open = true;
    }

    #[event_handler]
    fn close(&mut self) {
        self.open = false;
    }

    fn render(&self) -> impl Render {
        html! {
            <div dj-pointerdown.left="place" dj-shortcut="ctrl+k:open:prevent, escape:close">{self.at}</div>
            <p dj-click-away="close" dj-window-keydown.ctrl.o.prevent="open">{self.open.then_some("open")}</p>
        }
    }
}
}

mod example_5 {
use liveview::prelude::*;

#[live_view]
#[derive(Default)]
struct Search {
    #[model]
    query: String,
    #[model]
    exact: bool,
    #[model]
    order: String,
    is_admin: bool,
}

#[live_view]
impl Search {
    fn render(&self) -> impl Render {
        html! {
            <input aria-label="Search" dj-model.debounce-300="query" />
            <label><input type="checkbox" dj-model="exact" />Exactly</label>
            <select aria-label="Order" dj-model="order"><option>new</option><option>old</option></select>
            <p>{&self.query} {self.exact.then_some("exactly")} {&self.order}</p>
            @if self.is_admin { <p>All of it</p> }
        }
    }
}
}

mod example_6 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Notes { sent: u32 } 
#[live_view]
impl Notes {
    #[event_handler]
    fn send(&mut self) {
        self.sent += 1;
    }

    fn render(&self) -> impl Render {
        html! {
            <button dj-click="send" dj-confirm="Really?" dj-lock dj-disable-with="Sending" dj-throttle="500" dj-loading.class="busy">Send</button>
            <p dj-poll="send" dj-poll-interval="60000" dj-form-pending="hide" dj-cloak>{self.sent}</p>
        }
    }
}
}

mod example_7 {
use liveview::prelude::*;
#[live_view] #[derive(Default)] struct Counter { count: i64 } 
#[derive(LiveEvent)]
enum Steps {
    Reset,
    StepBy { step: i64, value: String },
}

#[live_view]
impl Counter {
    fn handle_event(&mut self, event: Steps) {
        match event {
            Steps::Reset => self.count = 0,
            Steps::StepBy { step, .. } => self.count += step,
        }
    }

    fn render(&self) -> impl Render {
        html! {
            <button dj-click="reset">{self.count}</button>
            <input dj-change={step_by(1)} aria-label="Step" />
        }
    }
}
}

mod example_8 {
use liveview::prelude::*;

#[derive(EventParams)]
struct Asked {
    list: u64,
    sorted: Option<Order>,
}

#[derive(EventParams, Clone, Copy)]
enum Order {
    Name,
    Age,
}

#[live_view]
struct People {
    list: u64,
    order: Order,
}

#[live_view]
impl People {
    fn mount(cx: &mut Context<Self>) -> Result<Self> {
        let asked: Asked = cx.params()?;
        Ok(Self { list: asked.list, order: asked.sorted.unwrap_or(Order::Name) })
    }

    fn render(&self) -> impl Render {
        html! { <p>List {self.list} @match self.order { Order::Name => { by name } Order::Age => { by age } }</p> }
    }
}
}

mod example_9 {
use liveview::prelude::*;

fn state(done: bool) -> impl Render {
    html! {
        @if done { <p>Done</p> } @else { <p>Open</p> }
    }
}
}
