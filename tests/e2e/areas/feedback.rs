//! What a page shows while an event is on its way: buttons, forms, locks, optimistic updates. Answers at once; it is the tests that hold
//! the line.

use liveview::prelude::*;

use super::kept::{self, Key, Poke};

/// How often each thing was done.
#[live_view]
#[derive(Clone)]
pub(crate) struct Feedback {
    key: Key,
    saved: u32,
    counted: u32,
    agreed: bool,
    liked: bool,
    sent: Vec<String>,
    poked: u32,
}

#[live_view(template = "feedback.html")]
impl Feedback {
    fn mount(cx: &mut Context<Self>) -> Result<Self> {
        kept::reach(cx);
        Ok(kept::recall(cx, |key| Self {
            key,
            saved: 0,
            counted: 0,
            agreed: false,
            liked: false,
            sent: Vec::new(),
            poked: 0,
        }))
    }

    fn handle_info(&mut self, _poke: Poke) {
        self.poked += 1;
    }

    #[event_handler]
    fn save(&mut self) {
        self.saved += 1;
    }

    #[event_handler]
    fn count(&mut self) {
        self.counted += 1;
    }

    #[event_handler]
    fn agree(&mut self, checked: bool) {
        self.agreed = checked;
    }

    #[event_handler]
    fn like(&mut self) {
        self.liked = !self.liked;
    }

    #[event_handler]
    fn fail(&mut self) -> Result<()> {
        Err(liveview::Error::visible("The server said no."))
    }

    #[event_handler]
    fn send(&mut self, title: String) {
        self.sent.push(title);
    }
}
