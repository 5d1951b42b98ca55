//! Templates as JSON: slot tables with their addresses, and trees. Keeps no state.

use super::aliases::Aliases;
use super::text::{base64, number, string};
use crate::rendered::template::{Node, Place, Point, Slot, Step, Template};
use crate::wire::keys;

/// Begins `[alias, fingerprint, …` in the list `out`.
pub(super) fn open(out: &mut String, alias: usize, template: &Template) {
    out.push_str(if out.is_empty() { "[[" } else { ",[" });
    number(out, alias as u64);
    out.push_str(",\"");
    out.push_str(&base64(template.fingerprint));
    out.push_str("\",");
}

/// Ends a definition.
pub(super) fn end(out: &mut String) {
    out.push(']');
}

/// Ends the list, if it was begun.
pub(super) fn close(out: &mut String) {
    if !out.is_empty() {
        out.push(']');
    }
}

/// The slot table: `[[kind, path, follows, name?, row alias?, tag?], …]`.
pub(super) fn slots(out: &mut String, template: &Template, aliases: &mut Aliases) {
    out.push('[');
    for (index, slot) in template.slots.iter().enumerate() {
        separate(out, index);
        one_slot(out, slot, template, aliases);
    }
    out.push(']');
}

fn one_slot(out: &mut String, slot: &Slot, template: &Template, aliases: &mut Aliases) {
    out.push_str("[\"");
    out.push(keys::letter(slot.kind));
    out.push_str("\",[");
    for (index, step) in slot.path.iter().enumerate() {
        separate(out, index);
        match *step {
            Step::Element(element) => number(out, u64::from(element)),
            Step::After { range, element } => pair(out, range, element),
        }
    }
    out.push_str("],");
    match slot.place {
        Place::Element => out.push('0'),
        Place::Content => out.push_str(keys::CONTENT),
        Place::Only => out.push_str(keys::ONLY),
        Place::Behind(Point::Start(elements)) => number(out, u64::from(elements)),
        Place::Behind(Point::Range { range, elements }) => pair(out, range, elements),
    }
    let tag = tag(template.tree, template.slots, slot.path);
    if !slot.name.is_empty() {
        out.push(',');
        string(out, slot.name);
    } else if slot.row.is_some() || tag.is_some() {
        out.push_str(",0");
    }
    if let Some(row) = slot.row {
        out.push(',');
        number(out, aliases.name(row) as u64);
    } else if tag.is_some() {
        out.push_str(",-1");
    }
    if let Some(tag) = tag {
        out.push(',');
        string(out, tag);
    }
    out.push(']');
}

/// The tag at the end of a path: the client has no trees of what the page shows, and checks by it that nobody put
/// anything in between. None for the fragment itself, and for an element that another fragment brings.
fn tag(siblings: &'static [Node], slots: &[Slot], path: &[Step]) -> Option<&'static str> {
    let (step, rest) = path.split_first()?;
    let (from, count) = match *step {
        Step::Element(element) => (0, element),
        Step::After { range, element } => {
            let is_range = |node: &Node| matches!(node, Node::Slot(slot) if *slot == range);
            (siblings.iter().position(is_range)? + 1, element)
        }
    };
    let is_element = |node: &&Node| match node {
        Node::Element { .. } => true,
        Node::Slot(slot) => matches!(slots[usize::from(*slot)].place, Place::Only),
        Node::Text(_) => false,
    };
    let found = siblings[from..]
        .iter()
        .filter(is_element)
        .nth(usize::from(count))?;
    match found {
        Node::Element { tag, .. } if rest.is_empty() => Some(tag),
        Node::Element { children, .. } => self::tag(children, slots, rest),
        Node::Text(_) | Node::Slot(_) => None,
    }
}

/// The tree, as a further item: `,[child, …]`.
pub(super) fn tree(out: &mut String, template: &Template) {
    out.push_str(",[");
    nodes(out, template.tree);
    out.push(']');
}

fn nodes(out: &mut String, nodes: &[Node]) {
    for (index, node) in nodes.iter().enumerate() {
        separate(out, index);
        match node {
            Node::Text(text) => string(out, text),
            Node::Slot(slot) => number(out, u64::from(*slot)),
            Node::Element {
                tag,
                attributes,
                children,
            } => element(out, tag, attributes, children),
        }
    }
}

/// `[tag, [name, value, …] | 0, …children]`
fn element(out: &mut String, tag: &str, attributes: &[(&str, &str)], children: &[Node]) {
    out.push('[');
    string(out, tag);
    if !attributes.is_empty() {
        out.push_str(",[");
        for (index, (name, value)) in attributes.iter().enumerate() {
            separate(out, index);
            string(out, name);
            out.push(',');
            string(out, value);
        }
        out.push(']');
    } else if !children.is_empty() {
        out.push_str(",0");
    }
    if !children.is_empty() {
        out.push(',');
        nodes(out, children);
    }
    out.push(']');
}

fn pair(out: &mut String, first: u16, second: u16) {
    out.push('[');
    number(out, u64::from(first));
    out.push(',');
    number(out, u64::from(second));
    out.push(']');
}

fn separate(out: &mut String, index: usize) {
    if index > 0 {
        out.push(',');
    }
}
