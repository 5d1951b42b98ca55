//! A rendered fragment that one can hold and look at: for tests, snapshots and tools. Nothing that serves pages uses it.

use std::fmt;

use super::pool::Scratch;
use super::render::Render;
use super::renderer::Renderer;
use super::seed::Seed;
use super::sink::{ListHead, OldRows, Sink, State, Value};
use super::template::{Kind, Template};

/// A fragment and everything inside of it. Shown (`{}`, `{:?}`) as its fingerprint, its statics and its slots' values.
#[derive(Clone)]
pub struct Rendered {
    /// What never changes.
    pub template: &'static Template,
    /// What the slots show, in order.
    pub slots: Vec<Shown>,
}

/// What one slot shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// A text, an attribute, a property, a style property, class tokens; unescaped.
    Text(String),
    /// No attribute, no property.
    Absent,
    /// An attribute without a value, a property that is on.
    True,
    /// A class token, there or not.
    Class(bool),
    /// Names with values.
    Attributes(Vec<(String, String)>),
    /// No fragment.
    Nothing,
    /// A fragment.
    Fragment(Rendered),
    /// The rows of a list.
    List(Vec<Rendered>),
}

impl Rendered {
    /// Renders a view.
    pub fn of(view: impl Render) -> Self {
        // The hashes of this render are nobody's.
        let seed = Seed::new([0; 16]);
        let mut builder = Builder::default();
        let mut renderer = Renderer::fresh(&seed, Scratch::default(), &mut builder);
        renderer.root(view);
        drop(renderer);
        builder
            .root
            .expect("a renderer ends the root that it began")
    }

    fn write(&self, out: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        let indent = 2 * depth;
        let fingerprint = self.template.fingerprint;
        writeln!(out, "{:indent$}fragment {fingerprint:016x}", "")?;
        let mut slots = self.template.slots().zip(&self.slots);
        for (index, part) in self.template.statics().enumerate() {
            if !part.is_empty() {
                writeln!(out, "{:indent$}  {part}", "")?;
            }
            if let Some((slot, shown)) = slots.next() {
                write!(out, "{:indent$}  {index} {}", "", noun(slot.kind))?;
                if !slot.name.is_empty() {
                    write!(out, " {}", slot.name)?;
                }
                shown.write(out, depth + 2)?;
            }
        }
        Ok(())
    }
}

impl Shown {
    fn write(&self, out: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        match self {
            Shown::Text(text) => writeln!(out, ": {text:?}"),
            Shown::Absent => writeln!(out, ": absent"),
            Shown::True | Shown::Class(true) => writeln!(out, ": on"),
            Shown::Class(false) => writeln!(out, ": off"),
            Shown::Attributes(attributes) => {
                for (name, value) in attributes {
                    write!(out, " {name}={value:?}")?;
                }
                writeln!(out)
            }
            Shown::Nothing => writeln!(out, ": nothing"),
            Shown::Fragment(fragment) => {
                writeln!(out)?;
                fragment.write(out, depth)
            }
            Shown::List(rows) => {
                writeln!(out, ": {} rows", rows.len())?;
                rows.iter().try_for_each(|row| row.write(out, depth))
            }
        }
    }
}

impl fmt::Display for Rendered {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(formatter, 0)
    }
}

impl fmt::Debug for Rendered {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(formatter, 0)
    }
}

impl PartialEq for Rendered {
    fn eq(&self, other: &Self) -> bool {
        self.template.fingerprint == other.template.fingerprint && self.slots == other.slots
    }
}

impl Eq for Rendered {}

fn noun(kind: Kind) -> &'static str {
    match kind {
        Kind::SoleText | Kind::Text => "text",
        Kind::Attribute => "attribute",
        Kind::Style => "style",
        Kind::Attributes => "attributes",
        Kind::Classes => "classes",
        Kind::Class => "class",
        Kind::Property => "property",
        Kind::OneOf => "one of",
        Kind::List => "list",
        Kind::Component => "component",
        Kind::Html => "html",
    }
}

/// Puts together what a renderer tells of something that is all new.
#[derive(Default)]
struct Builder {
    open: Vec<Open>,
    root: Option<Rendered>,
}

enum Open {
    Fragment(Rendered),
    List(Vec<Rendered>),
}

impl Builder {
    fn show(&mut self, shown: Shown) {
        if let Some(Open::Fragment(fragment)) = self.open.last_mut() {
            fragment.slots.push(shown);
        }
    }

    fn open(&mut self, template: &'static Template) {
        let slots = Vec::with_capacity(template.slot_count());
        self.open.push(Open::Fragment(Rendered { template, slots }));
    }
}

impl Sink for Builder {
    fn slot(&mut self, _: u16) {}

    fn value(&mut self, value: Value<'_>) {
        self.show(match value {
            Value::Text(text) => Shown::Text(text.to_owned()),
            Value::Absent => Shown::Absent,
            Value::True => Shown::True,
            Value::Class(on) => Shown::Class(on),
            Value::Attributes(attributes) => Shown::Attributes(
                attributes
                    .iter()
                    .map(|&(name, value)| (name.to_owned(), value.to_owned()))
                    .collect(),
            ),
            Value::Nothing => Shown::Nothing,
        });
    }

    fn begin_instance(&mut self, template: &'static Template, _: State) {
        self.open(template);
    }

    fn begin_list(&mut self, _: ListHead, _: State) {
        self.open.push(Open::List(Vec::new()));
    }

    fn begin_row(&mut self, _: u32, template: &'static Template, _: State) {
        self.open(template);
    }

    fn end(&mut self) {
        let Some(Open::Fragment(fragment)) = self.open.pop() else {
            return;
        };
        match self.open.last_mut() {
            Some(Open::Fragment(outer)) => outer.slots.push(Shown::Fragment(fragment)),
            Some(Open::List(rows)) => rows.push(fragment),
            None => self.root = Some(fragment),
        }
    }

    fn reorder(&mut self, _: u32, _: OldRows<'_>) {}

    fn take(&mut self, _: u64) -> Option<usize> {
        None
    }

    fn end_list(&mut self, _: u32) {
        if let Some(Open::List(rows)) = self.open.pop() {
            self.show(Shown::List(rows));
        }
    }
}
