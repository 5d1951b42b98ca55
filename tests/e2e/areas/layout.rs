//! Lists that move, stick, keep their place and are long; dialogs, menus and what has the focus when it goes. Knows no value but which
//! rows there are.

use liveview::prelude::*;

use super::kept::{self, Key, Poke};

/// What stands where.
#[live_view]
#[derive(Clone)]
pub(crate) struct Layout {
    key: Key,
    tiles: Vec<u32>,
    toast: bool,
    chat: Vec<u32>,
    older: u32,
    goal: bool,
    long: Vec<u32>,
    dialog: bool,
    rows: Vec<u32>,
    asked: bool,
    times: u32,
}

#[live_view(template = "layout.html")]
impl Layout {
    fn mount(cx: &mut Context<Self>) -> Result<Self> {
        kept::reach(cx);
        Ok(kept::recall(cx, |key| Self {
            key,
            tiles: (1..=6).collect(),
            toast: false,
            chat: (0..12).collect(),
            older: 0,
            goal: false,
            long: (0..500).collect(),
            dialog: false,
            rows: vec![1, 2, 3],
            asked: false,
            times: 0,
        }))
    }

    /// Somebody else says something, and the long list changes under the person's eyes.
    fn handle_info(&mut self, _poke: Poke) {
        let next = self.chat.len() as u32;
        self.chat.push(next);
        self.times += 1;
        self.long.insert(0, 1000 + self.times);
    }

    #[event_handler]
    fn turn(&mut self) {
        self.tiles.reverse();
    }

    #[event_handler]
    fn add(&mut self) {
        let next = self.tiles.iter().max().map_or(1, |most| most + 1);
        self.tiles.insert(0, next);
    }

    #[event_handler]
    fn drop_last(&mut self) {
        self.tiles.pop();
    }

    #[event_handler]
    fn toast(&mut self) {
        self.toast = !self.toast;
    }

    #[event_handler]
    fn older(&mut self) {
        self.older += 5;
    }

    #[event_handler]
    fn goal(&mut self) {
        self.goal = true;
    }

    #[event_handler]
    fn dialog(&mut self, open: bool) {
        self.dialog = open;
    }

    #[event_handler]
    fn remove(&mut self, row: u32) {
        self.rows.retain(|known| *known != row);
    }

    #[event_handler]
    fn ask(&mut self) {
        self.asked = true;
    }
}
