//! From a client's words to a handler: one view that every test in here speaks to. Opens no socket.

mod bindings;
mod callbacks;
mod commands;
mod decoding;
mod effects;
mod forms;
mod measures;
mod models;

use std::any::Any;
use std::borrow::Cow;
use std::sync::{Arc, Mutex};

use axum::http::{Extensions, HeaderMap};
use liveview::prelude::*;
use liveview::view::{Mailbox, Payload, Request, SendError};
use liveview::wire::Bounds;
use liveview::{EventError, EventParam, FieldKind, FieldSpec, LiveEvent};

#[derive(Debug, Clone, Copy, PartialEq, Eq, EventParams)]
struct TodoId(u64);

#[derive(Debug, PartialEq, EventParams)]
struct NewTodo {
    title: String,
    done: bool,
    due: Option<u8>,
    tags: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, EventParams)]
enum Filter {
    All,
    OnlyOpen,
}

#[live_view]
#[derive(Default)]
struct Todos {
    heard: Vec<String>,
}

#[live_view]
impl Todos {
    async fn mount(cx: &mut Context<Self>) -> Result<Self> {
        let greeting = cx.state::<String>()?.clone();
        std::future::ready(()).await;
        Ok(Todos {
            heard: vec![greeting],
        })
    }

    #[event_handler]
    fn add(&mut self, todo: NewTodo) {
        self.heard.push(format!("{todo:?}"));
    }

    #[event_handler]
    async fn edit(&mut self, id: TodoId, todo: NewTodo, cx: &mut Context<Self>) -> Result<()> {
        std::future::ready(()).await;
        self.heard
            .push(format!("{} {} at {}", id.0, todo.title, cx.uri()));
        Ok(())
    }

    #[event_handler]
    fn show(&mut self, filter: Filter) {
        self.heard.push(format!("{filter:?}"));
    }

    #[event_handler(debounce = 300)]
    fn search(&mut self, value: String) {
        self.heard.push(value);
    }

    #[event_handler(throttle = 100)]
    fn r#move(&mut self, x: i8, y: f64, steps: Vec<u16>, back: Option<char>) {
        self.heard.push(format!("{x} {y} {steps:?} {back:?}"));
    }

    #[event_handler]
    fn refuse(&mut self) -> Result<(), std::num::ParseIntError> {
        "seven".parse::<u8>().map(drop)
    }

    #[event_handler]
    fn tell_myself(&self, text: String, cx: &mut Context<Self>) -> Result<()> {
        cx.handle().send(text)?;
        Ok(())
    }

    async fn handle_info(&mut self, message: String) {
        self.heard.push(message);
    }

    fn disconnect(&mut self) {
        self.heard.push("gone".to_owned());
    }

    fn render(&self) -> impl Render {
        html! {
            <form dj-submit="add"><input name="title" title="Title" /></form>
            <form dj-submit={edit(TodoId(self.heard.len() as u64))}><input name="title" title="Title" /></form>
            <input dj-input="search" />
            <input dj-input="search" dj-debounce="50" />
            <button dj-click={show(Filter::OnlyOpen)} dj-keydown.enter={show(Filter::All)}>Open</button>
            <button dj-click="show" dj-value-filter="all">All</button>
            @for text in &self.heard; unkeyed {
                <button dj-click={tell_myself(text)}>{text}</button>
            }
        }
    }
}

/// A mailbox that keeps what it is sent.
#[derive(Default)]
struct Kept(Mutex<Vec<String>>);

impl Mailbox<String> for Kept {
    fn send(&self, message: String) -> Result<(), SendError> {
        self.0
            .lock()
            .expect("no test panics while it holds this")
            .push(message);
        Ok(())
    }
}

fn context(state: impl Any + Send + Sync, mailbox: Arc<Kept>) -> Context<Todos> {
    let request = Request {
        uri: "/todos/7?page=2"
            .parse()
            .expect("the address is well formed"),
        headers: HeaderMap::new(),
        extensions: Extensions::new(),
        params: [("id", "7"), ("page", "2")]
            .map(|(name, value)| (name.into(), value.into()))
            .into(),
        state: Arc::new(state),
        peer: None,
        secrets: Arc::default(),
    };
    Context::new(
        Arc::new(request),
        mailbox,
        Limits::default().effect_bounds(),
    )
}

/// Waits for a callback that never has to wait for anything else.
fn now<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    runtime
        .expect("a runtime without drivers can be built")
        .block_on(future)
}

fn json(text: &str) -> &serde_json::value::RawValue {
    serde_json::from_str(text).expect("the tests write well-formed JSON")
}

fn decode(name: &str, arguments: &str, payload: &str) -> Result<TodosEvents, EventError> {
    let payload = Payload::read(json(arguments), Some(json(payload)), Bounds::default());
    let mut payload = payload.expect("the tests stay within the limits");
    TodosEvents::decode(name, &mut payload)
}

/// What the view heard of an event, or why it was refused.
fn heard(name: &str, arguments: &str, payload: &str) -> String {
    let mut view = Todos::default();
    let event = match decode(name, arguments, payload) {
        Ok(event) => event,
        Err(error) => return error.to_string(),
    };
    let mut cx = context((), Arc::default());
    now(view.handle_event(event, &mut cx)).expect("these handlers do not fail");
    view.heard.join(", ")
}
