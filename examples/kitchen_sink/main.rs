//! Everything a person's hands can do to a page, on one page: a section an area. What it says stands in `page.html`.

use std::collections::VecDeque;
use std::time::Duration;

use liveview::Block;
use liveview::prelude::*;

/// What the page knows. Only what the page writes ever leaves the server.
#[live_view]
struct Sink {
    /// The last thing a pointer did, and whether one is over the pad.
    pointer: String,
    inside: bool,
    opened: bool,
    /// What was dropped where.
    parcel: Option<i32>,
    focused: String,
    /// What is typed: two fields and the state behind them are one.
    #[model]
    nickname: String,
    #[model]
    loud: bool,
    code: String,
    pasted: String,
    key: String,
    palette: bool,
    /// How much of the list that does not end is shown.
    rows: u32,
    seen: u32,
    ticks: u32,
    searched: Search,
    saved: u32,
    deleted: u32,
    liked: bool,
    likes: u32,
    points: VecDeque<u32>,
    tiles: Vec<u32>,
    /// The colour that is shown large.
    picked: u32,
    chat: Vec<String>,
    dice: Dice,
}

#[derive(Default)]
struct Search {
    text: String,
    times: u32,
}

/// Numbers that look random enough for a toy.
struct Dice(u32);

impl Dice {
    fn below(&mut self, most: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 16) % most
    }
}

/// A form's fields.
#[derive(EventParams)]
struct Line {
    text: String,
}

/// What this view tells itself.
enum Told {
    Saved,
}

impl Sink {
    fn points(&self) -> String {
        let points: Vec<String> = self.points.iter().map(u32::to_string).collect();
        format!("[{}]", points.join(","))
    }

    fn greeting(&self) -> String {
        let name = match self.nickname.trim() {
            "" => "you",
            name => name,
        };
        match self.loud {
            true => format!("HELLO, {}!", name.to_uppercase()),
            false => format!("Hello, {name}."),
        }
    }
}

#[live_view(template = "page.html")]
impl Sink {
    fn mount() -> Self {
        Sink {
            pointer: "nothing yet".to_owned(),
            inside: false,
            opened: false,
            parcel: None,
            focused: "nothing yet".to_owned(),
            nickname: String::new(),
            loud: false,
            code: String::new(),
            pasted: String::new(),
            key: "nothing yet".to_owned(),
            palette: false,
            rows: 12,
            seen: 0,
            ticks: 0,
            searched: Search::default(),
            saved: 0,
            deleted: 0,
            liked: false,
            likes: 41,
            points: (0..24).map(|at| 40 + at * 7 % 23).collect(),
            tiles: (1..=8).collect(),
            picked: 1,
            chat: vec!["Scroll up, and new lines leave you alone.".to_owned()],
            dice: Dice(7),
        }
    }

    #[event_handler]
    fn point(&mut self, x: i32, y: i32, button: u8, shift: bool) {
        let shift = if shift { " with shift" } else { "" };
        self.pointer = format!("pressed button {button} at {x}, {y}{shift}");
    }

    #[event_handler]
    fn twice(&mut self) {
        "a double click".clone_into(&mut self.pointer);
    }

    #[event_handler]
    fn enter(&mut self, inside: bool) {
        self.inside = inside;
    }

    #[event_handler]
    fn open(&mut self, opened: bool) {
        self.opened = opened;
    }

    #[event_handler]
    fn drop_at(&mut self, place: i32) {
        self.parcel = Some(place);
    }

    #[event_handler]
    fn focus(&mut self, _target: String) {
        self.focused = format!("in {_target}");
    }

    #[event_handler]
    fn leave(&mut self, _target: String) {
        self.focused = format!("left {_target}");
    }

    /// Keeps what may stand in a code; the field follows when it is left.
    #[event_handler]
    fn write_code(&mut self, value: String) {
        let letters = value.chars().filter(char::is_ascii_alphanumeric).take(12);
        self.code = letters.collect::<String>().to_uppercase();
    }

    #[event_handler]
    fn paste(&mut self, text: String) {
        self.pasted = format!("{} characters", text.chars().count());
    }

    #[event_handler]
    fn press(&mut self, key: String, code: String) {
        self.key = format!("{key} ({code})");
    }

    #[event_handler]
    fn show_palette(&mut self, shown: bool) {
        self.palette = shown;
    }

    #[event_handler]
    fn more(&mut self) {
        self.rows = (self.rows + 12).min(240);
    }

    #[event_handler]
    fn see(&mut self) {
        self.seen += 1;
    }

    #[event_handler]
    fn tick(&mut self) {
        self.ticks += 1;
    }

    #[event_handler(debounce = 300)]
    fn search(&mut self, value: String) {
        self.searched.text = value;
        self.searched.times += 1;
    }

    /// Takes its time, so that there is something to see.
    #[event_handler]
    async fn save(&mut self) {
        tokio::time::sleep(Duration::from_millis(900)).await;
        self.saved += 1;
    }

    #[event_handler]
    fn delete(&mut self) {
        self.deleted += 1;
    }

    /// Late on purpose: the heart has turned red long before.
    #[event_handler]
    async fn like(&mut self) -> Result<()> {
        tokio::time::sleep(Duration::from_millis(700)).await;
        self.liked = !self.liked;
        self.likes = if self.liked { 42 } else { 41 };
        Ok(())
    }

    /// Refuses, so that the browser takes back what it has shown.
    #[event_handler]
    async fn fail(&mut self) -> Result<()> {
        tokio::time::sleep(Duration::from_millis(700)).await;
        Err(liveview::Error::visible("The server said no."))
    }

    #[event_handler]
    fn measure(&mut self) {
        let point = 30 + self.dice.below(50);
        self.points.pop_front();
        self.points.push_back(point);
    }

    #[event_handler]
    fn shuffle(&mut self) {
        for at in (1..self.tiles.len()).rev() {
            let other = self.dice.below(at as u32 + 1) as usize;
            self.tiles.swap(at, other);
        }
    }

    #[event_handler]
    fn add_tile(&mut self) {
        let next = self.tiles.iter().max().map_or(1, |most| most + 1);
        self.tiles.insert(0, next);
    }

    #[event_handler]
    fn remove_tile(&mut self, tile: u32) {
        self.tiles.retain(|known| *known != tile);
    }

    #[event_handler]
    fn pick(&mut self, colour: u32) {
        self.picked = colour;
    }

    #[event_handler]
    fn say(&mut self, line: Line) {
        if !line.text.is_empty() {
            self.chat.push(line.text);
        }
    }

    #[event_handler]
    fn chatter(&mut self) {
        let number = self.chat.len();
        self.chat.push(format!("Line {number} came by itself."));
    }

    /// Answers the hook that asks.
    #[event_handler]
    fn roll(&mut self) -> Reply<u32> {
        Reply(self.dice.below(6) + 1)
    }

    /// Tells the page's scripts and runs a command, without showing anything.
    #[event_handler]
    fn celebrate(&mut self, cx: &mut Context<Self>) -> Result<()> {
        cx.push_event("celebrated", &self.likes)?;
        cx.push_command(
            Js::new()
                .transition("shake")
                .to("#party")
                .lasting(Duration::from_millis(500)),
        )?;
        cx.push_command(Js::new().scroll_into_view(Block::Nearest).to("#replies"))?;
        cx.handle().send(Told::Saved)?;
        Ok(())
    }

    fn handle_info(&mut self, told: Told) {
        match told {
            Told::Saved => self.saved += 1,
        }
    }
}

/// A file of this example.
async fn file(kind: &'static str, text: &'static str) -> impl axum::response::IntoResponse {
    ([("content-type", kind)], text)
}

/// The third-party chart, where it was installed: `npm ci` in `liveview-client`.
async fn vendor(name: &str, kind: &'static str) -> impl axum::response::IntoResponse {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/liveview-client/node_modules/uplot/dist"
    );
    let text = std::fs::read_to_string(format!("{folder}/{name}")).unwrap_or_default();
    ([("content-type", kind)], text)
}

#[tokio::main]
async fn main() -> Result<()> {
    let address = format!(
        "127.0.0.1:{}",
        std::env::var("PORT").as_deref().unwrap_or("3000")
    );
    use axum::routing::get;
    let app = axum::Router::new()
        .route(
            "/style.css",
            get(|| file("text/css", include_str!("style.css"))),
        )
        .route(
            "/sink.js",
            get(|| file("text/javascript", include_str!("sink.js"))),
        )
        .route(
            "/uplot.js",
            get(|| vendor("uPlot.iife.min.js", "text/javascript")),
        )
        .route("/uplot.css", get(|| vendor("uPlot.min.css", "text/css")))
        .live(
            "/",
            live::<Sink>()
                .title("Kitchen sink")
                .stylesheet("/uplot.css")
                .stylesheet("/style.css")
                .script("/uplot.js")
                .script("/sink.js"),
        );
    println!("listening on http://{address}");
    liveview::serve(app, &address).await
}
