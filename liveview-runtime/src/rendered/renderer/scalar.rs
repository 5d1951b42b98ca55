//! Scalar slots: one value, hashed, then written as HTML or told as it is. Opens and closes no instance.

use std::fmt::Write;

use super::{Mode, Renderer};
use crate::rendered::escape::escape;
use crate::rendered::show::Scalar;
use crate::rendered::sink::Value;
use crate::rendered::{style, url};

/// Which place a value is for; with its name, where it has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Text,
    Attribute(&'static str),
    Url(&'static str),
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
    pub fn text(&mut self, value: Scalar<'_>) {
        self.scalar(Target::Text, value);
    }

    /// An attribute.
    #[inline]
    pub fn attribute(&mut self, value: Scalar<'_>, name: &'static str) {
        self.scalar(Target::Attribute(name), value);
    }

    /// An attribute that holds an address.
    #[inline]
    pub fn url(&mut self, value: Scalar<'_>, name: &'static str) {
        self.scalar(Target::Url(name), value);
    }

    /// A property that begins as an attribute.
    #[inline]
    pub fn property(&mut self, value: Scalar<'_>, name: &'static str) {
        self.scalar(Target::Property(name), value);
    }

    /// Class tokens, within the attribute.
    #[inline]
    pub fn classes(&mut self, value: Scalar<'_>) {
        self.scalar(Target::Classes, value);
    }

    /// One style property, within the attribute.
    #[inline]
    pub fn style(&mut self, value: Scalar<'_>, name: &'static str) {
        self.scalar(Target::Style(name), value);
    }

    /// One class token, within the attribute.
    pub fn toggle(&mut self, name: &'static str, on: bool) {
        if self.differs(u64::from(on)) {
            self.tell(Value::Class(on));
        } else if on && self.mode == Mode::Page {
            self.html.push(' ');
            self.html.push_str(name);
        }
    }
}

impl Renderer<'_> {
    #[inline]
    fn scalar(&mut self, target: Target, value: Scalar<'_>) {
        match value {
            Scalar::Text(text) => self.put(target, text),
            Scalar::Unsigned(number) => {
                let mut digits = itoa::Buffer::new();
                let hash = self.seed.number(number);
                self.put_number(target, hash, || digits.format(number));
            }
            Scalar::Signed(number) => {
                let mut digits = itoa::Buffer::new();
                let hash = self.seed.number(number as u64);
                self.put_number(target, hash, || digits.format(number));
            }
            other => self.put_other(target, other),
        }
    }

    /// A text in its place.
    pub(super) fn put(&mut self, target: Target, text: &str) {
        let hash = self.seed.bytes(text.as_bytes());
        if self.differs(hash) {
            self.tell_text(target, text);
        } else if self.mode == Mode::Page {
            self.write(target, text);
        }
    }

    /// A number: hashed as it is, and only turned into digits for whoever wants to see them.
    #[inline]
    fn put_number<'d>(&mut self, target: Target, hash: u64, digits: impl FnOnce() -> &'d str) {
        if self.differs(hash) {
            self.tell_text(target, digits());
        } else if self.mode == Mode::Page {
            match target {
                Target::Text => self.html.push_str(digits()),
                target => self.write(target, digits()),
            }
        }
    }

    fn put_other(&mut self, target: Target, value: Scalar<'_>) {
        let is_attribute = matches!(
            target,
            Target::Attribute(_) | Target::Url(_) | Target::Property(_)
        );
        match value {
            Scalar::Absent if is_attribute || matches!(target, Target::Style(_)) => {
                self.put_absent();
            }
            Scalar::Absent => self.put(target, ""),
            Scalar::Bool(on) if is_attribute && !is_aria(target) => self.put_flag(target, on),
            value => {
                let mut run = std::mem::take(&mut self.scratch.run);
                run.clear();
                value.append_to(&mut run);
                self.put(target, &run);
                self.scratch.run = run;
            }
        }
    }

    fn put_absent(&mut self) {
        if self.differs(ABSENT) {
            self.tell(Value::Absent);
        }
    }

    fn put_flag(&mut self, target: Target, on: bool) {
        if !on {
            self.put_absent();
        } else if self.differs(TRUE) {
            self.tell(Value::True);
        } else if self.mode == Mode::Page {
            self.write(target, "");
        }
    }

    /// What the client is to write: the same that the page would hold.
    #[cold]
    fn tell_text(&mut self, target: Target, text: &str) {
        let value = match target {
            Target::Url(_) => Value::Text(url::guard(text)),
            Target::Style(name) if !style::is_allowed(name, text) => Value::Absent,
            _ => Value::Text(text),
        };
        self.tell(value);
    }

    /// The value as the page holds it.
    fn write(&mut self, target: Target, text: &str) {
        match target {
            Target::Text | Target::Classes => escape(text, &mut self.html),
            Target::Attribute(name) | Target::Property(name) => self.write_attribute(name, text),
            Target::Url(name) => self.write_attribute(name, url::guard(text)),
            Target::Style(name) => {
                if style::is_allowed(name, text) {
                    self.html.push_str(name);
                    self.html.push(':');
                    escape(text, &mut self.html);
                    self.html.push(';');
                }
            }
        }
    }

    fn write_attribute(&mut self, name: &str, value: &str) {
        let html = &mut self.html;
        html.push(' ');
        html.push_str(name);
        html.push_str("=\"");
        escape(value, html);
        html.push('"');
    }
}

/// ARIA states are words: `aria-busy="false"` is not the same as none.
fn is_aria(target: Target) -> bool {
    matches!(target, Target::Attribute(name) if name.starts_with("aria-"))
}

impl Scalar<'_> {
    /// Appends the value as text.
    pub(super) fn append_to(&self, run: &mut String) {
        match *self {
            Scalar::Text(text) => run.push_str(text),
            Scalar::Unsigned(number) => run.push_str(itoa::Buffer::new().format(number)),
            Scalar::Signed(number) => run.push_str(itoa::Buffer::new().format(number)),
            Scalar::Bool(bool) => run.push_str(if bool { "true" } else { "false" }),
            Scalar::Char(char) => run.push(char),
            Scalar::Absent => {}
            // An error here is the value's own: what it wrote before is what it shows.
            Scalar::Display(value) => drop(write!(run, "{value}")),
        }
    }
}
