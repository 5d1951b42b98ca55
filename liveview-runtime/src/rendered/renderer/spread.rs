//! Attributes as one slot: on a page written one by one, in an update told all together. Decides nothing about names.

use super::{Mode, Renderer};
use crate::rendered::attributes::{Attributes, Host, Spread};
use crate::rendered::escape::escape;
use crate::rendered::sink::Value;

/// Joined, where all others replace.
const CLASS: &str = "class";

#[doc(hidden)]
impl Renderer<'_> {
    /// Attributes of a caller on an element with its own.
    pub fn spread(&mut self, markup: &'static str, attributes: &impl Spread, host: &'static Host) {
        self.markup(markup);
        let none = Attributes::new();
        let attributes = attributes.attributes().unwrap_or(&none);
        let hash = self.seed.pairs(attributes.on(host));
        if self.mode == Mode::Page {
            self.remember(hash);
            self.write_spread(attributes, host);
        } else if self.differs(hash) {
            let told: Vec<(&str, &str)> = attributes.on(host).collect();
            self.sink.value(Value::Attributes(&told));
        }
    }
}

impl Renderer<'_> {
    /// The classes join the element's own, whose attribute is still open in front of them.
    fn write_spread(&mut self, attributes: &Attributes<'_>, host: &'static Host) {
        if host.has_class {
            let classes = attributes.on(host).find(|(name, _)| *name == CLASS);
            for token in classes.iter().flat_map(|(_, value)| tokens(value)) {
                self.scratch.html.push(' ');
                escape(token, &mut self.scratch.html);
            }
            self.scratch.html.push('"');
        }
        for (name, value) in attributes.on(host) {
            if !(host.has_class && name == CLASS) {
                self.write_attribute(name, value);
            }
        }
        self.write_names(attributes, host);
    }

    /// `dj-a="title .wide"`: the client takes these away before it writes others.
    fn write_names(&mut self, attributes: &Attributes<'_>, host: &'static Host) {
        let html = &mut self.scratch.html;
        let mut separator = " dj-a=\"";
        for (name, value) in attributes.on(host) {
            if name == CLASS {
                for token in tokens(value) {
                    html.push_str(separator);
                    html.push('.');
                    escape(token, html);
                    separator = " ";
                }
            } else {
                html.push_str(separator);
                html.push_str(name);
                separator = " ";
            }
        }
        if separator == " " {
            html.push('"');
        }
    }
}

fn tokens(classes: &str) -> impl Iterator<Item = &str> {
    classes.split_ascii_whitespace()
}
