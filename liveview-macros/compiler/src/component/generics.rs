//! The type parameters that some types need, out of all that a function has. Reports nothing.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericParam, Generics, TypeParamBound, WherePredicate};

/// The parameters that these tokens name, with what is asked of them alone.
pub(super) fn named_in(tokens: &TokenStream, generics: &Generics) -> Generics {
    let all: Vec<String> = generics.params.iter().map(name).collect();
    let wanted: Vec<String> = all
        .iter()
        .filter(|name| occurs(name, tokens))
        .cloned()
        .collect();
    let is_foreign = |tokens: TokenStream| {
        let mut others = all.iter().filter(|name| !wanted.contains(name));
        others.any(|name| occurs(name, &tokens))
    };
    let mut kept = Generics::default();
    for parameter in &generics.params {
        if !wanted.contains(&name(parameter)) {
            continue;
        }
        let mut parameter = parameter.clone();
        if let GenericParam::Type(parameter) = &mut parameter {
            let bounds = std::mem::take(&mut parameter.bounds);
            let own = |bound: &TypeParamBound| !is_foreign(bound.to_token_stream());
            parameter.bounds = bounds.into_iter().filter(own).collect();
        }
        kept.params.push(parameter);
    }
    if let Some(conditions) = &generics.where_clause {
        let speaks_of_these = |condition: &&WherePredicate| {
            let tokens = condition.to_token_stream();
            wanted.iter().any(|name| occurs(name, &tokens)) && !is_foreign(tokens)
        };
        let own = conditions.predicates.iter().filter(speaks_of_these);
        kept.make_where_clause().predicates = own.cloned().collect();
    }
    kept
}

fn name(parameter: &GenericParam) -> String {
    match parameter {
        GenericParam::Lifetime(lifetime) => lifetime.lifetime.to_string(),
        GenericParam::Type(kind) => kind.ident.to_string(),
        GenericParam::Const(constant) => constant.ident.to_string(),
    }
}

/// Whether a name, or a lifetime with its mark, stands among these tokens.
fn occurs(name: &str, tokens: &TokenStream) -> bool {
    let (mark, word) = match name.strip_prefix('\'') {
        Some(word) => (true, word),
        None => (false, name),
    };
    let mut is_behind_mark = false;
    tokens.clone().into_iter().any(|token| {
        let behind_mark = std::mem::replace(
            &mut is_behind_mark,
            matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '\''),
        );
        match token {
            TokenTree::Ident(ident) => ident == word && behind_mark == mark,
            TokenTree::Group(group) => occurs(name, &group.stream()),
            _ => false,
        }
    })
}
