//! Reads the function under `#[component]`, and what our attributes say of its parameters. Knows no law.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Attribute, Error, Ident, Meta, Result, Signature, Token, Type};

use super::model::{Default, Item, SlotAttribute};
use crate::diagnostics::{Area, Diagnostics};
use crate::names::nearest;

/// Reads a function; its body stays raw, so that a half-written one reaches rustc and editors as it is.
pub(super) fn item(item: TokenStream) -> Result<Item> {
    let parse = |input: ParseStream<'_>| {
        Ok(Item {
            attributes: input.call(Attribute::parse_outer)?,
            visibility: input.parse()?,
            signature: input.parse::<Signature>()?,
            body: body(input)?,
        })
    };
    parse.parse2(item)
}

/// Whether an item is a function at all.
pub(super) fn is_function(item: &TokenStream) -> bool {
    let mut tokens = item.clone().into_iter();
    let keyword = tokens.find_map(|token| match token {
        TokenTree::Ident(word) => {
            let others = [
                "struct",
                "enum",
                "union",
                "impl",
                "trait",
                "mod",
                "macro_rules",
            ];
            let is_keyword = word == "fn" || others.iter().any(|other| word == other);
            is_keyword.then_some(word)
        }
        _ => None,
    });
    keyword.is_some_and(|word| word == "fn")
}

fn body(input: ParseStream<'_>) -> Result<Group> {
    match input.parse()? {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Ok(group),
        token => Err(Error::new(token.span(), "a body in braces belongs here")),
    }
}

/// What our attributes say of one parameter.
#[derive(Default)]
pub(super) struct Said {
    /// `#[prop(default)]`.
    pub(super) default: Option<Default>,
    /// `#[prop(rest)]`.
    pub(super) rest: Option<Area>,
    /// `#[slot]`, with its attributes.
    pub(super) slot: Option<(Area, Vec<SlotAttribute>)>,
}

/// Reads our attributes; gives those that are not ours.
pub(super) fn attributes(
    attributes: Vec<Attribute>,
    diagnostics: &mut Diagnostics,
) -> (Said, Vec<Attribute>) {
    let mut said = Said::default();
    let mut others = Vec::new();
    for attribute in attributes {
        let area = Area::of(attribute.path());
        if attribute.path().is_ident("prop") {
            prop(&attribute, &mut said, diagnostics);
        } else if attribute.path().is_ident("slot") {
            let attributes = match slot(&attribute) {
                Ok(attributes) => attributes,
                Err(_) => {
                    diagnostics
                        .error(Area::of(&attribute.meta), "this is no attribute of a slot")
                        .help("they are written as parameters are: `#[slot(label: &str, numeric: bool = false)]`");
                    Vec::new()
                }
            };
            said.slot = Some((area, attributes));
        } else {
            others.push(attribute);
        }
    }
    (said, others)
}

/// What may stand in `#[prop(…)]`.
const PROP: [&str; 2] = ["default", "rest"];

/// `#[prop(default)]`, `#[prop(default = expression)]`, `#[prop(rest)]`.
fn prop(attribute: &Attribute, said: &mut Said, diagnostics: &mut Diagnostics) {
    const WAYS: &str = "write `#[prop(default)]`, `#[prop(default = expression)]` or `#[prop(rest)]`; a prop without an attribute is required";
    let Meta::List(list) = &attribute.meta else {
        diagnostics
            .error(Area::of(attribute.path()), "`prop` says nothing here")
            .help(WAYS);
        return;
    };
    let tokens: Vec<TokenTree> = list.tokens.clone().into_iter().collect();
    match &tokens[..] {
        [TokenTree::Ident(word)] if word == "default" => said.default = Some(Default::OfType),
        [TokenTree::Ident(word)] if word == "rest" => said.rest = Some(word.span().into()),
        [TokenTree::Ident(word), TokenTree::Punct(mark), value @ ..]
            if word == "default" && mark.as_char() == '=' && !value.is_empty() =>
        {
            said.default = Some(Default::Expression(value.iter().cloned().collect()));
        }
        _ => {
            let written = list.tokens.to_string();
            let help = match nearest(&written, PROP) {
                Some(near) => format!("did you mean `{near}`?"),
                None => WAYS.to_owned(),
            };
            let area = match tokens.is_empty() {
                true => Area::of(attribute.path()),
                false => Area::of(&list.tokens),
            };
            diagnostics
                .error(area, format!("`prop` takes no `{written}`"))
                .help(help);
        }
    }
}

/// `#[slot]` or `#[slot(name: Type = default, …)]`.
fn slot(attribute: &Attribute) -> Result<Vec<SlotAttribute>> {
    match &attribute.meta {
        Meta::Path(_) => Ok(Vec::new()),
        Meta::List(list) => {
            let parse =
                |input: ParseStream<'_>| input.parse_terminated(SlotAttribute::parse, Token![,]);
            let attributes = parse.parse2(list.tokens.clone())?;
            Ok(attributes.into_iter().collect())
        }
        Meta::NameValue(value) => Err(Error::new(value.eq_token.span, "no value belongs here")),
    }
}

impl Parse for SlotAttribute {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let name: Ident = input.parse()?;
        input.parse::<Token![:]>()?;
        let kind: Type = input.parse()?;
        let default = match input.parse::<Option<Token![=]>>()? {
            Some(_) => {
                let value: syn::Expr = input.parse()?;
                Some(quote::ToTokens::to_token_stream(&value))
            }
            None => None,
        };
        Ok(SlotAttribute {
            name,
            kind,
            default,
        })
    }
}
