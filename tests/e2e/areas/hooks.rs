//! Elements with scripts of their own: hooks and their values, regions and attributes that are theirs, what is covered until the view
//! lives. Replies to what they ask.

use liveview::prelude::*;

use super::kept::{self, Key};

/// What the hooks are told.
#[live_view]
#[derive(Clone)]
pub(crate) struct Hooked {
    key: Key,
    points: Vec<u32>,
    rows: Vec<u32>,
    other: bool,
    moved: String,
}

#[live_view(template = "hooks.html")]
impl Hooked {
    fn mount(cx: &mut Context<Self>) -> Result<Self> {
        Ok(kept::recall(cx, |key| Self {
            key,
            points: vec![1, 2],
            rows: vec![1, 2],
            other: false,
            moved: String::new(),
        }))
    }

    #[event_handler]
    fn measure(&mut self, cx: &mut Context<Self>) -> Result<()> {
        let next = self.points.len() as u32 + 1;
        self.points.push(next);
        cx.push_event("measured", &self.points)
    }

    #[event_handler]
    fn turn(&mut self) {
        self.rows.reverse();
    }

    #[event_handler]
    fn leave(&mut self) {
        self.rows.pop();
    }

    #[event_handler]
    fn rename(&mut self) {
        self.other = !self.other;
    }

    /// Doubles what it is asked.
    #[event_handler]
    fn double(&mut self, number: u32) -> Result<Reply<u32>> {
        match number {
            0 => Err(liveview::Error::visible("Not nothing.")),
            number => Ok(Reply(number * 2)),
        }
    }

    #[event_handler]
    fn moved(&mut self, x: f64, is_far: bool) {
        self.moved = format!("{x} {is_far}");
    }
}
