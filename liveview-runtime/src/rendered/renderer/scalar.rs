//! Scalar slots: one value, hashed, then written as HTML or told as it is. Opens and closes no instance.
//!
//! Texts and numbers are nearly all there is, so each has a short way of its own; the rest share one. Each call brings the
//! markup in front of its slot: one call to compile, and to make, where there would be two.

use super::{Mode, Renderer};
use crate::rendered::attributes::{self, Words};
use crate::rendered::binding::Binding;
use crate::rendered::escape::{escape, is_clean};
use crate::rendered::show::Scalar;
use crate::rendered::sink::Value;
use crate::rendered::url::Address;
use crate::rendered::{style, url};

/// Which place a value is for; with its name, where it has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Text,
    Attribute(&'static str),
    Url(Address),
    Property(&'static str),
    Classes,
    Style(&'static str),
}

/// The words on the tape for values that are no text.
const ABSENT: u64 = 0;
const TRUE: u64 = 1;

#[doc(hidden)]
impl Renderer<'_> {
    /// A text of an element, whole or between elements.
    #[inline]
    pub fn text(&mut self, markup: &'static str, value: Scalar<'_>) {
        match value {
            Scalar::Text(text) => self.text_of(markup, text),
            Scalar::Unsigned(number) => self.unsigned(markup, number),
            value => self.scalar(markup, Target::Text, value),
        }
    }

    /// An attribute.
    #[inline]
    pub fn attribute(&mut self, markup: &'static str, value: Scalar<'_>, name: &'static str) {
        self.scalar(markup, Target::Attribute(name), value);
    }

    /// The attribute of a binding.
    pub fn binding(&mut self, markup: &'static str, binding: Binding, name: &'static str) {
        let value = Scalar::Binding(binding.text());
        self.scalar(markup, Target::Attribute(name), value);
    }

    /// An attribute that holds addresses.
    #[inline]
    pub fn url(&mut self, markup: &'static str, value: Scalar<'_>, address: Address) {
        let target = match value {
            // Vouched for: written as any attribute is.
            Scalar::Address(_) => Target::Attribute(address.name),
            _ => Target::Url(address),
        };
        self.scalar(markup, target, value);
    }

    /// A property that begins as an attribute.
    #[inline]
    pub fn property(&mut self, markup: &'static str, value: Scalar<'_>, name: &'static str) {
        self.scalar(markup, Target::Property(name), value);
    }

    /// Class tokens, within the attribute.
    #[inline]
    pub fn classes(&mut self, markup: &'static str, value: Scalar<'_>) {
        self.scalar(markup, Target::Classes, value);
    }

    /// One style property, within the attribute.
    #[inline]
    pub fn style(&mut self, markup: &'static str, value: Scalar<'_>, name: &'static str) {
        self.scalar(markup, Target::Style(name), value);
    }

    /// One class token, within the attribute.
    pub fn toggle(&mut self, markup: &'static str, name: &'static str, on: bool) {
        self.markup(markup);
        let word = u64::from(on);
        if self.mode == Mode::Page {
            self.remember(word);
            if on {
                self.scratch.html.push(' ');
                self.scratch.html.push_str(name);
            }
        } else if self.differs(word) {
            self.sink.value(Value::Class(on));
        }
    }
}

impl Renderer<'_> {
    /// A text between tags: on a page the commonest slot of all.
    fn text_of(&mut self, markup: &'static str, text: &str) {
        let hash = self.seed.bytes(text.as_bytes());
        if self.mode == Mode::Page {
            self.remember(hash);
            self.scratch.html.push_str(markup);
            escape(text, &mut self.scratch.html);
        } else if self.differs(hash) {
            self.sink.value(Value::Text(text));
        }
    }

    /// A number between tags: hashed as it is, and made digits only for whoever wants to see them.
    fn unsigned(&mut self, markup: &'static str, number: u64) {
        let hash = self.seed.number(number);
        if self.mode == Mode::Page {
            self.remember(hash);
            self.scratch.html.push_str(markup);
            self.scratch
                .html
                .push_str(itoa::Buffer::new().format(number));
        } else if self.differs(hash) {
            let mut digits = itoa::Buffer::new();
            self.sink.value(Value::Text(digits.format(number)));
        }
    }

    /// Any value in any place.
    fn scalar(&mut self, markup: &'static str, target: Target, value: Scalar<'_>) {
        self.markup(markup);
        let is_attribute = matches!(
            target,
            Target::Attribute(_) | Target::Url(_) | Target::Property(_)
        );
        match value {
            Scalar::Text(text) | Scalar::Binding(text) | Scalar::Address(text) => {
                self.put(target, text);
            }
            Scalar::Absent if is_attribute || matches!(target, Target::Style(_)) => {
                self.word(ABSENT, Value::Absent);
            }
            Scalar::Absent => self.put(target, ""),
            Scalar::Bool(flag) if is_attribute => match (words(target), flag) {
                (Some(words), flag) => self.put(target, words.of(flag)),
                (None, false) => self.word(ABSENT, Value::Absent),
                (None, true) => {
                    self.word(TRUE, Value::True);
                    if self.mode == Mode::Page {
                        self.write(target, "");
                    }
                }
            },
            value => {
                let mut run = std::mem::take(&mut self.scratch.run);
                run.clear();
                value.append_to(&mut run);
                self.put(target, &run);
                self.scratch.run = run;
            }
        }
    }

    /// A value that is no text.
    fn word(&mut self, word: u64, value: Value<'_>) {
        if self.mode == Mode::Page {
            self.remember(word);
        } else if self.differs(word) {
            self.sink.value(value);
        }
    }

    /// A text in its place.
    fn put(&mut self, target: Target, text: &str) {
        let hash = self.seed.bytes(text.as_bytes());
        if self.mode == Mode::Page {
            self.remember(hash);
            self.write(target, text);
        } else if self.differs(hash) {
            self.tell_text(target, text);
        }
    }

    /// A run that was joined: in the scratch, or for a page behind its markup, raw.
    pub(super) fn put_run(&mut self, target: Target) {
        let mut run = std::mem::take(&mut self.scratch.run);
        if self.mode == Mode::Page {
            let hash = self
                .seed
                .bytes(&self.scratch.html.as_bytes()[self.run_start..]);
            self.remember(hash);
            let raw = &self.scratch.html[self.run_start..];
            let stays = !matches!(target, Target::Url(_) | Target::Style(_));
            if !(stays && is_clean(raw.as_bytes())) {
                run.clear();
                run.push_str(raw);
                self.scratch.html.truncate(self.run_start);
                self.write_run(target, &run);
            }
        } else {
            self.put(target, &run);
        }
        self.scratch.run = run;
    }

    /// What the client is to write: the same that the page would hold.
    #[cold]
    fn tell_text(&mut self, target: Target, text: &str) {
        self.sink.value(match target {
            Target::Url(address) => Value::Text(url::guard(address, text)),
            Target::Style(name) if !style::is_allowed(name, text) => Value::Absent,
            _ => Value::Text(text),
        });
    }

    /// A run as the page holds it: the name and the quotes of an attribute are markup around it.
    fn write_run(&mut self, target: Target, text: &str) {
        match target {
            Target::Url(address) => escape(url::guard(address, text), &mut self.scratch.html),
            Target::Style(_) => self.write(target, text),
            _ => escape(text, &mut self.scratch.html),
        }
    }

    /// A single value as the page holds it.
    fn write(&mut self, target: Target, text: &str) {
        match target {
            Target::Text | Target::Classes => escape(text, &mut self.scratch.html),
            Target::Attribute(name) | Target::Property(name) => self.write_attribute(name, text),
            Target::Url(address) => {
                self.write_attribute(address.name, url::guard(address, text));
            }
            Target::Style(name) => {
                if style::is_allowed(name, text) {
                    self.scratch.html.push_str(name);
                    self.scratch.html.push(':');
                    escape(text, &mut self.scratch.html);
                    self.scratch.html.push(';');
                }
            }
        }
    }

    pub(super) fn write_attribute(&mut self, name: &str, value: &str) {
        let html = &mut self.scratch.html;
        html.push(' ');
        html.push_str(name);
        html.push_str("=\"");
        escape(value, html);
        html.push('"');
    }
}

/// The words that `true` and `false` are to this attribute.
fn words(target: Target) -> Option<Words> {
    match target {
        Target::Attribute(name) => attributes::words(name),
        _ => None,
    }
}
