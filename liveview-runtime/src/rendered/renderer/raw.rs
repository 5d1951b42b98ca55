//! Raw HTML as a slot: on a page written as it is, in an update told as a text. Closes no tag; that is done when it is made.

use std::sync::atomic::{AtomicBool, Ordering};

use super::{Mode, Renderer};
use crate::rendered::sink::Value;
use crate::rendered::trusted::{Raw, TrustedHtml};

#[doc(hidden)]
impl Renderer<'_> {
    /// In an element that may hold blocks.
    pub fn html(&mut self, markup: &'static str, html: &impl Raw) {
        self.markup(markup);
        self.write_html(html.html());
    }

    /// In an element of this tag, which blocks would end: HTML that has some shows nothing.
    pub fn inline_html(&mut self, markup: &'static str, html: &impl Raw, tag: &'static str) {
        self.markup(markup);
        let html = html.html();
        if html.is_some_and(|html| !html.is_inline()) {
            report(tag);
        }
        self.write_html(html.filter(|html| html.is_inline()));
    }
}

impl Renderer<'_> {
    fn write_html(&mut self, html: Option<&TrustedHtml>) {
        let html = html.map_or("", TrustedHtml::as_str);
        let hash = self.seed.bytes(html.as_bytes());
        if self.mode == Mode::Page {
            self.remember(hash);
            self.scratch.html.push_str(html);
        } else if self.differs(hash) {
            self.sink.value(Value::Text(html));
        }
    }
}

#[cold]
fn report(tag: &'static str) {
    static LOGGED: AtomicBool = AtomicBool::new(false);
    if !LOGGED.swap(true, Ordering::Relaxed) {
        tracing::error!(
            "`@html` in `<{tag}>` shows nothing: a block in it, such as `<p>`, would end the `<{tag}>`; put it into a `<div>` (logged once)"
        );
    }
}
