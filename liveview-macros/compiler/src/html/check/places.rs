//! Laws about parents and children: what a parser moves out of tables and lists, drops, or ends. Knows no ancestor further out.

use proc_macro2::{TokenStream, TokenTree};

use super::{Place, area, is_invisible, listed};
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Element, Node};
use crate::html::vocabulary::content::{self, Home};

/// The parser drops a `td` outside of a row, puts a `tbody` around a `tr`, ends a `li` at the next one.
pub(super) fn elements_stand_in_their_parents(
    element: &Element,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let tag = element.name.text.as_str();
    let (Some(home), Some(parent)) = (content::home(tag), place.parent()) else {
        return;
    };
    let is_described = matches!(tag, "dt" | "dd") && stands_in_description(place);
    if is_home(home, parent) || is_described {
        return;
    }
    let help = match (tag, parent) {
        ("tr", "table") => {
            "put the rows into `<tbody>`: a browser would do so silently, and rows would not be found again"
        }
        ("td" | "th", "table" | "tbody" | "thead" | "tfoot") => {
            "put the cells into a row, `<tr>`: a browser would do so silently, and they would not be found again"
        }
        ("col", "table") => {
            "put it into `<colgroup>`: a browser would do so silently, and it would not be found again"
        }
        _ => home.words,
    };
    let directly = if help == home.words { "" } else { "directly " };
    diagnostics
        .error(
            element.name.area,
            format!("`<{tag}>` cannot stand {directly}in `<{parent}>`"),
        )
        .help(help);
}

/// A template's content is made for a parent that is not known yet.
fn is_home(home: Home, parent: &str) -> bool {
    home.parents.contains(&parent) || parent == "template"
}

/// Whether this is a `div` that groups terms in a `dl`, or may be one.
fn stands_in_description(place: &Place<'_, '_>) -> bool {
    let mut tags = place.tags();
    tags.next() == Some("div")
        && tags
            .next()
            .is_none_or(|outer| matches!(outer, "dl" | "template"))
}

/// The parser moves other elements in front of a table, and drops them out of a `select`; a list holds items.
pub(super) fn parents_hold_their_children(
    element: &Element,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let tag = element.name.text.as_str();
    let Some(parent) = place.parent() else {
        return;
    };
    // An element that has a home was told of it.
    if content::home(tag).is_some() {
        return;
    }
    let groups_terms = parent == "div" && place.tags().nth(1) == Some("dl");
    let parent = if groups_terms { "dl" } else { parent };
    let Some(allowed) = content::children(parent) else {
        return;
    };
    if allowed.contains(&tag) && !(groups_terms && tag == "div") {
        return;
    }
    let holder = if groups_terms {
        "a `<div>` that groups terms of a `<dl>`".to_owned()
    } else {
        format!("`<{parent}>`")
    };
    diagnostics
        .error(
            element.name.area,
            format!("{holder} holds no `<{tag}>` directly"),
        )
        .help(instead(parent, allowed));
}

/// What to do with what cannot stand in this parent.
pub(super) fn instead(parent: &str, allowed: &[&str]) -> String {
    let shown: Vec<&str> = allowed
        .iter()
        .copied()
        .filter(|tag| !matches!(*tag, "script" | "template"))
        .collect();
    let what = match parent {
        "ul" | "ol" | "menu" => "put it into an item, `<li>`",
        "dl" => "put it into `<dd>`",
        "select" | "optgroup" => "browsers but the newest drop it",
        "option" => {
            return "an option holds text alone: browsers but the newest drop its elements"
                .to_owned();
        }
        "picture" | "colgroup" => "put it outside",
        _ => "put it into a cell, `<td>`",
    };
    format!("{what}; directly in `<{parent}>` stand {}", listed(&shown))
}

/// The parser moves text out of a table, drops it out of `colgroup`, and a list's text is no item.
pub(super) fn parents_hold_no_text(
    node: &Node,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let Some(parent) = place.parent().filter(|tag| content::refuses_text(tag)) else {
        return;
    };
    if is_invisible(node) || !matches!(node, Node::Text(_) | Node::Expression(_)) {
        return;
    }
    if let Some(area) = area(node) {
        let help = match parent {
            _ if makes_fragments(node) => {
                "this makes fragments: write `@for … { … }`, or show them with `@render(…)`"
            }
            "select" | "optgroup" => "write `<option>…</option>`",
            "table" => "put it into a cell, `<td>`, or into `<caption>`",
            "ul" | "ol" | "menu" => "put it into an item, `<li>`",
            "dl" => "put it into `<dt>` or `<dd>`",
            "picture" => "put it outside; what is shown for an image is its `alt`",
            "colgroup" => "put it outside of the table, or into `<caption>`",
            _ => "put it into a cell, `<td>`",
        };
        diagnostics
            .error(area, format!("text cannot stand directly in `<{parent}>`"))
            .help(help);
    }
}

/// `{rows.map(|row| html! { … })}`: what it shows is no text, which rustc says too.
fn makes_fragments(node: &Node) -> bool {
    match node {
        Node::Expression(expression) => names_html(&expression.tokens),
        _ => false,
    }
}

fn names_html(tokens: &TokenStream) -> bool {
    let mut tokens = tokens.clone().into_iter();
    tokens.any(|token| match token {
        TokenTree::Ident(word) => word == "html",
        TokenTree::Group(group) => names_html(&group.stream()),
        _ => false,
    })
}

/// An `area` is a part of a `map`, at any depth.
pub(super) fn areas_stand_in_maps(
    element: &Element,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let is_lost = element.name.text == "area"
        && place.parent().is_some()
        && !place.tags().any(|tag| matches!(tag, "map" | "template"));
    if is_lost {
        diagnostics
            .error(element.name.area, "`<area>` belongs to no `<map>`")
            .help("it stands in `<map name=\"…\">`, which an `<img usemap=\"#…\">` names");
    }
}
