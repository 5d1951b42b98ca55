//! The choice among the ways to show a value, made by method lookup, and the calls each way answers. Writes nothing itself.

use std::fmt::Display;

use super::plain::{Plain, Scalar};
use crate::rendered::renderer::Renderer;
use crate::rendered::url::Address;

/// A value whose way is to be chosen.
#[derive(Debug)]
pub struct Show<'v, T: ?Sized>(pub &'v T);

/// What braces take.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be shown as text",
    label = "not `Display`",
    note = "`{{value}}` takes any `Display` value and `Option` of it",
    note = "if this renders (a fragment, a component, an iterator of them), write `@render(…)`; `TrustedHtml` stands in `@html(…)`"
)]
pub trait Text {
    /// The value as text.
    fn display(&self, then: &mut dyn FnMut(&dyn Display));
}

#[diagnostic::do_not_recommend]
impl<T: Display + ?Sized> Text for T {
    fn display(&self, then: &mut dyn FnMut(&dyn Display)) {
        then(&self);
    }
}

/// An `Option`, or a reference to one.
pub trait Optional {
    /// What it is an option of.
    type Value;

    /// It.
    fn value(&self) -> Option<&Self::Value>;
}

impl<T> Optional for Option<T> {
    type Value = T;

    fn value(&self) -> Option<&T> {
        self.as_ref()
    }
}

impl<O: Optional + ?Sized> Optional for &O {
    type Value = O::Value;

    fn value(&self) -> Option<&O::Value> {
        O::value(self)
    }
}

/// The way of plain values: a method for each place that a value can stand in.
///
/// One call a value, and no more: rustc reads each of them in every template.
#[doc(hidden)]
impl<T: Plain + ?Sized> Show<'_, T> {
    #[inline]
    pub fn liveview_text(self, renderer: &mut Renderer<'_>, markup: &'static str) {
        renderer.text(markup, self.0.scalar());
    }

    #[inline]
    pub fn liveview_piece(self, renderer: &mut Renderer<'_>, markup: &'static str) {
        renderer.piece(markup, self.0.scalar());
    }

    #[inline]
    pub fn liveview_attribute(
        self,
        renderer: &mut Renderer<'_>,
        markup: &'static str,
        name: &'static str,
    ) {
        renderer.attribute(markup, self.0.scalar(), name);
    }

    #[inline]
    pub fn liveview_url(self, renderer: &mut Renderer<'_>, markup: &'static str, address: Address) {
        renderer.url(markup, self.0.scalar(), address);
    }

    #[inline]
    pub fn liveview_property(
        self,
        renderer: &mut Renderer<'_>,
        markup: &'static str,
        name: &'static str,
    ) {
        renderer.property(markup, self.0.scalar(), name);
    }

    #[inline]
    pub fn liveview_classes(self, renderer: &mut Renderer<'_>, markup: &'static str) {
        renderer.classes(markup, self.0.scalar());
    }

    #[inline]
    pub fn liveview_style(
        self,
        renderer: &mut Renderer<'_>,
        markup: &'static str,
        name: &'static str,
    ) {
        renderer.style(markup, self.0.scalar(), name);
    }
}

/// The way of everything else, with the same methods: lookup comes here where a value is not plain.
///
/// It tries an `Option` first, since to take it as any other value would take a reference.
#[doc(hidden)]
pub trait ShowText: Sized {
    /// What there is to show, perhaps.
    type Value: ?Sized;

    fn with(self, then: impl FnOnce(Scalar<'_>))
    where
        Self::Value: Text;

    fn liveview_text(self, renderer: &mut Renderer<'_>, markup: &'static str)
    where
        Self::Value: Text,
    {
        self.with(|value| renderer.text(markup, value));
    }

    fn liveview_piece(self, renderer: &mut Renderer<'_>, markup: &'static str)
    where
        Self::Value: Text,
    {
        self.with(|value| renderer.piece(markup, value));
    }

    fn liveview_attribute(
        self,
        renderer: &mut Renderer<'_>,
        markup: &'static str,
        name: &'static str,
    ) where
        Self::Value: Text,
    {
        self.with(|value| renderer.attribute(markup, value, name));
    }

    fn liveview_url(self, renderer: &mut Renderer<'_>, markup: &'static str, address: Address)
    where
        Self::Value: Text,
    {
        self.with(|value| renderer.url(markup, value, address));
    }

    fn liveview_property(
        self,
        renderer: &mut Renderer<'_>,
        markup: &'static str,
        name: &'static str,
    ) where
        Self::Value: Text,
    {
        self.with(|value| renderer.property(markup, value, name));
    }

    fn liveview_classes(self, renderer: &mut Renderer<'_>, markup: &'static str)
    where
        Self::Value: Text,
    {
        self.with(|value| renderer.classes(markup, value));
    }

    fn liveview_style(self, renderer: &mut Renderer<'_>, markup: &'static str, name: &'static str)
    where
        Self::Value: Text,
    {
        self.with(|value| renderer.style(markup, value, name));
    }
}

impl<T: Optional + ?Sized> ShowText for Show<'_, T> {
    type Value = T::Value;

    fn with(self, then: impl FnOnce(Scalar<'_>))
    where
        T::Value: Text,
    {
        match self.0.value() {
            Some(value) => (&Show(value)).with(then),
            None => then(Scalar::Absent),
        }
    }
}

impl<T: ?Sized> ShowText for &Show<'_, T> {
    type Value = T;

    fn with(self, then: impl FnOnce(Scalar<'_>))
    where
        T: Text,
    {
        let mut then = Some(then);
        self.0.display(&mut |value| {
            if let Some(then) = then.take() {
                then(Scalar::Display(value));
            }
        });
    }
}
