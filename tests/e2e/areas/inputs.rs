//! Controls of every kind, each held by the server and corrected by it, and a button that writes them all anew. Says what it heard
//! where no control shows it.

use liveview::prelude::*;

use super::kept::{self, Key, Poke};

/// What each control shows.
#[live_view]
#[derive(Clone)]
pub(crate) struct Inputs {
    key: Key,
    /// How often everything was written anew.
    times: u32,
    text: String,
    digits: String,
    forced: String,
    note: String,
    number: Option<f64>,
    agreed: bool,
    size: String,
    colours: Vec<String>,
    colour: String,
    #[model]
    toppings: Vec<String>,
    date: String,
    is_open: bool,
    rows: Vec<u32>,
    heard: Vec<String>,
    sends: bool,
    #[model]
    query: String,
    #[model]
    lazy: String,
    #[model]
    exact: bool,
    #[model]
    order: String,
}

#[derive(EventParams)]
struct Order {
    title: String,
    outside: Option<String>,
    fenced: Option<String>,
    stars: Option<String>,
    kept: String,
}

impl std::fmt::Display for Order {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let said = |field: &Option<String>| field.clone().unwrap_or_else(|| "-".to_owned());
        let (outside, fenced, stars) = (said(&self.outside), said(&self.fenced), said(&self.stars));
        write!(
            out,
            "{} {outside} {fenced} {stars} {}",
            self.title, self.kept
        )
    }
}

fn words(text: &str) -> Vec<String> {
    text.split(' ').map(str::to_owned).collect()
}

#[live_view(template = "inputs.html")]
impl Inputs {
    fn mount(cx: &mut Context<Self>) -> Result<Self> {
        kept::reach(cx);
        Ok(kept::recall(cx, |key| Self {
            key,
            times: 0,
            text: "FIRST".to_owned(),
            digits: "12".to_owned(),
            forced: String::new(),
            note: "a note".to_owned(),
            number: Some(1.0),
            agreed: false,
            size: "small".to_owned(),
            colours: words("red green blue"),
            colour: "green".to_owned(),
            toppings: words("olives"),
            date: "2026-01-02".to_owned(),
            is_open: false,
            rows: vec![1, 2, 3],
            heard: Vec::new(),
            sends: false,
            query: String::new(),
            lazy: String::new(),
            exact: false,
            order: "new".to_owned(),
        }))
    }

    fn handle_info(&mut self, _poke: Poke) {
        self.write();
    }

    #[event_handler]
    fn write(&mut self) {
        self.times += 1;
        let times = self.times;
        self.text = format!("SERVER {times}");
        self.digits = times.to_string();
        self.forced = format!("forced {times}");
        self.note = format!("note {times}");
        self.number = Some(f64::from(times * 100));
        self.agreed = !self.agreed;
        self.size = if times % 2 == 1 { "large" } else { "small" }.to_owned();
        self.colours = words(if times % 2 == 1 {
            "blue green white"
        } else {
            "red green blue"
        });
        self.toppings = words("olives tomatoes");
        self.date = format!("2026-02-{times:02}");
        self.rows.rotate_left(1);
        self.query = format!("query {times}");
    }

    #[event_handler]
    fn text(&mut self, value: String) {
        self.heard.push(format!("text {value}"));
        self.text = value.to_uppercase();
    }

    #[event_handler]
    fn digits(&mut self, value: String) {
        self.digits = value.chars().filter(char::is_ascii_digit).collect();
    }

    #[event_handler(debounce = 0)]
    fn forced(&mut self, value: String) {
        self.forced = value.to_uppercase();
    }

    #[event_handler]
    fn note(&mut self, value: String) {
        self.note = value;
    }

    #[event_handler]
    fn number(&mut self, value: Option<f64>) {
        self.heard.push(format!("number {value:?}"));
        self.number = value;
    }

    /// Whoever asks is refused: nothing changes, and no frame writes the box.
    #[event_handler]
    fn agree(&mut self, checked: bool) {
        self.heard.push(format!("agree {checked}"));
    }

    /// The largest size is never to be had.
    #[event_handler]
    fn size(&mut self, value: String) {
        if value != "huge" {
            self.size = value;
        }
    }

    #[event_handler]
    fn colour(&mut self, value: String) {
        self.colour = value;
    }

    #[event_handler]
    fn date(&mut self, value: String) {
        self.heard.push(format!("date {value}"));
        self.date = value;
    }

    #[event_handler]
    fn file(&mut self, _target: String) {
        self.heard.push(format!("file in {_target}"));
    }

    #[event_handler]
    fn hear(&mut self, what: String) {
        self.heard.push(what);
    }

    #[event_handler]
    fn edit(&mut self, order: Order) {
        self.heard.push(format!("edit {order}"));
    }

    #[event_handler]
    fn send(&mut self, order: Order) {
        self.heard.push(format!("send {order}"));
    }

    #[event_handler]
    fn keep(&mut self, draft: String) {
        self.heard.push(format!("keep {draft}"));
    }

    #[event_handler]
    fn open(&mut self) {
        self.is_open = true;
    }

    #[event_handler]
    fn post(&mut self, card: String, how: String) {
        self.heard.push(format!("post {card} {how}"));
        self.sends = true;
    }
}
