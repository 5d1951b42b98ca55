//! How what stands in a component's tag becomes the prop's type: texts and optional values. Renders nothing.

use super::attributes::{Attributes, Spread};

/// A prop that a text can be given to: `title="Hello"`.
///
/// Anything made from a `&str` is one: `&str`, `String`, and types of yours that implement `From<&str>`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not made of text",
    label = "this prop takes a `{Self}`",
    note = "write an expression, as in `prop={{value}}`; a text can be given to what implements `From<&str>`"
)]
pub trait FromText<'t> {
    /// The value that is meant by a text.
    fn from_text(text: &'t str) -> Self;
}

#[diagnostic::do_not_recommend]
impl<'t, T: From<&'t str>> FromText<'t> for T {
    fn from_text(text: &'t str) -> Self {
        T::from(text)
    }
}

/// A value for a prop that may be left out: the value itself, or an `Option` of it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a `{T}` nor an `Option` of one",
    label = "this prop takes a `{T}`, an `Option` of one, or nothing"
)]
pub trait IntoOptional<T> {
    /// The value, if there is one.
    fn into_optional(self) -> Option<T>;
}

#[diagnostic::do_not_recommend]
impl<T> IntoOptional<T> for T {
    fn into_optional(self) -> Option<T> {
        Some(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T> IntoOptional<T> for Option<T> {
    fn into_optional(self) -> Option<T> {
        self
    }
}

/// The one coercion that people count on.
#[diagnostic::do_not_recommend]
impl<'t> IntoOptional<&'t str> for &'t String {
    fn into_optional(self) -> Option<&'t str> {
        Some(self)
    }
}

/// What a prop is given by a text.
#[doc(hidden)]
pub fn text<'t, T: FromText<'t>>(text: &'t str) -> T {
    T::from_text(text)
}

/// What a call passes on: its own attributes, then those that it spreads; of one name, its own.
#[doc(hidden)]
pub fn passed_on<'a>(own: Attributes<'a>, spread: &'a impl Spread) -> Attributes<'a> {
    match spread.attributes() {
        Some(spread) => spread.clone().merged(&own),
        None => own,
    }
}

/// Stands where a prop was not given, in programs that do not compile.
#[doc(hidden)]
pub fn missing<T>() -> T {
    unreachable!("a call without one of its props does not compile")
}
