//! What `#[param(…)]` says of a field or a variant. Knows no types.

use syn::meta::ParseNestedMeta;
use syn::{Attribute, Expr, ExprLit, Lit, LitStr};

use crate::diagnostics::{Area, Diagnostics};
use crate::names::nearest;

/// What was said.
#[derive(Default)]
pub(super) struct Settings {
    /// What forms call it.
    pub(super) name: Option<LitStr>,
    /// Whether absent means the type's default.
    pub(super) default: bool,
}

const NAME: &str = "name";
const DEFAULT: &str = "default";

/// What stands above a field or a variant, where these words may stand.
fn read(attributes: &[Attribute], words: &[&str], diagnostics: &mut Diagnostics) -> Settings {
    let mut settings = Settings::default();
    for attribute in attributes.iter().filter(|attribute| is_ours(attribute)) {
        let way_out = ways_out(words);
        if !matches!(attribute.meta, syn::Meta::List(_)) {
            diagnostics
                .error(
                    Area::of(&attribute.meta),
                    "`#[param]` says nothing by itself",
                )
                .help(way_out);
            continue;
        }
        let read = attribute.parse_nested_meta(|meta| {
            let word = meta
                .path
                .get_ident()
                .map(ToString::to_string)
                .unwrap_or_default();
            match word.as_str() {
                NAME if words.contains(&NAME) => {
                    settings.name = Some(text(&meta)?);
                    Ok(())
                }
                DEFAULT if words.contains(&DEFAULT) => {
                    settings.default = true;
                    Ok(())
                }
                word => {
                    let help = match nearest(word, words.iter().copied()) {
                        Some(near) => format!("did you mean `{near}`?"),
                        None => ways_out(words),
                    };
                    let message = format!("`param` takes no `{word}` here\nhelp: {help}");
                    Err(syn::Error::new_spanned(&meta.path, message))
                }
            }
        });
        if let Err(error) = read {
            diagnostics.error(error.span(), error.to_string());
        }
    }
    settings
}

fn text(meta: &ParseNestedMeta<'_>) -> syn::Result<LitStr> {
    let way_out = "`name` is a text\nhelp: write `name = \"first-name\"`";
    let value: Expr = match meta.value() {
        Ok(value) => value.parse()?,
        Err(_) => return Err(syn::Error::new_spanned(&meta.path, way_out)),
    };
    match value {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) => Ok(text),
        other => Err(syn::Error::new_spanned(other, way_out)),
    }
}

/// Of a field.
pub(super) fn of_field(attributes: &[Attribute], diagnostics: &mut Diagnostics) -> Settings {
    read(attributes, &[NAME, DEFAULT], diagnostics)
}

/// Of a variant.
pub(super) fn of_variant(attributes: &[Attribute], diagnostics: &mut Diagnostics) -> Settings {
    read(attributes, &[NAME], diagnostics)
}

/// Of what nothing can be said of.
pub(super) fn none(attributes: &[Attribute], of: &str, diagnostics: &mut Diagnostics) {
    for attribute in attributes.iter().filter(|attribute| is_ours(attribute)) {
        diagnostics
            .error(
                Area::of(&attribute.meta),
                format!("`#[param(…)]` has nothing to say of {of}"),
            )
            .help("it stands on a named field or on a variant");
    }
}

fn is_ours(attribute: &Attribute) -> bool {
    attribute.path().is_ident("param")
}

fn ways_out(words: &[&str]) -> String {
    let ways = words.iter().map(|word| match *word {
        NAME => "`#[param(name = \"first-name\")]`",
        _ => "`#[param(default)]`",
    });
    format!("write {}", ways.collect::<Vec<_>>().join(" or "))
}
