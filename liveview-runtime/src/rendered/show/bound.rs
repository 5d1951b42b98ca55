//! What may stand as the value of an event attribute. Nothing else may: text is no handler.

use std::borrow::Cow;

use super::plain::{Plain, Scalar};
use crate::rendered::binding::Binding;

/// A binding, or none.
#[derive(Debug, Clone)]
pub struct Bound<'v>(Option<Cow<'v, str>>);

impl<'v> Bound<'v> {
    /// An attribute whose value is this text.
    pub(crate) fn to(text: impl Into<Cow<'v, str>>) -> Self {
        Bound(Some(text.into()))
    }
}

/// What an event attribute takes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no binding",
    label = "not a `Binding`",
    note = "an event attribute takes a handler's name in quotes, a call of a handler, a `Binding`, `Js`, or an `Option` of one"
)]
pub trait Bindable {
    /// The attribute's value.
    fn bound(&self) -> Bound<'_>;
}

/// The value of an event attribute.
pub fn bind<B: Bindable + ?Sized>(binding: &B) -> Bound<'_> {
    binding.bound()
}

impl Bindable for Binding {
    fn bound(&self) -> Bound<'_> {
        Bound::to(self.text())
    }
}

impl<B: Bindable + ?Sized> Bindable for &B {
    fn bound(&self) -> Bound<'_> {
        B::bound(self)
    }
}

impl<B: Bindable> Bindable for Option<B> {
    fn bound(&self) -> Bound<'_> {
        self.as_ref().map_or(Bound(None), B::bound)
    }
}

impl Plain for Bound<'_> {
    fn scalar(&self) -> Scalar<'_> {
        self.0.as_deref().map_or(Scalar::Absent, Scalar::Binding)
    }
}
