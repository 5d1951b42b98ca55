//! Templates as JSON: slot tables with their addresses, and trees. Keeps no state.

use super::aliases::Aliases;
use super::text::{base64, number, string};
use crate::rendered::outline::{Outline, Range};
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
    for (index, slot) in template.slots().enumerate() {
        separate(out, index);
        one_slot(out, &slot, aliases);
    }
    out.push(']');
}

fn one_slot(out: &mut String, slot: &Slot, aliases: &mut Aliases) {
    out.push_str("[\"");
    out.push(keys::letter(slot.kind));
    out.push_str("\",[");
    for (index, step) in slot.path().enumerate() {
        separate(out, index);
        match step {
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
    if !slot.name.is_empty() {
        out.push(',');
        string(out, slot.name);
    } else if slot.row.is_some() || slot.tag.is_some() {
        out.push_str(",0");
    }
    if let Some(row) = slot.row {
        out.push(',');
        number(out, aliases.name(row) as u64);
    } else if slot.tag.is_some() {
        out.push_str(",-1");
    }
    // The client has no trees of what the page shows, and checks by the tag that nobody put anything in between.
    if let Some(tag) = slot.tag {
        out.push(',');
        string(out, tag);
    }
    out.push(']');
}

/// What stands in the ranges of a page: `[alias, slot, what, slot, what, …]` of an instance, where `what` is the same of the
/// instance in a one-of or a component, and an array of it or 0 of the rows of a list.
pub(super) fn outline(out: &mut String, outline: &Outline, aliases: &mut Aliases) {
    out.push('[');
    number(out, aliases.name(outline.template) as u64);
    for (slot, range) in &outline.ranges {
        out.push(',');
        number(out, *slot as u64);
        out.push(',');
        match range {
            Range::One(inside) => self::outline(out, inside, aliases),
            Range::Rows(rows) => {
                out.push('[');
                for (index, row) in rows.iter().enumerate() {
                    separate(out, index);
                    match row {
                        Some(inside) => self::outline(out, inside, aliases),
                        None => out.push('0'),
                    }
                }
                out.push(']');
            }
        }
    }
    out.push(']');
}

/// The tree, as a further item: `,[child, …]`, an element being `[tag, [name, value, …] | 0, …children]`.
pub(super) fn tree(out: &mut String, template: &Template) {
    out.push_str(",[");
    let mut last = Last::Opened;
    for node in template.nodes() {
        last = next_node(out, last, node);
    }
    out.push(']');
}

/// What the last node left open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    /// A list of nodes, still empty.
    Opened,
    /// An element, of which only the tag is written.
    Tag,
    /// A list of attributes.
    Attributes,
    /// A list of nodes.
    Nodes,
}

fn next_node(out: &mut String, last: Last, node: Node) -> Last {
    match node {
        Node::Element(tag) => {
            begin_node(out, last);
            out.push('[');
            string(out, tag);
            return Last::Tag;
        }
        Node::Attribute(name, value) => {
            out.push_str(if last == Last::Tag { ",[" } else { "," });
            string(out, name);
            out.push(',');
            string(out, value);
            return Last::Attributes;
        }
        Node::End if last == Last::Attributes => out.push_str("]]"),
        Node::End => out.push(']'),
        Node::Text(text) => {
            begin_node(out, last);
            string(out, text);
        }
        Node::Slot(slot) => {
            begin_node(out, last);
            number(out, u64::from(slot));
        }
    }
    Last::Nodes
}

fn begin_node(out: &mut String, last: Last) {
    out.push_str(match last {
        Last::Opened => "",
        Last::Tag => ",0,",
        Last::Attributes => "],",
        Last::Nodes => ",",
    });
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
