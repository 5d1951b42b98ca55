//! The same choice of a way for an attribute whose element is not here, as in a call of a component. Writes no markup.

use super::kind::{Displayed, Optional, Optionally, Plainly, Text};
use super::plain::Plain;
use crate::rendered::attributes::{AttributeValue, Attributes};

#[doc(hidden)]
impl Plainly {
    /// Adds the value under this name; texts are borrowed.
    pub fn surplus<'v, T: Plain + ?Sized>(
        self,
        value: &'v T,
        name: &'static str,
        attributes: &mut Attributes<'v>,
    ) {
        attributes.insert(name, AttributeValue::borrowed(value.scalar()));
    }
}

#[doc(hidden)]
impl Optionally {
    /// Adds the value under this name, if there is one.
    pub fn surplus<T>(self, value: &T, name: &'static str, attributes: &mut Attributes<'_>)
    where
        T: Optional<Value: Text> + ?Sized,
    {
        Optionally::scalar(value, |scalar| {
            attributes.insert(name, AttributeValue::owned(scalar));
        });
    }
}

#[doc(hidden)]
impl Displayed {
    /// Adds the value's text under this name.
    pub fn surplus<T: Text + ?Sized>(
        self,
        value: &T,
        name: &'static str,
        attributes: &mut Attributes<'_>,
    ) {
        Displayed::scalar(value, |scalar| {
            attributes.insert(name, AttributeValue::owned(scalar));
        });
    }
}
