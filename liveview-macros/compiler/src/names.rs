//! Names as people spell them: without `r#`, kept from being keywords, compared for likeness. Knows no tokens around them.

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;

/// A name without its `r#`.
pub fn unraw(name: &Ident) -> String {
    let name = name.to_string();
    name.strip_prefix("r#").map(str::to_owned).unwrap_or(name)
}

/// A name as a token, where it may be a keyword.
pub fn ident(name: &str, span: Span) -> Ident {
    match syn::parse_str::<Ident>(name) {
        Ok(_) => Ident::new(name, span),
        Err(_) => Ident::new_raw(name, span),
    }
}

/// The function that binds an event's first parameters alone: `edit_1`, with a `_` more where an event is called that.
pub fn partial(event: &str, count: usize, is_event: impl Fn(&str) -> bool) -> String {
    let mut name = format!("{event}_{count}");
    while is_event(&name) {
        name.push('_');
    }
    name
}

/// These tokens, so that rustc points at this place when it speaks of them.
pub fn respanned(tokens: TokenStream, span: Span) -> TokenStream {
    let moved = tokens.into_iter().map(|mut token| {
        token.set_span(span);
        token
    });
    moved.collect()
}

/// Tokens as people write them: a type without the spaces that some printers put between all tokens.
pub fn spelt(tokens: &impl ToTokens) -> String {
    let mut text = tokens.to_token_stream().to_string();
    let tight = [
        (" :: ", "::"),
        (":: ", "::"),
        (" < ", "<"),
        ("< ", "<"),
        (" >", ">"),
        (" ,", ","),
        ("& ", "&"),
        ("' ", "'"),
        ("[ ", "["),
        (" ]", "]"),
        ("( ", "("),
        (" )", ")"),
        (" ;", ";"),
    ];
    for (wide, narrow) in tight {
        text = text.replace(wide, narrow);
    }
    text
}

/// The name most like this one, if one is like it: at most a third of its letters differ, and one of two.
pub fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let distance = |candidate: &&str| strsim::damerau_levenshtein(candidate, name);
    let near = known.into_iter().min_by_key(distance)?;
    let allowed = match name.chars().count() {
        0 | 1 => 0,
        letters => (letters / 3).max(1),
    };
    (distance(&near) <= allowed).then_some(near)
}
