//! From a client's words to a handler: whitelists, parameters, bindings, callbacks. Opens no socket.

use std::any::Any;
use std::borrow::Cow;
use std::sync::{Arc, Mutex};

use axum::http::{Extensions, HeaderMap};
use liveview::prelude::*;
use liveview::view::{Mailbox, Payload, Request, SendError};
use liveview::{EventError, EventSpec, LiveEvent};

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
            <form dj-submit="add"><input name="title" /></form>
            <form dj-submit={edit(TodoId(self.heard.len() as u64))}></form>
            <input dj-input="search" />
            <input dj-input="search" dj-debounce="50" />
            <button dj-click={show(Filter::OnlyOpen)} dj-keydown.enter={show(Filter::All)}>Open</button>
            <button dj-click="show" dj-value-filter="all">All</button>
            @for text in &self.heard; unkeyed {
                <p dj-click={tell_myself(text)}>{text}</p>
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
    };
    Context::new(Arc::new(request), mailbox)
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
    let payload = Payload::read(json(arguments), Some(json(payload)));
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

#[test]
fn the_whitelist_can_be_read() {
    let names: Vec<_> = Todos::EVENTS.iter().map(|event| event.name).collect();
    assert_eq!(
        names,
        [
            "add",
            "edit",
            "show",
            "search",
            "move",
            "refuse",
            "tell_myself"
        ]
    );
    let edit = EventSpec {
        name: "edit",
        params: &["id", "todo"],
        debounce: None,
        throttle: None,
    };
    assert_eq!(Todos::EVENTS[1], edit);
    assert_eq!(
        (Todos::EVENTS[3].debounce, Todos::EVENTS[4].throttle),
        (Some(300), Some(100))
    );
}

#[test]
fn what_is_no_handler_cannot_be_called() {
    for name in [
        "render",
        "mount",
        "disconnect",
        "handle_info",
        "heard",
        "Add",
        "",
    ] {
        assert_eq!(
            heard(name, "0", "0"),
            format!("no event {name:?} is offered")
        );
    }
}

#[test]
fn a_form_fills_a_struct_by_the_names_of_its_fields() {
    let form = r#"{"f":[["title","Milk"],["done","on"],["due","9"],["tags","a"],["tags","b"],["admin","true"]]}"#;
    let todo = r#"NewTodo { title: "Milk", done: true, due: Some(9), tags: ["a", "b"] }"#;
    assert_eq!(heard("add", "0", form), todo);
    let sparse = r#"{"f":[["title",""],["due",""]]}"#;
    assert_eq!(
        heard("add", "0", sparse),
        r#"NewTodo { title: "", done: false, due: None, tags: [] }"#
    );
}

#[test]
fn call_arguments_come_first_and_the_payload_fills_the_rest() {
    let form = r#"{"f":[["title","Milk"]],"d":{"id":"9"}}"#;
    assert_eq!(heard("edit", "[7]", form), "7 Milk at /todos/7?page=2");
    assert_eq!(heard("edit", "0", form), "9 Milk at /todos/7?page=2");
    assert_eq!(heard("search", "0", r#"{"v":"tea"}"#), "tea");
    assert_eq!(
        heard("search", "0", r#"{"v":"tea","d":{"value":"set"}}"#),
        "set"
    );
    assert_eq!(
        heard("show", "0", r#"{"d":{"filter":"only_open"}}"#),
        "OnlyOpen"
    );
    assert_eq!(
        heard("move", r#"[-3,"2.5",[1,"2"],null]"#, "0"),
        "-3 2.5 [1, 2] None"
    );
}

#[test]
fn what_does_not_convert_is_refused_in_words() {
    let move_by = |arguments| heard("move", arguments, "0");
    let cases = [
        (
            heard("edit", r#"["abc"]"#, "0"),
            r#"id: "abc" is not a whole number"#,
        ),
        (
            heard("edit", "[-1]", "0"),
            r#"id: "-1" is not a whole number"#,
        ),
        (
            heard("edit", "[18446744073709551616]", "0"),
            r#"id: "18446744073709551616" is larger than 18446744073709551615"#,
        ),
        (
            heard("edit", "[{}]", "0"),
            r#"id: "{}" is not a whole number"#,
        ),
        (heard("edit", "[7]", "0"), "title: missing"),
        (heard("edit", "[7,{}]", "0"), "todo.title: missing"),
        (
            heard("edit", r#"[7,{"title":"x","done":1}]"#, "0"),
            r#"todo.done: "1" is neither true nor false"#,
        ),
        (heard("edit", "[7,{},8]", "0"), "todo.title: missing"),
        (heard("add", "0", "0"), "title: missing"),
        (
            heard("add", "0", r#"{"f":[["title","x"],["done","maybe"]]}"#),
            r#"done: "maybe" is neither true nor false"#,
        ),
        (
            heard("add", "0", r#"{"f":[["title","x"],["due","300"]]}"#),
            r#"due: "300" is larger than 255"#,
        ),
        (
            heard("show", r#"["done"]"#, "0"),
            r#"filter: "done" is none of all, only_open"#,
        ),
        (heard("search", "[7]", "0"), r#"value: "7" is not a text"#),
        (
            heard("search", r#"["a","b"]"#, "0"),
            "2 arguments where 1 are expected",
        ),
        (
            move_by("[-129,0,[],null]"),
            r#"x: "-129" is smaller than -128"#,
        ),
        (
            move_by("[1,1e999,[],null]"),
            r#"y: "1e999" is not a number"#,
        ),
        (move_by("[1,null,[],null]"), r#"y: "null" is not a number"#),
        (
            move_by("[1,1,[1,-1],null]"),
            r#"steps.1: "-1" is not a whole number"#,
        ),
        (move_by("[1,1,7,null]"), r#"steps: "7" is not a list"#),
        (
            move_by(r#"[1,1,[],"ab"]"#),
            r#"back: "ab" is not one character"#,
        ),
    ];
    for (said, expected) in cases {
        assert_eq!(said, expected);
    }
}

#[test]
fn client_text_in_an_error_is_escaped_cut_and_kept_secret() {
    assert_eq!(heard("a\nb", "0", "0"), r#"no event "a\nb" is offered"#);
    let long = heard(&"x".repeat(1000), "0", "0");
    assert!(long.len() < 120, "{long}");
    let secret = EventError::invalid("hunter2", "is too short").within("new_password");
    assert_eq!(
        secret.to_string(),
        "new_password: what was sent is too short"
    );
}

#[test]
fn a_binding_says_what_decoding_reads() {
    let todo = NewTodo {
        title: "a \"b\"\n\u{1}\\ é".to_owned(),
        done: true,
        due: None,
        tags: vec![String::new()],
    };
    let binding = TodosEvents::edit(&TodoId(u64::MAX), &todo);
    let [name, arguments @ ..] =
        &serde_json::from_str::<Vec<&serde_json::value::RawValue>>(binding.text())
            .expect("a binding with arguments is an array")[..]
    else {
        panic!("the name comes first")
    };
    assert_eq!(name.get(), "\"edit\"");
    let mut payload = Payload::default();
    payload.arguments = arguments.to_vec();
    match TodosEvents::decode("edit", &mut payload) {
        Ok(TodosEvents::Edit { id, todo: read }) => {
            assert_eq!((id, read), (TodoId(u64::MAX), todo))
        }
        _ => panic!("the binding is read as another event"),
    }
    assert_eq!(TodosEvents::edit_1(&TodoId(7)).text(), r#"["edit",7]"#);
    assert_eq!(TodosEvents::edit_0().text(), "edit");
    assert_eq!(
        TodosEvents::show(&Filter::OnlyOpen).text(),
        r#"["show","only_open"]"#
    );
    assert_eq!(TodosEvents::search("x").text(), r#"["search","x"]"#);
    assert_eq!(
        TodosEvents::r#move(&-1, &0.5, &[1, 2], &Some('"')).text(),
        r#"["move",-1,0.5,[1,2],"\""]"#
    );
}

#[test]
fn callbacks_may_wait_or_not_ask_or_not_and_fail_or_not() {
    let mailbox = Arc::<Kept>::default();
    let mut cx = context("hello".to_owned(), Arc::clone(&mailbox));
    let mut view = now(Todos::mount(&mut cx)).expect("the state is a text");
    let refused = now(view.handle_event(TodosEvents::Refuse, &mut cx));
    let refused = refused.expect_err("seven is no number");
    assert_eq!(refused.visible_text(), None);
    assert_eq!(refused.to_string(), "invalid digit found in string");
    let told = TodosEvents::TellMyself {
        text: "later".to_owned(),
    };
    now(view.handle_event(told, &mut cx)).expect("the mailbox takes everything");
    for message in mailbox.0.lock().expect("nobody panicked").drain(..) {
        now(LiveView::handle_info(&mut view, message, &mut cx)).expect("the handler does not fail");
    }
    view.disconnect();
    assert_eq!(view.heard, ["hello", "later", "gone"]);
}

#[test]
fn a_context_tells_what_the_request_was() {
    #[derive(Debug, PartialEq, EventParams)]
    struct Address {
        id: TodoId,
        page: Option<u32>,
        filter: Option<Filter>,
    }
    let mut cx = context(7_u8, Arc::default());
    let address = cx.params::<Address>().expect("the address has an id");
    assert_eq!(
        address,
        Address {
            id: TodoId(7),
            page: Some(2),
            filter: None
        }
    );
    assert_eq!(cx.state::<u8>().ok(), Some(&7));
    let other = now(Todos::mount(&mut cx))
        .err()
        .expect("the state is no text");
    assert!(
        other.to_string().contains("alloc::string::String"),
        "{other}"
    );
    assert!(
        cx.params::<NewTodo>()
            .is_err_and(|error| error.to_string() == "title: missing")
    );
}

#[test]
fn an_enum_written_by_hand_is_as_good() {
    #[derive(LiveEvent)]
    enum Steps {
        Reset,
        StepBy(i64),
        #[event(debounce = 20)]
        Set {
            value: i64,
        },
    }

    #[live_view]
    #[derive(Default)]
    struct Counter {
        count: i64,
    }

    #[live_view]
    impl Counter {
        async fn handle_event(&mut self, event: Steps, _cx: &mut Context<Self>) -> Result<()> {
            self.count = match event {
                Steps::Reset => 0,
                Steps::StepBy(step) => self.count + step,
                Steps::Set { value } => value,
            };
            Ok(())
        }

        fn render(&self) -> impl Render {
            html! {
                <button dj-click="reset">{self.count}</button>
                <button dj-click={step_by(-1)}>-</button>
                <input dj-change="set" />
            }
        }
    }

    let names: Vec<_> = Counter::EVENTS
        .iter()
        .map(|event| (event.name, event.debounce))
        .collect();
    assert_eq!(
        names,
        [("reset", None), ("step_by", None), ("set", Some(20))]
    );
    assert_eq!(Steps::step_by(&-1).text(), r#"["step_by",-1]"#);
    let fields = vec![(Cow::from("value"), Cow::from("7"))];
    assert!(matches!(
        Steps::decode("set", &mut Payload::of_fields(fields)),
        Ok(Steps::Set { value: 7 })
    ));
}

#[test]
fn bindings_stand_in_the_page_as_names_or_escaped_json() {
    let view = Todos {
        heard: vec!["<a>".to_owned()],
    };
    let page = liveview::rendered::page::render(
        view.render(),
        &liveview::rendered::seed::Seed::new([7; 16]),
    );
    for expected in [
        r#"<form dj-submit="add" method="post">"#,
        r#"<form dj-submit="[&quot;edit&quot;,1]" method="post">"#,
        r#"<input dj-input="search" dj-debounce="300">"#,
        r#"<input dj-input="search" dj-debounce="50">"#,
        r#"dj-click="[&quot;show&quot;,&quot;only_open&quot;]""#,
        r#"dj-keydown.enter="[&quot;show&quot;,&quot;all&quot;]""#,
        r#"<button dj-click="show" dj-value-filter="all">"#,
        r#"<p dj-click="[&quot;tell_myself&quot;,&quot;&lt;a&gt;&quot;]">"#,
    ] {
        assert!(
            page.html.contains(expected),
            "{expected} is not in {}",
            page.html
        );
    }
}
