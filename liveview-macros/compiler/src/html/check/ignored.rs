//! The law of `dj-update="ignore"`: what stands below belongs to a script, so no value of the view can. Knows no hook.

use super::{Place, area};
use crate::diagnostics::{Area, Diagnostics};
use crate::html::ast::{Element, Node, Value};

/// Nothing below would ever be written again, and a script may have moved what is there.
pub(super) fn nothing_is_written_where_it_is_ignored(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let value = element
        .attribute("dj-update")
        .map(|attribute| &attribute.value);
    if !matches!(value, Some(Value::Static(text)) if text.value == "ignore") {
        return;
    }
    let mut changing = Vec::new();
    find(&element.children, &mut changing);
    for area in changing {
        diagnostics
            .error(
                area,
                "nothing below `dj-update=\"ignore\"` is written again, so no value can stand there",
            )
            .help(format!(
                "give values to the `<{}>` itself, as in `dj-hook-value-items={{…}}`: a hook hears of their changes",
                element.name.text
            ));
    }
}

/// Whatever an update could write.
fn find(nodes: &[Node], changing: &mut Vec<Area>) {
    for node in nodes {
        let Node::Element(element) = node else {
            let is_still = matches!(
                node,
                Node::Text(_)
                    | Node::Comment(_)
                    | Node::Let(_)
                    | Node::Refused(_)
                    | Node::Doctype(_)
            );
            changing.extend(area(node).filter(|_| !is_still));
            continue;
        };
        for attribute in &element.attributes {
            let name = attribute.name.text.as_str();
            let is_still = match &attribute.value {
                Value::Bare | Value::Static(_) => name != "dj-model",
                Value::Expression(_) | Value::Interpolated(..) => false,
            };
            if !is_still {
                changing.push(attribute.name.area);
            }
        }
        changing.extend(
            element
                .spread
                .as_ref()
                .map(|spread| Area::from(spread.span)),
        );
        find(&element.children, changing);
    }
}
