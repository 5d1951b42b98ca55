//! Templates as they come over the wire: slot tables and trees, read strictly. Shares no code with what wrote them.

use std::collections::BTreeMap;

use serde_json::Value;

/// The templates a view's client knows, by alias.
pub(super) type Templates = BTreeMap<u64, Definition>;

/// Whether a template may be told twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Again {
    Refused,
    Allowed,
}

/// One template, as far as it was named.
#[derive(Debug, Clone)]
pub(super) struct Definition {
    fingerprint: String,
    pub(super) slots: Option<Vec<Slot>>,
    pub(super) tree: Option<Vec<Tree>>,
    /// Of the page's root: what stands in its ranges.
    pub(super) outline: Option<Vec<Value>>,
}

/// A place whose value changes.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    pub(super) kind: Kind,
    pub(super) path: Vec<Step>,
    pub(super) place: Place,
    pub(super) name: String,
    /// The template of every row.
    pub(super) row: Option<u64>,
    /// The tag of the element at the end of the path, where the page tells it.
    pub(super) tag: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    SoleText,
    Text,
    Attribute,
    Attributes,
    Style,
    Classes,
    Class,
    Property,
    OneOf,
    List,
    Component,
    Html,
}

/// A step down to an element; or, as `Behind`, a point among children: so many elements from the start or from a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step {
    /// The range slot counted from; none is the start.
    pub(super) range: Option<usize>,
    pub(super) elements: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Element,
    Content,
    Only,
    Behind(Step),
}

#[derive(Debug, Clone)]
pub(super) enum Tree {
    Text(String),
    Slot(usize),
    Element {
        tag: String,
        attributes: Vec<(String, String)>,
        children: Vec<Tree>,
    },
}

/// Takes in a list of definitions. Each half of a template comes once, unless a frame may have been lost.
pub(super) fn define(templates: &mut Templates, defs: &Value, again: Again) -> Result<(), String> {
    if defs.as_u64() == Some(0) {
        return Ok(());
    }
    for def in array(defs, "defs")? {
        let (alias, definition) = definition(def)?;
        let Some(known) = templates.get_mut(&alias) else {
            templates.insert(alias, definition);
            continue;
        };
        if known.fingerprint != definition.fingerprint {
            return Err(format!(
                "alias {alias} changed from {} to {}",
                known.fingerprint, definition.fingerprint
            ));
        }
        let twice = (known.slots.is_some() && definition.slots.is_some())
            || (known.tree.is_some() && definition.tree.is_some());
        if twice && again == Again::Refused {
            return Err(format!("half of alias {alias} came a second time: {def}"));
        }
        known.slots = definition.slots.or(known.slots.take());
        known.tree = definition.tree.or(known.tree.take());
    }
    Ok(())
}

fn definition(def: &Value) -> Result<(u64, Definition), String> {
    let items = array(def, "a definition")?;
    let alias = items
        .first()
        .and_then(Value::as_u64)
        .ok_or_else(|| format!("a definition without alias: {def}"))?;
    let fingerprint = items.get(1).and_then(Value::as_str).unwrap_or_default();
    if fingerprint.len() != 11 {
        return Err(format!(
            "the fingerprint of alias {alias} is not 64 bits as base64url: {def}"
        ));
    }
    let slots = optional(items.get(2))
        .map(|slots| each(slots, "slots", slot))
        .transpose()?;
    let tree = optional(items.get(3))
        .map(|tree| each(tree, "a tree", node))
        .transpose()?;
    let outline = match items.get(4) {
        Some(outline) if alias == 0 => Some(array(outline, "an outline")?.to_vec()),
        Some(outline) => return Err(format!("alias {alias} is not the root, but says {outline}")),
        None => None,
    };
    Ok((
        alias,
        Definition {
            fingerprint: fingerprint.to_owned(),
            slots,
            tree,
            outline,
        },
    ))
}

fn slot(slot: &Value) -> Result<Slot, String> {
    let items = array(slot, "a slot")?;
    let kind = match items.first().and_then(Value::as_str) {
        Some("T") => Kind::SoleText,
        Some("t") => Kind::Text,
        Some("a") => Kind::Attribute,
        Some("A") => Kind::Attributes,
        Some("s") => Kind::Style,
        Some("c") => Kind::Classes,
        Some("C") => Kind::Class,
        Some("p") => Kind::Property,
        Some("o") => Kind::OneOf,
        Some("l") => Kind::List,
        Some("k") => Kind::Component,
        Some("h") => Kind::Html,
        _ => return Err(format!("a slot of no known kind: {slot}")),
    };
    let path = items
        .get(1)
        .ok_or_else(|| format!("a slot without path: {slot}"))?;
    let name = match items.get(3) {
        Some(Value::String(name)) => name.clone(),
        _ => String::new(),
    };
    Ok(Slot {
        kind,
        path: each(path, "a path", step)?,
        place: place(kind, items.get(2), slot)?,
        name,
        row: items.get(4).and_then(Value::as_u64),
        tag: items.get(5).and_then(Value::as_str).map(str::to_owned),
    })
}

fn place(kind: Kind, follows: Option<&Value>, slot: &Value) -> Result<Place, String> {
    let in_flow = matches!(
        kind,
        Kind::Text | Kind::OneOf | Kind::List | Kind::Component
    );
    let place = match follows {
        None if in_flow => Place::Behind(Step {
            range: None,
            elements: 0,
        }),
        None => Place::Element,
        Some(value) if value.as_i64() == Some(-1) => Place::Content,
        Some(value) if value.as_i64() == Some(-2) => Place::Only,
        Some(value) if !in_flow && value.as_i64() == Some(0) => Place::Element,
        Some(value) => Place::Behind(step(value)?),
    };
    match (kind, place) {
        (Kind::Text, Place::Behind(_)) => Ok(place),
        (Kind::OneOf | Kind::Component, Place::Content | Place::Only | Place::Behind(_)) => {
            Ok(place)
        }
        (Kind::List, Place::Content | Place::Behind(_)) => Ok(place),
        (_, Place::Element) if !in_flow => Ok(place),
        _ => Err(format!("a slot of that kind cannot stand there: {slot}")),
    }
}

fn step(step: &Value) -> Result<Step, String> {
    let number = |value: &Value| {
        value
            .as_u64()
            .and_then(|number| usize::try_from(number).ok())
    };
    let read = match step {
        Value::Array(pair) => match pair.as_slice() {
            [range, elements] => number(range)
                .zip(number(elements))
                .map(|(range, elements)| (Some(range), elements)),
            _ => None,
        },
        other => number(other).map(|elements| (None, elements)),
    };
    let (range, elements) = read.ok_or_else(|| format!("not a step of a path: {step}"))?;
    Ok(Step { range, elements })
}

fn node(node: &Value) -> Result<Tree, String> {
    match node {
        Value::String(text) => Ok(Tree::Text(text.clone())),
        Value::Number(_) => {
            let slot = node.as_u64().and_then(|slot| usize::try_from(slot).ok());
            slot.map(Tree::Slot)
                .ok_or_else(|| format!("not a slot's number: {node}"))
        }
        Value::Array(items) => {
            let [Value::String(tag), rest @ ..] = items.as_slice() else {
                return Err(format!("not an element of a tree: {node}"));
            };
            let attributes = match optional(rest.first()) {
                Some(list) => pairs(array(list, "attributes")?)?,
                None => Vec::new(),
            };
            let children = rest.get(1..).unwrap_or_default();
            let children = children.iter().map(self::node).collect::<Result<_, _>>()?;
            Ok(Tree::Element {
                tag: tag.clone(),
                attributes,
                children,
            })
        }
        _ => Err(format!("not a node of a tree: {node}")),
    }
}

/// A list of names and values.
pub(super) fn pairs(list: &[Value]) -> Result<Vec<(String, String)>, String> {
    let (pairs, []) = list.as_chunks::<2>() else {
        return Err(format!("attributes without a partner: {list:?}"));
    };
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let pairs = pairs
        .iter()
        .map(|[name, value]| text(name).zip(text(value)));
    pairs
        .collect::<Option<_>>()
        .ok_or_else(|| format!("attributes that are not texts: {list:?}"))
}

fn optional(value: Option<&Value>) -> Option<&Value> {
    value.filter(|value| value.as_u64() != Some(0))
}

fn each<T>(
    list: &Value,
    what: &str,
    read: fn(&Value) -> Result<T, String>,
) -> Result<Vec<T>, String> {
    array(list, what)?.iter().map(read).collect()
}

/// The items of an array, or a complaint that names what it should have been.
pub(super) fn array<'a>(value: &'a Value, what: &str) -> Result<&'a [Value], String> {
    value
        .as_array()
        .map(Vec::as_slice)
        .ok_or_else(|| format!("{what} should be an array, not {value}"))
}
