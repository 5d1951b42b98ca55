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

/// Chosen first.
pub trait PlainKind {
    /// The way of plain values.
    #[inline]
    fn liveview_kind(&self) -> Plainly {
        Plainly
    }
}

/// Chosen where the value is not plain.
pub trait OptionalKind {
    /// The way of options.
    #[inline]
    fn liveview_kind(&self) -> Optionally {
        Optionally
    }
}

/// Chosen for everything else.
pub trait AnyKind {
    /// The way of `Display`.
    #[inline]
    fn liveview_kind(&self) -> Displayed {
        Displayed
    }
}

impl<T: Plain + ?Sized> PlainKind for &&Show<'_, T> {}
impl<T: Optional + ?Sized> OptionalKind for &Show<'_, T> {}
impl<T: ?Sized> AnyKind for Show<'_, T> {}

/// The way of plain values.
#[derive(Debug, Clone, Copy)]
pub struct Plainly;

/// The way of options of `Display` values.
#[derive(Debug, Clone, Copy)]
pub struct Optionally;

/// The way of `Display` values.
#[derive(Debug, Clone, Copy)]
pub struct Displayed;

impl Plainly {
    #[inline]
    fn scalar<T: Plain + ?Sized>(value: &T, then: impl FnOnce(Scalar<'_>)) {
        then(value.scalar());
    }
}

impl Optionally {
    pub(super) fn scalar<T>(value: &T, then: impl FnOnce(Scalar<'_>))
    where
        T: Optional<Value: Text> + ?Sized,
    {
        match value.value() {
            Some(value) => Displayed::scalar(value, then),
            None => then(Scalar::Absent),
        }
    }
}

impl Displayed {
    pub(super) fn scalar<T: Text + ?Sized>(value: &T, then: impl FnOnce(Scalar<'_>)) {
        let mut then = Some(then);
        value.display(&mut |value| {
            if let Some(then) = then.take() {
                then(Scalar::Display(value));
            }
        });
    }
}

/// The places a value can stand in, the same for every way.
macro_rules! places {
    ($($way:ident: ($($bound:tt)*);)*) => {$(
        #[expect(missing_docs, reason = "each but `words` is the renderer's method of the same name")]
        impl $way {
            #[inline]
            pub fn text<T>(self, value: &T, renderer: &mut Renderer<'_>) where T: $($bound)* + ?Sized {
                $way::scalar(value, |value| renderer.text(value));
            }

            #[inline]
            pub fn piece<T>(self, value: &T, renderer: &mut Renderer<'_>) where T: $($bound)* + ?Sized {
                $way::scalar(value, |value| renderer.piece(value));
            }

            #[inline]
            pub fn attribute<T>(self, value: &T, name: &'static str, renderer: &mut Renderer<'_>) where T: $($bound)* + ?Sized {
                $way::scalar(value, |value| renderer.attribute(value, name));
            }

            #[inline]
            pub fn url<T>(self, value: &T, address: Address, renderer: &mut Renderer<'_>) where T: $($bound)* + ?Sized {
                $way::scalar(value, |value| renderer.url(value, address));
            }

            #[inline]
            pub fn property<T>(self, value: &T, name: &'static str, renderer: &mut Renderer<'_>) where T: $($bound)* + ?Sized {
                $way::scalar(value, |value| renderer.property(value, name));
            }

            #[inline]
            pub fn classes<T>(self, value: &T, renderer: &mut Renderer<'_>) where T: $($bound)* + ?Sized {
                $way::scalar(value, |value| renderer.classes(value));
            }

            pub fn words<T>(self, value: &T, words: &mut String) where T: $($bound)* + ?Sized {
                $way::scalar(value, |value| value.append_to(words));
            }

            #[inline]
            pub fn style<T>(self, value: &T, name: &'static str, renderer: &mut Renderer<'_>) where T: $($bound)* + ?Sized {
                $way::scalar(value, |value| renderer.style(value, name));
            }
        }
    )*};
}

places! {
    Plainly: (Plain);
    Optionally: (Optional<Value: Text>);
    Displayed: (Text);
}
