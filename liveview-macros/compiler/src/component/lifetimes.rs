//! One lifetime for all that a signature leaves out: rows, slots of rows and texts then fit each other. Reports nothing.
//!
//! A component's parameters live as long as its call, so telling their lifetimes apart gains nothing, and a slot that
//! gives `&T` out of `&[T]` needs both to be the same.

use proc_macro2::Span;
use syn::{
    AngleBracketedGenericArguments, AssocType, GenericArgument, GenericParam, Generics, Lifetime,
    LifetimeParam, Path, PathArguments, ReturnType, Type, TypeParamBound,
};

/// The lifetime's name.
const NAME: &str = "'liveview";

/// Fills in lifetimes, and knows whether it had to.
#[derive(Default)]
pub(super) struct Shared {
    is_used: bool,
}

impl Shared {
    /// The lifetime, at a place.
    pub(super) fn lifetime(&mut self, span: Span) -> Lifetime {
        self.is_used = true;
        Lifetime::new(NAME, Span::mixed_site().located_at(span))
    }

    /// Declares the lifetime, if anything needed it.
    pub(super) fn declare(&self, generics: &mut Generics) {
        if self.is_used {
            let lifetime = Lifetime::new(NAME, Span::mixed_site());
            let parameter = GenericParam::Lifetime(LifetimeParam::new(lifetime));
            generics.params.insert(0, parameter);
            generics.lt_token.get_or_insert_default();
            generics.gt_token.get_or_insert_default();
        }
    }

    /// Fills in the lifetimes that a type leaves out; those of function types are their own.
    pub(super) fn fill(&mut self, kind: &mut Type) {
        match kind {
            Type::Reference(reference) => {
                let span = reference.and_token.span;
                match &mut reference.lifetime {
                    Some(lifetime) => self.named(lifetime),
                    None => reference.lifetime = Some(self.lifetime(span)),
                }
                self.fill(&mut reference.elem);
            }
            Type::Path(path) => {
                if let Some(outer) = &mut path.qself {
                    self.fill(&mut outer.ty);
                }
                self.path(&mut path.path);
            }
            Type::Array(array) => self.fill(&mut array.elem),
            Type::Slice(slice) => self.fill(&mut slice.elem),
            Type::Group(group) => self.fill(&mut group.elem),
            Type::Paren(paren) => self.fill(&mut paren.elem),
            Type::Ptr(pointer) => self.fill(&mut pointer.elem),
            Type::Tuple(tuple) => tuple.elems.iter_mut().for_each(|kind| self.fill(kind)),
            Type::ImplTrait(bounds) => self.bounds(bounds.bounds.iter_mut()),
            Type::TraitObject(bounds) => self.bounds(bounds.bounds.iter_mut()),
            _ => {}
        }
    }

    /// Fills in what a function returns.
    pub(super) fn fill_returned(&mut self, returned: &mut ReturnType) {
        if let ReturnType::Type(_, kind) = returned {
            self.fill(kind);
        }
    }

    /// Gives the last name of a path the lifetime as its first argument, unless it has one.
    pub(super) fn lend(&mut self, kind: &mut Type, more: Option<Type>) {
        let Some(segment) = super::kinds::last_segment_mut(kind) else {
            return;
        };
        let span = segment.ident.span();
        if segment.arguments.is_none() {
            let empty = AngleBracketedGenericArguments {
                colon2_token: None,
                lt_token: syn::Token![<](span),
                args: syn::punctuated::Punctuated::new(),
                gt_token: syn::Token![>](span),
            };
            segment.arguments = PathArguments::AngleBracketed(empty);
        }
        let PathArguments::AngleBracketed(arguments) = &mut segment.arguments else {
            return;
        };
        let has_lifetime = matches!(arguments.args.first(), Some(GenericArgument::Lifetime(_)));
        if !has_lifetime {
            let lifetime = self.lifetime(span);
            arguments
                .args
                .insert(0, GenericArgument::Lifetime(lifetime));
        }
        if let Some(more) = more {
            if arguments.args.len() == 1 {
                let nothing = syn::parse_quote!(());
                arguments.args.push(GenericArgument::Type(nothing));
            }
            arguments.args.push(GenericArgument::Type(more));
        }
    }

    fn named(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            *lifetime = self.lifetime(lifetime.span());
        }
    }

    fn path(&mut self, path: &mut Path) {
        for segment in &mut path.segments {
            if let PathArguments::AngleBracketed(arguments) = &mut segment.arguments {
                for argument in &mut arguments.args {
                    self.argument(argument);
                }
            }
        }
    }

    fn argument(&mut self, argument: &mut GenericArgument) {
        match argument {
            GenericArgument::Lifetime(lifetime) => self.named(lifetime),
            GenericArgument::Type(kind)
            | GenericArgument::AssocType(AssocType { ty: kind, .. }) => {
                self.fill(kind);
            }
            GenericArgument::Constraint(constraint) => self.bounds(constraint.bounds.iter_mut()),
            _ => {}
        }
    }

    fn bounds<'b>(&mut self, bounds: impl Iterator<Item = &'b mut TypeParamBound>) {
        for bound in bounds {
            match bound {
                TypeParamBound::Trait(bound) => self.path(&mut bound.path),
                TypeParamBound::Lifetime(lifetime) => self.named(lifetime),
                _ => {}
            }
        }
    }
}
