//! Values whose text is known without `Display`: texts, numbers, characters. The fast way, taken by almost all.

use std::borrow::Cow;
use std::fmt::{Display, Write};
use std::rc::Rc;
use std::sync::Arc;

use crate::rendered::trusted::TrustedUrl;

/// A value on its way into a slot.
#[derive(Clone, Copy)]
pub enum Scalar<'v> {
    /// A text.
    Text(&'v str),
    /// A number.
    Unsigned(u64),
    /// A number that may be negative.
    Signed(i64),
    /// As an attribute: there or not.
    Bool(bool),
    /// One character.
    Char(char),
    /// What a binding's attribute says.
    Binding(&'v str),
    /// An address that is vouched for.
    Address(&'v str),
    /// Whatever shows itself.
    Display(&'v dyn Display),
    /// `None`: no attribute, an empty text.
    Absent,
}

impl std::fmt::Debug for Scalar<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Scalar")
    }
}

/// A value that is a [`Scalar`] by itself.
pub trait Plain {
    /// It.
    fn scalar(&self) -> Scalar<'_>;
}

macro_rules! plain {
    ($($type:ty: $value:ident => $scalar:expr;)*) => {$(
        impl Plain for $type {
            #[inline]
            fn scalar(&self) -> Scalar<'_> {
                let $value = self;
                $scalar
            }
        }
    )*};
}

plain! {
    str: text => Scalar::Text(text);
    String: text => Scalar::Text(text);
    Cow<'_, str>: text => Scalar::Text(text);
    Box<str>: text => Scalar::Text(text);
    Rc<str>: text => Scalar::Text(text);
    Arc<str>: text => Scalar::Text(text);
    u8: number => Scalar::Unsigned(u64::from(*number));
    u16: number => Scalar::Unsigned(u64::from(*number));
    u32: number => Scalar::Unsigned(u64::from(*number));
    u64: number => Scalar::Unsigned(*number);
    usize: number => Scalar::Unsigned(*number as u64);
    i8: number => Scalar::Signed(i64::from(*number));
    i16: number => Scalar::Signed(i64::from(*number));
    i32: number => Scalar::Signed(i64::from(*number));
    i64: number => Scalar::Signed(*number);
    isize: number => Scalar::Signed(*number as i64);
    bool: value => Scalar::Bool(*value);
    char: value => Scalar::Char(*value);
    TrustedUrl: address => Scalar::Address(address.as_str());
}

impl<T: Plain + ?Sized> Plain for &T {
    #[inline]
    fn scalar(&self) -> Scalar<'_> {
        T::scalar(self)
    }
}

impl<T: Plain> Plain for Option<T> {
    #[inline]
    fn scalar(&self) -> Scalar<'_> {
        self.as_ref().map_or(Scalar::Absent, T::scalar)
    }
}

impl Scalar<'_> {
    /// Appends the value as text.
    #[inline]
    pub(in crate::rendered) fn append_to(&self, text: &mut String) {
        match *self {
            Scalar::Text(piece) => text.push_str(piece),
            Scalar::Unsigned(number) => text.push_str(itoa::Buffer::new().format(number)),
            value => value.append_other_to(text),
        }
    }

    /// The value as text.
    pub(in crate::rendered) fn to_text(self) -> String {
        let mut text = String::new();
        self.append_to(&mut text);
        text
    }

    fn append_other_to(&self, text: &mut String) {
        match *self {
            Scalar::Text(piece) | Scalar::Binding(piece) | Scalar::Address(piece) => {
                text.push_str(piece);
            }
            Scalar::Unsigned(number) => text.push_str(itoa::Buffer::new().format(number)),
            Scalar::Signed(number) => text.push_str(itoa::Buffer::new().format(number)),
            Scalar::Bool(bool) => text.push_str(if bool { "true" } else { "false" }),
            Scalar::Char(char) => text.push(char),
            Scalar::Absent => {}
            // An error here is the value's own: what it wrote before is what it shows.
            Scalar::Display(value) => drop(write!(text, "{value}")),
        }
    }
}
