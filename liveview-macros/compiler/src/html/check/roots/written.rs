//! How roots are written into a component's declaration, and read from it. Judges nothing.

use proc_macro2::{TokenStream, TokenTree};

use super::{AROUND, CUSTOM, RAW, Tags, VIEW};
use crate::html::vocabulary::{elements, foreign};

/// A tag as its table has it; the name of an element that no table has is of no use to a message.
pub(super) fn interned(tag: &str) -> &'static str {
    elements::interned(tag)
        .or_else(|| foreign::interned(tag))
        .or_else(|| [RAW, VIEW].into_iter().find(|own| *own == tag))
        .unwrap_or(CUSTOM)
}

pub(super) fn words(tags: Tags) -> impl Iterator<Item = &'static str> {
    tags.into_iter().map(Option::unwrap_or_default)
}

/// The numbers and then the tags of what was encoded.
#[expect(clippy::type_complexity, reason = "numbers, the first tag, the others")]
pub(super) fn decoded<const N: usize>(
    tokens: TokenStream,
) -> Option<([u32; N], (Option<&'static str>, Tags))> {
    let mut tokens = tokens.into_iter();
    let Some(TokenTree::Group(group)) = tokens.next() else {
        return None;
    };
    let mut literals = group.stream().into_iter().map(|token| token.to_string());
    let mut numbers = [0; N];
    for number in &mut numbers {
        *number = literals.next()?.trim_end_matches("u32").parse().ok()?;
    }
    let mut tags = literals.map(|tag| match tag.trim_matches('"') {
        "" => None,
        tag => Some(interned(tag)),
    });
    let first = tags.next()?;
    let mut others = [None; AROUND.len()];
    for other in &mut others {
        *other = tags.next()?;
    }
    Some((numbers, (first, others)))
}
