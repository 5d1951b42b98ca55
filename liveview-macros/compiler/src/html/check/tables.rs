//! Laws about tables, whose parser moves what stands in the wrong place out of them. Knows nothing else.

use super::{Place, area, is_invisible};
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Element, Node};
use crate::html::vocabulary;

/// The parser puts a `tbody` around a `tr` in a table, and drops a `tr` anywhere else.
pub(super) fn rows_stand_in_a_part(
    element: &Element,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let Some(parent) = place.parent().filter(|_| element.name.text == "tr") else {
        return;
    };
    match parent {
        "tbody" | "thead" | "tfoot" | "template" => {}
        "table" => {
            diagnostics
                .error(element.name.area, "`<tr>` cannot stand directly in `<table>`")
                .help("put the rows into `<tbody>`: a browser would do so silently, and rows would not be found again");
        }
        other => {
            diagnostics
                .error(
                    element.name.area,
                    format!("`<tr>` cannot stand in `<{other}>`"),
                )
                .help("a row stands in `<tbody>`, `<thead>` or `<tfoot>`");
        }
    }
}

/// The parser moves other elements out, in front of the table.
pub(super) fn tables_hold_their_parts(
    element: &Element,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let tag = element.name.text.as_str();
    let Some(parent) = place.parent() else {
        return;
    };
    let Some(allowed) = vocabulary::table_content(parent) else {
        return;
    };
    if tag == "tr" || allowed.contains(&tag) {
        return;
    }
    diagnostics
        .error(
            element.name.area,
            format!("`<{tag}>` cannot stand directly in `<{parent}>`"),
        )
        .help(format!(
            "put it into a cell, `<td>`; directly in `<{parent}>` stand {}",
            listed(allowed)
        ));
}

/// The parser moves text out of a table, and drops it in the other elements.
pub(super) fn tables_hold_no_text(
    node: &Node,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let Some(parent) = place.parent().filter(|tag| vocabulary::refuses_text(tag)) else {
        return;
    };
    if is_invisible(node) || !matches!(node, Node::Text(_) | Node::Expression(_)) {
        return;
    }
    if let Some(area) = area(node) {
        let help = match parent {
            "select" | "optgroup" => "write `<option>…</option>`",
            "table" => "put it into a cell, `<td>`, or into `<caption>`",
            _ => "put it into a cell, `<td>`",
        };
        diagnostics
            .error(area, format!("text cannot stand directly in `<{parent}>`"))
            .help(help);
    }
}

fn listed(tags: &[&str]) -> String {
    let names: Vec<String> = tags
        .iter()
        .filter(|tag| **tag != "template")
        .map(|tag| format!("`<{tag}>`"))
        .collect();
    names.join(", ")
}
