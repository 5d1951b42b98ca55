//! Laws about the element `template`, whose content a parser keeps apart and reads by its first element. Knows no `html!`.

use super::{Place, area, is_invisible};
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Element, Node};
use crate::html::vocabulary::content;

/// Behind a `div` the parser drops a `tr`, and behind a `tr` it reads as in a table.
pub(super) fn inert_parts_are_of_one_kind(
    node: &Node,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    if place.parent() != Some("template") || is_invisible(node) {
        return;
    }
    let kinds = place.siblings.iter().filter_map(kind);
    let Some(first) = kinds.into_iter().find(|kind| *kind != Kind::Any) else {
        return;
    };
    let is_same = kind(node).is_none_or(|kind| kind == first || kind == Kind::Any);
    if let Some(area) = area(node).filter(|_| !is_same) {
        diagnostics
            .error(
                area,
                "this cannot stand in a `<template>` beside what is of another part of a table: a browser would drop or move one of them",
            )
            .help("give each a `<template>` of its own");
    }
}

/// How a parser reads what stands in a `template`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It may stand beside all others.
    Any,
    /// As in the body of a page.
    Flow,
    /// As a child of this element.
    In(&'static str),
}

/// Nothing for what shows nothing.
fn kind(node: &Node) -> Option<Kind> {
    if is_invisible(node) {
        return None;
    }
    let Node::Element(element) = node else {
        return Some(Kind::Flow);
    };
    Some(match element.name.text.as_str() {
        "script" | "style" | "template" => Kind::Any,
        tag @ ("caption" | "colgroup" | "col" | "thead" | "tbody" | "tfoot" | "tr" | "td"
        | "th") => content::home(tag).map_or(Kind::Flow, |home| Kind::In(home.parents[0])),
        _ => Kind::Flow,
    })
}

/// The parser makes a shadow root of such a template and leaves the template out.
pub(super) fn shadow_roots_are_attached_by_code(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    if element.name.text != "template" {
        return;
    }
    let shadow = element
        .attributes
        .iter()
        .find(|attribute| attribute.name.text.starts_with("shadowroot"));
    if let Some(attribute) = shadow {
        diagnostics
            .error(
                attribute.name.area,
                format!(
                    "`{}` makes a browser take the `<template>` out of the page, and what stands behind it would not be found again",
                    attribute.name.text
                ),
            )
            .help("let the custom element attach its shadow root itself, with `attachShadow`");
    }
}
