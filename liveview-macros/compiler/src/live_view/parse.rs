//! Reads a `#[live_view] impl`. Bodies stay raw tokens, so that half-written ones reach rustc and editors as they are.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Attribute, Error, Generics, Result, Signature, Token, Type, Visibility, braced};

use super::model::{Member, Method, View};

/// Whether an item is an `impl`.
pub(super) fn is_impl(item: &TokenStream) -> bool {
    let mut tokens = item.clone().into_iter();
    tokens.any(|token| matches!(token, TokenTree::Ident(word) if word == "impl"))
        && !has_keyword(item, &["struct", "enum", "union", "fn", "trait", "mod"])
}

fn has_keyword(item: &TokenStream, keywords: &[&str]) -> bool {
    let mut tokens = item.clone().into_iter();
    tokens.any(|token| matches!(token, TokenTree::Ident(word) if keywords.iter().any(|keyword| word == keyword)))
}

/// Reads an impl.
pub(super) fn view(item: TokenStream) -> Result<View> {
    parse_view.parse2(item)
}

fn parse_view(input: ParseStream<'_>) -> Result<View> {
    let attributes = input.call(Attribute::parse_outer)?;
    let impl_token = input.parse()?;
    let mut generics: Generics = input.parse()?;
    let mut state: Type = input.parse()?;
    let mut of_trait = None;
    if input.parse::<Option<Token![for]>>()?.is_some() {
        of_trait = Some(std::mem::replace(&mut state, input.parse()?));
    }
    generics.where_clause = input.parse()?;
    let content;
    let braces = braced!(content in input);
    let mut members = Vec::new();
    while !content.is_empty() {
        members.push(content.parse()?);
    }
    Ok(View {
        name: name_of(&state)?,
        attributes,
        impl_token,
        generics,
        of_trait,
        state,
        braces: braces.span.join(),
        members,
    })
}

fn name_of(state: &Type) -> Result<Ident> {
    let segment = match state {
        Type::Path(path) => path.path.segments.last(),
        _ => None,
    };
    let segment =
        segment.ok_or_else(|| Error::new_spanned(state, "a view's state is a struct of yours"))?;
    Ok(segment.ident.clone())
}

impl Parse for Member {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        if !is_function(&input.fork()) {
            return other(input);
        }
        let attributes = input.call(Attribute::parse_outer)?;
        let (ours, attributes): (Vec<_>, Vec<_>) = attributes.into_iter().partition(is_handler);
        Ok(Member::Method(Box::new(Method {
            attributes,
            visibility: input.parse()?,
            signature: input.parse::<Signature>()?,
            body: body(input)?,
            handler: ours.into_iter().next(),
        })))
    }
}

fn is_handler(attribute: &Attribute) -> bool {
    let segment = attribute.path().segments.last();
    segment.is_some_and(|segment| segment.ident == "event_handler")
}

fn is_function(ahead: ParseStream<'_>) -> bool {
    if ahead.call(Attribute::parse_outer).is_err() || ahead.parse::<Visibility>().is_err() {
        return false;
    }
    for _ in 0.. {
        if ahead.peek(Token![fn]) {
            return true;
        }
        let qualifier =
            ahead.peek(Token![const]) || ahead.peek(Token![async]) || ahead.peek(Token![unsafe]);
        if !qualifier || ahead.parse::<TokenTree>().is_err() {
            return false;
        }
    }
    false
}

fn body(input: ParseStream<'_>) -> Result<Group> {
    match input.parse()? {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Ok(group),
        token => Err(Error::new(token.span(), "a body in braces belongs here")),
    }
}

/// A member that is no function: to its semicolon or braces.
fn other(input: ParseStream<'_>) -> Result<Member> {
    let mut tokens = Vec::new();
    while !input.is_empty() {
        let token: TokenTree = input.parse()?;
        let ends = match &token {
            TokenTree::Punct(mark) => mark.as_char() == ';',
            TokenTree::Group(group) => {
                group.delimiter() == Delimiter::Brace && !input.peek(Token![;])
            }
            _ => false,
        };
        tokens.push(token);
        if ends {
            break;
        }
    }
    Ok(Member::Other(tokens.into_iter().collect()))
}
