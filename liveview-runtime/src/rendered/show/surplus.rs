//! The same choice of a way for what a component is given: an attribute whose element is not here, a text that is a prop.
//! Writes no markup.

use super::kind::{Show, ShowText, Text};
use super::plain::Plain;
use crate::rendered::attributes::{AttributeValue, Attributes};

#[doc(hidden)]
impl<'v, T: Plain + ?Sized> Show<'v, T> {
    /// Adds the value under this name; texts are borrowed.
    pub fn liveview_surplus(self, attributes: &mut Attributes<'v>, name: &'static str) {
        attributes.insert(name, AttributeValue::borrowed(self.0.scalar()));
    }

    /// Joins the value to a text.
    pub fn liveview_words(self, words: &mut String) {
        self.0.scalar().append_to(words);
    }
}

/// The way of everything else.
#[doc(hidden)]
pub trait SurplusText: ShowText {
    /// Adds what there is to show under this name.
    fn liveview_surplus(self, attributes: &mut Attributes<'_>, name: &'static str)
    where
        Self::Value: Text,
    {
        self.with(|value| attributes.insert(name, AttributeValue::owned(value)));
    }

    /// Joins what there is to show to a text.
    fn liveview_words(self, words: &mut String)
    where
        Self::Value: Text,
    {
        self.with(|value| value.append_to(words));
    }
}

impl<T: ShowText> SurplusText for T {}
