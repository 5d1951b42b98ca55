//! Values whose text is known without `Display`: texts, numbers, characters. The fast way, taken by almost all.

use std::borrow::Cow;
use std::fmt::Display;
use std::rc::Rc;
use std::sync::Arc;

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
