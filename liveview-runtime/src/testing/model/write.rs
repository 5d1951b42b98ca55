//! A scalar value to its node, by the rules of the input page: the person's text stays the person's. Knows no ranges.

use serde_json::Value;

use crate::testing::dom::{Data, Dom, Element};

use super::instance::Bound;
use super::template::{Kind, Slot, array, pairs};

/// Writes a text, an attribute, a style, a class or a property; ranges are not its business.
pub(super) fn scalar(
    dom: &mut Dom,
    slot: &Slot,
    bound: &mut Bound,
    value: &Value,
) -> Result<(), String> {
    match bound {
        Bound::OneOf(..) | Bound::List(..) => Ok(()),
        Bound::Classes(node, tokens) => {
            let element = dom
                .element_mut(*node)
                .ok_or("classes of a node that is no element")?;
            classes(element, tokens, text(value)?.unwrap_or_default());
            Ok(())
        }
        Bound::Scalar(_, node) => {
            let node = *node;
            if slot.kind == Kind::Html {
                dom.set_html(node, text(value)?.unwrap_or_default());
                return Ok(());
            }
            if slot.kind == Kind::SoleText
                || (slot.kind == Kind::Property && dom.tag(node) == "textarea")
            {
                dom.set_text(node, text(value)?.unwrap_or_default());
            }
            match (dom.data_mut(node), slot.kind) {
                (Data::Text(shown), Kind::Text) => {
                    text(value)?.unwrap_or_default().clone_into(shown);
                    Ok(())
                }
                (Data::Element(element), kind) => attribute(element, kind, &slot.name, value),
                (data, kind) => Err(format!("{kind:?} cannot be written to {data:?}")),
            }
        }
    }
}

fn attribute(element: &mut Element, kind: Kind, name: &str, value: &Value) -> Result<(), String> {
    match kind {
        Kind::Attribute => element.set(name, text(value)?),
        Kind::Attributes => spread(element, &pairs(array(value, "attributes")?)?),
        Kind::Style => element.set_style(name, text(value)?),
        Kind::Class => toggle(element, name, value)?,
        Kind::Property => property(element, name, text(value)?),
        _ => {}
    }
    Ok(())
}

/// The attribute stands for the default value; what the person did stays until they leave the field.
fn property(element: &mut Element, name: &str, value: Option<&str>) {
    if element.tag != "textarea" {
        element.set(name, value);
    }
    if matches!(name, "value" | "checked") {
        element.person.overruled =
            element.person.value.is_some() || element.person.checked.is_some();
    }
}

/// What the attribute `dj-a` names goes, what is given comes, and `dj-a` names it.
fn spread(element: &mut Element, attributes: &[(String, String)]) {
    let mut classes = element.classes();
    for mark in element.spread() {
        match mark.strip_prefix('.') {
            Some(token) => classes.retain(|class| class != token),
            None => element.set(&mark, None),
        }
    }
    for (mark, value) in attributes {
        match mark.strip_prefix('.') {
            Some(token) => classes.push(token.to_owned()),
            None => element.set(mark, Some(value)),
        }
    }
    let marks: Vec<&str> = attributes.iter().map(|(mark, _)| mark.as_str()).collect();
    element.set_classes(&classes);
    element.set(
        "dj-a",
        Some(marks.join(" ").as_str()).filter(|marks| !marks.is_empty()),
    );
}

fn toggle(element: &mut Element, name: &str, value: &Value) -> Result<(), String> {
    let mut classes = element.classes();
    classes.retain(|class| class != name);
    match value.as_u64() {
        Some(0) => {}
        Some(1) => classes.push(name.to_owned()),
        _ => return Err(format!("a class is there (1) or not (0), not {value}")),
    }
    element.set_classes(&classes);
    Ok(())
}

fn classes(element: &mut Element, tokens: &mut Vec<String>, value: &str) {
    let mut classes = element.classes();
    classes.retain(|class| !tokens.contains(class));
    *tokens = value.split_ascii_whitespace().map(str::to_owned).collect();
    classes.extend(tokens.iter().cloned());
    element.set_classes(&classes);
}

fn text(value: &Value) -> Result<Option<&str>, String> {
    match value {
        Value::String(text) => Ok(Some(text)),
        Value::Bool(true) => Ok(Some("")),
        Value::Null => Ok(None),
        _ => Err(format!("not a text, null or true: {value}")),
    }
}
