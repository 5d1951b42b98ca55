//! The view: what each thing on the page does to it. What it says stands in `page.html`, and it opens no door to the network.

use std::time::Duration;

use liveview::Block;
use liveview::prelude::*;

use crate::frame::{Demo, Topic};
use crate::state::{Board, Feed, Line, Order, Place, Said, Search, Toys};

/// What the page knows. Only what the page writes ever leaves the server.
#[live_view]
#[derive(Default)]
pub(crate) struct Sink {
    said: Said,
    inside: bool,
    opened: bool,
    /// Where the parcel was dropped.
    parcel: Option<i32>,
    /// What is typed: these fields and the state behind them are one.
    #[model]
    nickname: String,
    #[model]
    loud: bool,
    #[model]
    city: String,
    #[model]
    street: String,
    code: String,
    shouted: String,
    signed_in: bool,
    board: Board,
    palette: bool,
    feed: Feed,
    seen: u32,
    ticks: u32,
    searched: Search,
    saved: u32,
    deleted: u32,
    liked: bool,
    asked: bool,
    toys: Toys,
}

/// What this view tells itself.
pub(crate) enum Told {
    Saved,
}

impl Sink {
    fn likes(&self) -> u32 {
        41 + u32::from(self.liked)
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

/// `1 time`, `2 times`.
fn times(count: u32) -> String {
    match count {
        1 => "1 time".to_owned(),
        count => format!("{count} times"),
    }
}

#[live_view(template = "page.html")]
impl Sink {
    #[event_handler]
    fn tell(&mut self, place: Place, what: String) {
        self.said.put(place, what);
    }

    #[event_handler]
    fn point(&mut self, place: Place, x: i32, y: i32, button: u8, shift: bool) {
        let shift = if shift { ", with Shift" } else { "" };
        let what = format!("button {button} at {x}, {y}{shift}");
        self.said.put(place, what);
    }

    #[event_handler]
    fn reach(&mut self, place: Place, x: i32, y: i32) {
        self.said.put(place, format!("{x}, {y}"));
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
    fn drop_at(&mut self, place: i32, text: String, html: String, files: Option<String>) {
        let names = files.as_deref().unwrap_or_default().lines();
        let names: Vec<&str> = names.filter_map(|file| file.split('\t').next()).collect();
        let what = match (names.is_empty(), text.is_empty() && html.is_empty()) {
            (false, _) => format!("{} dropped at {place}", names.join(", ")),
            (true, true) => format!("the parcel dropped at {place}"),
            (true, false) => format!("{} letters dropped at {place}", text.chars().count()),
        };
        self.parcel = names.is_empty().then_some(place);
        self.said.put(Place::Drag, what);
    }

    #[event_handler]
    fn visit(&mut self, how: String, _target: String) {
        self.said.put(Place::Focus, format!("{how} {_target}"));
    }

    #[event_handler]
    fn choose(&mut self, value: String) {
        self.said.put(Place::Choice, value);
    }

    #[event_handler]
    fn tick_box(&mut self, checked: bool) {
        let what = if checked { "ticked" } else { "not ticked" };
        self.said.put(Place::Choice, what);
    }

    /// Keeps what may stand in a code; the field follows when it is left.
    #[event_handler]
    fn write_code(&mut self, value: String) {
        let letters = value.chars().filter(char::is_ascii_alphanumeric).take(12);
        self.code = letters.collect::<String>().to_uppercase();
    }

    #[event_handler]
    fn shout(&mut self, value: String) {
        self.shouted = value.to_uppercase().chars().take(40).collect();
    }

    #[event_handler]
    fn paste(&mut self, text: String, html: String, files: Option<String>) {
        let rich = if html.is_empty() { "plain" } else { "rich" };
        let files = files.map_or(0, |files| files.lines().count());
        let letters = text.chars().count();
        let what = format!("{letters} letters of {rich} text, {files} files");
        self.said.put(Place::Paste, what);
    }

    #[event_handler]
    fn draft(&mut self, order: Order, _target: String) {
        let what = format!(
            "{_target} is edited: {} letters",
            order.title.chars().count()
        );
        self.said.put(Place::Form, what);
    }

    #[event_handler]
    async fn order(&mut self, order: Order, _submitter: String) {
        tokio::time::sleep(Duration::from_millis(600)).await;
        let gift = if order.gift { ", as a gift" } else { "" };
        let how = order.how.unwrap_or_default();
        let what = format!(
            "{} was ordered {how}{gift}, by the button {_submitter}",
            order.title
        );
        self.said.put(Place::Form, what);
    }

    #[event_handler]
    fn filter(&mut self, words: String, colour: String) {
        self.said.put(Place::Filter, format!("{colour}: {words}"));
    }

    /// From here on the browser goes its way, with the form that it sends by itself.
    #[event_handler]
    fn sign_in(&mut self, name: String) {
        self.signed_in = !name.is_empty();
    }

    #[event_handler]
    fn press(&mut self, key: String, code: String, ctrl: bool, alt: bool, meta: bool) {
        let held = [(ctrl, "Ctrl "), (alt, "Alt "), (meta, "Meta ")];
        let held: String = held
            .iter()
            .filter(|(is_held, _)| *is_held)
            .map(|(_, name)| *name)
            .collect();
        self.said.put(Place::Key, format!("{held}{key} ({code})"));
    }

    #[event_handler]
    fn walk(&mut self, key: String) {
        self.board.press(&key);
    }

    #[event_handler]
    fn show_palette(&mut self, shown: bool, shortcut: Option<String>) {
        self.palette = shown;
        if let Some(shortcut) = shortcut {
            self.said.put(Place::Named, shortcut);
        }
    }

    #[event_handler]
    fn measure_window(&mut self, place: Place, width: f64, height: f64) {
        self.said.put(place, format!("{width} × {height}"));
    }

    #[event_handler]
    fn see_tab(&mut self, visible: bool) {
        let what = if visible { "seen" } else { "hidden" };
        self.said.put(Place::Tab, what);
    }

    #[event_handler]
    fn later(&mut self) {
        self.feed.last = (self.feed.last + 12).min(240);
    }

    #[event_handler]
    fn earlier(&mut self) {
        self.feed.first = (self.feed.first - 12).max(-240);
    }

    #[event_handler]
    fn see(&mut self, ratio: f64) {
        self.seen += 1;
        let share = (ratio * 100.0).round();
        self.said
            .put(Place::Sight, format!("in sight, {share} % of it"));
    }

    #[event_handler]
    fn change(&mut self, added: u32, removed: u32, attrs: String) {
        let what = match attrs.as_str() {
            "" => format!("{added} nodes came, {removed} went"),
            attrs => format!("{attrs} was changed"),
        };
        self.said.put(Place::Mutation, what);
    }

    #[event_handler]
    fn add_note(&mut self) {
        self.toys.add_note();
    }

    #[event_handler]
    fn remove_note(&mut self, note: u32) {
        self.toys.notes.retain(|known| *known != note);
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

    #[event_handler]
    fn note(&mut self, value: String) {
        self.said.put(Place::Timing, value);
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
        Ok(())
    }

    /// Refuses, so that the browser takes back what it has shown.
    #[event_handler]
    async fn fail(&mut self) -> Result<()> {
        tokio::time::sleep(Duration::from_millis(700)).await;
        Err(liveview::Error::visible("The server said no."))
    }

    #[event_handler]
    fn ask(&mut self, asked: bool) {
        self.asked = asked;
    }

    #[event_handler]
    fn unfold(&mut self, open: bool) {
        let what = if open { "unfolded" } else { "folded" };
        self.said.put(Place::Dialog, what);
    }

    #[event_handler]
    fn measure(&mut self) {
        self.toys.measure();
    }

    #[event_handler]
    fn shuffle(&mut self) {
        self.toys.shuffle();
    }

    #[event_handler]
    fn add_tile(&mut self) {
        self.toys.add_tile();
    }

    #[event_handler]
    fn remove_tile(&mut self, tile: u32) {
        self.toys.tiles.retain(|known| *known != tile);
    }

    #[event_handler]
    fn pick(&mut self, colour: u32) {
        self.toys.picked = colour;
    }

    #[event_handler]
    fn say(&mut self, line: Line) {
        if !line.text.is_empty() {
            self.toys.chat.push(line.text);
        }
    }

    #[event_handler]
    fn chatter(&mut self) {
        let number = self.toys.chat.len();
        self.toys
            .chat
            .push(format!("Line {number} came by itself."));
    }

    /// Answers the hook that asks.
    #[event_handler]
    fn roll(&mut self) -> Reply<u32> {
        Reply(self.toys.dice.below(6) + 1)
    }

    /// Tells the page's scripts and runs a command, without showing anything.
    #[event_handler]
    fn celebrate(&mut self, cx: &mut Context<Self>) -> Result<()> {
        cx.push_event("celebrated", &self.likes())?;
        let shake = Js::new().transition("shake").to("#party");
        cx.push_command(shake.lasting(Duration::from_millis(500)))?;
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
