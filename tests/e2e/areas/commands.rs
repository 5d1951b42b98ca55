//! A button for every command, and what it is for; handlers that push commands and events and reply. Keeps nothing but what it heard.

use std::time::Duration;

use liveview::Block;
use liveview::prelude::*;

use super::kept::{self, Key};

/// What was heard.
#[live_view]
#[derive(Clone)]
pub(crate) struct Commands {
    key: Key,
    heard: Vec<String>,
    label: u32,
}

const LONG: Duration = Duration::from_secs(60);

#[live_view(template = "commands.html")]
impl Commands {
    fn mount(cx: &mut Context<Self>) -> Result<Self> {
        Ok(kept::recall(cx, |key| Self {
            key,
            heard: Vec::new(),
            label: 0,
        }))
    }

    #[event_handler]
    fn hear(&mut self, what: String) {
        self.heard.push(what);
    }

    #[event_handler]
    fn relabel(&mut self) {
        self.label += 1;
    }

    /// Pushes what runs behind its own update.
    #[event_handler]
    fn push(&mut self, cx: &mut Context<Self>) -> Result<()> {
        self.heard.push("pushed".to_owned());
        cx.push_command(
            Js::new()
                .add_class("pushed")
                .to("#heard li:last-child")
                .focus()
                .to("#field"),
        )?;
        cx.push_event("celebrated", &self.heard.len())?;
        Ok(())
    }
}
