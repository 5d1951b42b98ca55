//! Types as far as their last name tells: `Option<…>`, `Slot<…>`. Resolves no path.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, PathArguments, PathSegment, Type};

/// The last name of a path.
pub(super) fn last_segment(kind: &Type) -> Option<&PathSegment> {
    match kind {
        Type::Path(path) if path.qself.is_none() => path.path.segments.last(),
        Type::Group(group) => last_segment(&group.elem),
        Type::Paren(paren) => last_segment(&paren.elem),
        _ => None,
    }
}

/// The same, to be changed.
pub(super) fn last_segment_mut(kind: &mut Type) -> Option<&mut PathSegment> {
    match kind {
        Type::Path(path) if path.qself.is_none() => path.path.segments.last_mut(),
        Type::Group(group) => last_segment_mut(&mut group.elem),
        Type::Paren(paren) => last_segment_mut(&mut paren.elem),
        _ => None,
    }
}

/// Whether the last name of a type is this one.
pub(super) fn is(kind: &Type, name: &str) -> bool {
    last_segment(kind).is_some_and(|segment| segment.ident == name)
}

/// Whether a type is told by what is given: `impl Trait` has no name.
pub(super) fn mentions_impl(kind: &Type) -> bool {
    fn mentions(tokens: TokenStream) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Ident(word) => word == "impl",
            TokenTree::Group(group) => mentions(group.stream()),
            _ => false,
        })
    }
    mentions(kind.to_token_stream())
}

/// What an `Option` is an option of.
pub(super) fn option_of(kind: &Type) -> Option<&Type> {
    let segment = last_segment(kind).filter(|segment| segment.ident == "Option")?;
    first_type(segment)
}

/// The same, to be changed.
pub(super) fn option_of_mut(kind: &mut Type) -> Option<&mut Type> {
    let segment = last_segment_mut(kind).filter(|segment| segment.ident == "Option")?;
    let PathArguments::AngleBracketed(arguments) = &mut segment.arguments else {
        return None;
    };
    arguments
        .args
        .iter_mut()
        .find_map(|argument| match argument {
            GenericArgument::Type(kind) => Some(kind),
            _ => None,
        })
}

/// The first type among the arguments of a path's last name.
pub(super) fn first_type(segment: &PathSegment) -> Option<&Type> {
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(kind) => Some(kind),
        _ => None,
    })
}

/// Whether a slot of this type gives a value.
pub(super) fn gives_a_value(slot: &Type) -> bool {
    let argument = last_segment(slot).and_then(first_type);
    argument.is_some_and(|kind| !matches!(kind, Type::Tuple(tuple) if tuple.elems.is_empty()))
}
