//! What an attribute can be set to. Knows no name.

use std::borrow::Cow;

use crate::rendered::binding::Binding;
use crate::rendered::show::Scalar;
use crate::rendered::trusted::TrustedUrl;

/// The value of one of [`Attributes`](super::Attributes): a text, a number, a character, a `bool`, a
/// [`Binding`], a [`TrustedUrl`], or an `Option` of these.
///
/// Of anything else that is `Display`, give the text: `value.to_string()`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttributeValue<'a>(pub(super) Content<'a>);

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Content<'a> {
    /// `None`.
    Absent,
    /// There or not; a word in some attributes.
    Flag(bool),
    /// A text.
    Text(Cow<'a, str>),
    /// A handler with its arguments, the one thing that an event attribute takes.
    Binding(Cow<'a, str>),
    /// An address that is vouched for; a text in attributes that hold none.
    Address(Cow<'a, str>),
}

impl Content<'_> {
    /// The text to write; empty for what has none.
    pub(super) fn text(&self) -> &str {
        match self {
            Content::Absent | Content::Flag(_) => "",
            Content::Text(text) | Content::Binding(text) | Content::Address(text) => text,
        }
    }
}

macro_rules! texts {
    ($($type:ty)*) => {$(
        impl<'a> From<$type> for AttributeValue<'a> {
            fn from(text: $type) -> Self {
                AttributeValue(Content::Text(text.into()))
            }
        }
    )*};
}

texts!(&'a str String &'a String Cow<'a, str>);

macro_rules! shown {
    ($($type:ty)*) => {$(
        impl From<$type> for AttributeValue<'_> {
            fn from(value: $type) -> Self {
                AttributeValue(Content::Text(value.to_string().into()))
            }
        }
    )*};
}

shown!(u8 u16 u32 u64 usize i8 i16 i32 i64 isize char);

impl From<bool> for AttributeValue<'_> {
    fn from(flag: bool) -> Self {
        AttributeValue(Content::Flag(flag))
    }
}

impl From<Binding> for AttributeValue<'_> {
    fn from(binding: Binding) -> Self {
        AttributeValue(Content::Binding(binding.into_text().into()))
    }
}

impl<'a> From<&'a Binding> for AttributeValue<'a> {
    fn from(binding: &'a Binding) -> Self {
        AttributeValue(Content::Binding(binding.text().into()))
    }
}

impl From<TrustedUrl> for AttributeValue<'_> {
    fn from(address: TrustedUrl) -> Self {
        AttributeValue(Content::Address(address.into_string().into()))
    }
}

impl<'a> From<&'a TrustedUrl> for AttributeValue<'a> {
    fn from(address: &'a TrustedUrl) -> Self {
        AttributeValue(Content::Address(address.as_str().into()))
    }
}

impl<'a, V: Into<AttributeValue<'a>>> From<Option<V>> for AttributeValue<'a> {
    fn from(value: Option<V>) -> Self {
        value.map_or(AttributeValue(Content::Absent), V::into)
    }
}

impl<'a> AttributeValue<'a> {
    /// A value of a template, its text borrowed.
    pub(in crate::rendered) fn borrowed(scalar: Scalar<'a>) -> Self {
        AttributeValue(match scalar {
            Scalar::Absent => Content::Absent,
            Scalar::Bool(flag) => Content::Flag(flag),
            Scalar::Text(text) => Content::Text(text.into()),
            Scalar::Binding(text) => Content::Binding(text.into()),
            Scalar::Address(text) => Content::Address(text.into()),
            other => Content::Text(other.to_text().into()),
        })
    }

    /// A value of a template that does not live long: `None`, or what it shows.
    pub(in crate::rendered) fn owned(scalar: Scalar<'_>) -> Self {
        AttributeValue(match scalar {
            Scalar::Absent => Content::Absent,
            other => Content::Text(other.to_text().into()),
        })
    }
}
