//! What the log says of clients, and what it must never say: AT18, with everything that is logged written down. Attacks nobody.

use std::fmt::{self, Write as _};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::IntoResponse as _;
use liveview::prelude::*;
use serde_json::json;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::{DefaultGuard, set_default};
use tracing::{Event, Metadata, Subscriber};

use crate::harness::{Server, Socket, secret};
use crate::probe::app;

/// What no line may show.
const SECRET: &str = "hunter2";

/// Everything that is logged on this thread, at every level, a line each.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<String>>);

impl Log {
    fn listen() -> (Self, DefaultGuard) {
        let log = Self::default();
        let guard = set_default(log.clone());
        (log, guard)
    }

    fn text(&self) -> String {
        self.0.lock().expect("nothing panics in here").clone()
    }
}

impl Subscriber for Log {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let metadata = event.metadata();
        let mut line = Line(format!("{} {}", metadata.level(), metadata.target()));
        event.record(&mut line);
        let mut log = self.0.lock().expect("nothing panics in here");
        log.push_str(&line.0);
        log.push('\n');
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        write!(self.0, " {field}={value:?}").expect("a text takes everything");
    }
}

#[derive(EventParams)]
struct Login {
    age: u8,
    new_password: u8,
    payer_iban: u8,
}

#[derive(EventParams)]
struct Address {
    token: Option<u8>,
    iban: Option<u8>,
    page: Option<u8>,
}

#[live_view]
struct Vault;

#[live_view]
impl Vault {
    fn mount(cx: &mut Context<Self>) -> Result<Self> {
        let Address { token, iban, page } = cx.params()?;
        let _ = (token, iban, page);
        Ok(Self)
    }

    #[event_handler]
    fn login(&mut self, login: Login) {
        let Login {
            age,
            new_password,
            payer_iban,
        } = login;
        let _ = (age, new_password, payer_iban);
    }

    #[event_handler]
    fn unlock(&mut self, api_key: u8) {
        let _ = api_key;
    }

    #[event_handler]
    fn check(&mut self, value: u8) {
        let _ = value;
    }

    #[event_handler]
    fn fail(&mut self, text: String) -> Result<()> {
        Err(liveview::Error::new(text))
    }

    fn render(&self) -> impl Render {
        html! { <p>vault</p> }
    }
}

fn vault() -> Server {
    let app = axum::Router::new().live("/", live::<Vault>());
    Server::in_memory(app.with_live(Live::new().secret_parameter("iban")))
}

/// A list whose rows cannot be told apart.
#[live_view]
#[derive(Default)]
struct Twins {
    rows: Vec<u8>,
}

#[live_view]
impl Twins {
    fn mount(_cx: &mut Context<Self>) -> Result<Self> {
        Ok(Self {
            rows: vec![1, 2, 1],
        })
    }

    fn render(&self) -> impl Render {
        html! { <ul>@for row in &self.rows; key row { <li>{row}</li> }</ul> }
    }
}

/// Says an event; the words of its refusal.
async fn refusal(socket: &mut Socket, reference: u64, event: &str) -> String {
    socket.send(format!("[{reference},0,{event}]")).await;
    let frame = socket.next().await;
    assert_eq!((&frame[0], &frame[3]), (&json!("e"), &json!(1)), "{frame}");
    frame[2].as_str().unwrap_or_default().to_owned()
}

#[tokio::test(start_paused = true)]
async fn values_of_secret_parameters_are_in_no_log_and_no_answer() {
    let (log, _guard) = Log::listen();
    let server = vault();
    let mut socket = server.browser().socket_of("/").await;
    let mut said = Vec::new();
    for (reference, event) in (1..).zip([
        // By its own name, by an author's word, by position, by the field whose value it is, within a structure.
        r#""login",0,{"f":[["age","1"],["new_password","hunter2"],["payer_iban","1"]]}"#,
        r#""login",0,{"f":[["age","1"],["new_password","1"],["payer_iban","hunter2"]]}"#,
        r#""unlock",["hunter2"]"#,
        r#""unlock",0,{"d":{"api_key":"hunter2"}}"#,
        r#""check",0,{"v":"hunter2","t":"Pass_Word"}"#,
        r#""check",0,{"v":"hunter2","t":"payer-iban"}"#,
        r#""check",[{"password":"hunter2"}]"#,
        r#""login",[["hunter2"]]"#,
    ]) {
        said.push(refusal(&mut socket, reference, event).await);
    }
    for (words, name) in said.iter().zip([
        "new_password",
        "payer_iban",
        "api_key",
        "api_key",
        "value",
        "value",
        "value",
        "login",
    ]) {
        assert!(
            words.starts_with(&format!("{name}: what was sent is not")),
            "{words}"
        );
        assert!(log.text().contains(words), "{words} in {}", log.text());
    }
    // Of what cannot be read, nobody knows the names.
    for message in [
        r#"[9,0,"login",0,{"f":[["password","hunter2"]]},0]"#,
        r#"["x","hunter2"]"#,
        "hunter2",
        r#"["v",7,["r",0,["hunter2"]]]"#,
    ] {
        socket.send(message).await;
        assert_eq!(socket.next().await[1], "frame");
    }
    assert!(
        log.text().contains(r#"[…,…,"…",…,{"…":[["…","…"]]},…]"#),
        "{}",
        log.text()
    );
    assert!(!log.text().contains(SECRET), "{}", log.text());
    assert!(!said.concat().contains(SECRET), "{said:?}");
}

#[tokio::test(start_paused = true)]
async fn values_of_other_parameters_are_quoted_escaped_and_cut_short() {
    let (log, _guard) = Log::listen();
    let server = vault();
    let mut socket = server.browser().socket_of("/").await;
    let long = "x".repeat(65);
    let event = format!(r#""login",0,{{"f":[["age","4\n2{long}"]]}}"#);
    let words = refusal(&mut socket, 1, &event).await;
    let shown = format!(r#"age: "4\n2{}…" is not a whole number"#, &long[..61]);
    assert_eq!(words, shown);
    assert!(log.text().contains(&words), "{}", log.text());
    // An author's error may quote anything: its lines are not the log's.
    refusal(&mut socket, 2, r#""fail",["one\nWARN forged"]"#).await;
    assert!(log.text().contains(r"one\nWARN forged"), "{}", log.text());
    assert!(!log.text().contains("\nWARN forged"), "{}", log.text());
    refusal(&mut socket, 3, r#""no\nWARN such",0"#).await;
    assert!(log.text().contains(r"no\nWARN such"), "{}", log.text());
}

#[tokio::test(start_paused = true)]
async fn secrets_in_an_address_are_in_no_log() {
    let (log, _guard) = Log::listen();
    let server = vault();
    let mut browser = server.browser();
    assert_eq!(browser.get("/?token=hunter2").await.status, 500);
    assert_eq!(browser.get("/?iban=hunter2").await.status, 500);
    assert_eq!(browser.get("/?page=seven").await.status, 500);
    let text = log.text();
    assert!(text.contains("token: what was sent is not"), "{text}");
    assert!(text.contains(r#"page: \"seven\" is not"#), "{text}");
    assert!(!text.contains(SECRET), "{text}");
}

#[tokio::test(start_paused = true)]
async fn an_address_that_is_refused_later_is_in_no_log() {
    let (log, _guard) = Log::listen();
    let asked = Arc::new(AtomicU32::new(0));
    let once = from_fn(move |request: Request, next: Next| {
        let refused = asked.fetch_add(1, Ordering::SeqCst) > 0;
        async move {
            match refused {
                true => StatusCode::FORBIDDEN.into_response(),
                false => next.run(request).await,
            }
        }
    });
    let app = axum::Router::new().live("/{*rest}", live::<Vault>());
    let server = Server::in_memory(app.layer(once).with_live(Live::new()));
    let mut browser = server.browser();
    let page = browser.get("/hunter2?secret=hunter2").await.page();
    tokio::time::sleep(Duration::from_secs(11)).await;
    let mut socket = browser.socket().await;
    socket.send(page.join(None)).await;
    assert_eq!(socket.next().await, json!(["n", "load", ""]));
    assert!(log.text().contains("403"), "{}", log.text());
    assert!(!log.text().contains(SECRET), "{}", log.text());
}

/// In development the page fails at its first render; a server that runs on must have said why.
#[tokio::test(start_paused = true)]
async fn rows_of_the_same_key_are_told_of_once_a_list() {
    let (log, _guard) = Log::listen();
    let app = axum::Router::new().live("/", live::<Twins>());
    let server = Server::in_memory(app.with_live(Live::new()));
    for _ in 0..3 {
        assert_eq!(server.browser().get("/").await.status, 500);
    }
    let text = log.text();
    let told: Vec<_> = text
        .lines()
        .filter(|line| line.contains("the same key"))
        .collect();
    assert_eq!(told.len(), 1, "{text}");
    assert!(told[0].contains("tests/server/logs.rs:"), "{text}");
}

/// AT4: a secret that comes again, or from elsewhere, is no accident.
#[tokio::test(start_paused = true)]
async fn a_secret_in_the_wrong_hands_is_told_to_whoever_watches() {
    let (log, _guard) = Log::listen();
    let server = vault();
    let mut browser = server.browser();
    let page = browser.get("/").await.page();
    let mut socket = browser.socket().await;
    let first = socket.join_same(&page).await;
    let second = secret(&socket.join(&page, Some(&first)).await);
    socket.send(r#"["h"]"#).await;
    socket.next().await;
    let told = |words: &str| {
        let text = log.text();
        let watched = text
            .lines()
            .filter(|line| line.contains("liveview::security"));
        let found = watched.filter(|line| line.contains(words)).count();
        assert!(!text.contains(&first) && !text.contains(&second), "{text}");
        found
    };
    assert_eq!(told("a second time"), 0);
    browser.socket().await.join(&page, Some(&first)).await;
    assert_eq!(told("a second time"), 1);
    let mut thief = server.browser();
    let own = thief.get("/").await.page();
    thief.socket().await.join(&own, Some(&second)).await;
    assert_eq!(told("another browser"), 1);
    thief.socket().await.join(&own, Some("none")).await;
    assert_eq!(told("was none"), 1);
}

/// Forms that a page brings along run one after the other, and none on a state that a crash has left behind.
#[tokio::test(start_paused = true)]
async fn no_form_is_told_to_a_view_that_has_crashed() {
    let (log, _guard) = Log::listen();
    let server = Server::in_memory(app());
    let mut browser = server.browser();
    let page = browser.get("/?key=crashed-forms").await.page();
    let mut socket = browser.socket().await;
    let form = r#"["f","panic",[]]"#;
    let join = page.after(3, 2).join(None);
    let forms = format!(",[{form},{form}],\"/\"");
    socket.send(join.replace(",0,\"/\"", &forms)).await;
    assert_eq!(socket.next().await[0], "j", "of the next session");
    let text = log.text();
    assert_eq!(
        text.matches("callback of the view panicked").count(),
        1,
        "{text}"
    );
}
