//! What a component is given between its tags: views of the caller's closures. Nothing in here is owned or kept.

use std::fmt;
use std::ops::Deref;

use super::render::{EMPTY, Render};
use super::renderer::Renderer;

/// What stands between the tags of a component: `children: Children`, shown by `@render(children)`.
///
/// It may be shown more than once, and inside of another component. `Option<Children>` may be left out by a call.
#[derive(Clone, Copy)]
pub struct Children<'a>(&'a (dyn Fn(&mut Renderer<'_>) + 'a));

/// What is given to a slot of a component: `footer: Slot`, given by `<:footer>…</:footer>`, shown by `@render(footer)`.
///
/// A `Slot<Row>` gives a value to its content, which is named there by `let:row`; it is shown by
/// `@render(footer.with(row))`. Attributes declared by `#[slot(label: &str)]` are read as fields: `{footer.label}`.
/// `Option<Slot>` may be left out by a call, [`Slots`] be given several times.
pub struct Slot<'a, Argument = (), Attributes = ()> {
    content: Content<'a, Argument>,
    attributes: &'a Attributes,
}

/// What is given to a slot that may be given several times: `column: Slots<Row>`, walked by `@for`.
pub struct Slots<'a, Argument = (), Attributes = ()>(&'a [Slot<'a, Argument, Attributes>]);

/// A slot with its value, made by [`Slot::with`].
pub struct Filled<'a, Argument> {
    content: Content<'a, Argument>,
    argument: Argument,
}

type Content<'a, Argument> = &'a (dyn Fn(Argument, &mut Renderer<'_>) + 'a);

impl<'a> Children<'a> {
    /// Content that this closure renders, as one fragment.
    #[doc(hidden)]
    pub fn new(content: &'a (dyn Fn(&mut Renderer<'_>) + 'a)) -> Self {
        Children(content)
    }
}

/// Nothing between the tags.
impl Default for Children<'_> {
    fn default() -> Self {
        Children(&|renderer| {
            renderer.enter(&EMPTY);
            renderer.leave();
        })
    }
}

impl Render for Children<'_> {
    fn render(self, renderer: &mut Renderer<'_>) {
        (self.0)(renderer);
    }
}

impl<'a, Argument, Attributes> Slot<'a, Argument, Attributes> {
    /// Content that this closure renders, as one fragment.
    #[doc(hidden)]
    pub fn new(content: Content<'a, Argument>, attributes: &'a Attributes) -> Self {
        Slot {
            content,
            attributes,
        }
    }

    /// The content with the value that it names.
    pub fn with(self, argument: Argument) -> Filled<'a, Argument> {
        Filled {
            content: self.content,
            argument,
        }
    }
}

impl<Attributes> Render for Slot<'_, (), Attributes> {
    fn render(self, renderer: &mut Renderer<'_>) {
        (self.content)((), renderer);
    }
}

impl<Argument> Render for Filled<'_, Argument> {
    fn render(self, renderer: &mut Renderer<'_>) {
        (self.content)(self.argument, renderer);
    }
}

impl<Argument, Attributes> Clone for Slot<'_, Argument, Attributes> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Argument, Attributes> Copy for Slot<'_, Argument, Attributes> {}

impl<Argument, Attributes> Deref for Slot<'_, Argument, Attributes> {
    type Target = Attributes;

    fn deref(&self) -> &Attributes {
        self.attributes
    }
}

impl<'a, Argument, Attributes> Slots<'a, Argument, Attributes> {
    /// These, in this order.
    #[doc(hidden)]
    pub fn new(slots: &'a [Slot<'a, Argument, Attributes>]) -> Self {
        Slots(slots)
    }

    /// How often the slot was given.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the slot was not given.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each, in order.
    pub fn iter(&self) -> std::iter::Copied<std::slice::Iter<'a, Slot<'a, Argument, Attributes>>> {
        self.0.iter().copied()
    }
}

impl<'a, Argument, Attributes> IntoIterator for Slots<'a, Argument, Attributes> {
    type Item = Slot<'a, Argument, Attributes>;
    type IntoIter = std::iter::Copied<std::slice::Iter<'a, Self::Item>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a, Argument, Attributes> IntoIterator for &Slots<'a, Argument, Attributes> {
    type Item = Slot<'a, Argument, Attributes>;
    type IntoIter = std::iter::Copied<std::slice::Iter<'a, Self::Item>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<Argument, Attributes> Clone for Slots<'_, Argument, Attributes> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Argument, Attributes> Copy for Slots<'_, Argument, Attributes> {}

impl fmt::Debug for Children<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Children")
    }
}

impl<Argument, Attributes> fmt::Debug for Slot<'_, Argument, Attributes> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Slot")
    }
}

impl<Argument, Attributes> fmt::Debug for Slots<'_, Argument, Attributes> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Slots({})", self.len())
    }
}

impl<Argument> fmt::Debug for Filled<'_, Argument> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Filled")
    }
}
