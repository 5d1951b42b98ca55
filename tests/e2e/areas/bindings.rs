//! Every binding, its modifiers and what it brings: each says what it heard in a list. Shows nothing but that list and what it
//! needs to be heard.

use liveview::prelude::*;

use super::kept::{self, Key};

/// What was heard, in order, and what of the page the tests change.
#[live_view]
#[derive(Clone)]
pub(crate) struct Bindings {
    key: Key,
    /// The menu is there: else every click of every test was outside of it.
    menu: bool,
    heard: Vec<String>,
    later: bool,
    rows: u32,
    older: u32,
}

/// The keys that are held.
#[derive(EventParams)]
struct Held {
    ctrl: bool,
    alt: bool,
    shift: bool,
    meta: bool,
}

impl std::fmt::Display for Held {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (is_held, name) in [
            (self.ctrl, "ctrl+"),
            (self.alt, "alt+"),
            (self.shift, "shift+"),
            (self.meta, "meta+"),
        ] {
            out.write_str(if is_held { name } else { "" })?;
        }
        Ok(())
    }
}

#[live_view(template = "bindings.html")]
impl Bindings {
    fn mount(cx: &mut Context<Self>) -> Result<Self> {
        let menu = cx.uri().query().is_some_and(|query| query.contains("menu"));
        Ok(kept::recall(cx, |key| Self {
            key,
            menu,
            heard: Vec::new(),
            later: false,
            rows: 4,
            older: 0,
        }))
    }

    #[event_handler]
    fn hear(&mut self, what: String) {
        self.heard.push(what);
    }

    #[event_handler(debounce = 60000)]
    fn hear_late(&mut self, what: String) {
        self.heard.push(what);
    }

    #[event_handler]
    fn point(&mut self, what: String, x: i32, y: i32, button: u8, held: Held) {
        self.heard.push(format!("{what} {held}{button} {x},{y}"));
    }

    #[event_handler]
    fn touch(&mut self, what: String, x: i32, y: i32) {
        self.heard.push(format!("{what} {x},{y}"));
    }

    #[event_handler]
    fn press(&mut self, what: String, key: String, code: String, held: Held) {
        self.heard.push(format!("{what} {held}{key} {code}"));
    }

    #[event_handler]
    fn combine(&mut self, shortcut: String) {
        self.heard.push(format!("shortcut {shortcut}"));
    }

    #[event_handler]
    fn field(&mut self, what: String, value: String, _target: String) {
        self.heard.push(format!("{what} {_target}={value}"));
    }

    #[event_handler]
    fn paste(&mut self, text: String, html: String, files: Option<String>) {
        let files = files.unwrap_or_default().replace('\t', "|");
        self.heard.push(format!("paste {text} {html} {files}"));
    }

    #[event_handler]
    fn dropped(&mut self, text: String) {
        self.heard.push(format!("drop {text}"));
    }

    #[event_handler]
    fn scrolled(&mut self, what: String, x: i32, y: i32) {
        self.heard.push(format!("{what} {x},{y}"));
    }

    #[event_handler]
    fn sized(&mut self, what: String, width: f64, height: f64) {
        self.heard.push(format!("{what} {width}x{height}"));
    }

    #[event_handler]
    fn seen(&mut self, what: String, ratio: f64) {
        let half = if ratio >= 0.5 { "more" } else { "less" };
        self.heard.push(format!("{what} {half} than half"));
    }

    #[event_handler]
    fn turned(&mut self, what: String, open: bool) {
        self.heard.push(format!("{what} {open}"));
    }

    #[event_handler]
    fn visible(&mut self, visible: bool) {
        self.heard.push(format!("visible {visible}"));
    }

    #[event_handler]
    fn changed(&mut self, what: String, added: u32, removed: u32, attrs: String) {
        self.heard
            .push(format!("{what} +{added} -{removed} {attrs}"));
    }

    #[event_handler]
    fn included(&mut self, low: String, high: String, tags: Vec<String>) {
        let tags = tags.join("+");
        self.heard.push(format!("included {low}..{high} {tags}"));
    }

    #[event_handler]
    fn valued(&mut self, todo_id: u32, name: String) {
        self.heard.push(format!("values {todo_id} {name}"));
    }

    #[event_handler]
    fn later(&mut self) {
        self.later = !self.later;
    }

    #[event_handler]
    fn more(&mut self) {
        self.rows = (self.rows + 4).min(24);
    }

    #[event_handler]
    fn older(&mut self) {
        self.older = (self.older + 2).min(6);
    }
}
