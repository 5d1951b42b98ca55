//! A small document: nodes that keep their number for life, so that a test can ask whether two are the same object.
//! Knows HTML's shape but nothing of templates, frames or views.

mod parse;
mod print;
mod select;

use std::collections::HashMap;

pub(crate) use select::{Selector, squeeze};

/// A node's number: never reused, never changed by a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(u32);

/// A document and everything that ever stood in it.
#[derive(Debug, Default)]
pub struct Dom {
    nodes: Vec<Node>,
    /// Elements that took the place of others; what held the old one finds the new one here.
    successors: HashMap<NodeId, NodeId>,
}

/// What a node is.
#[derive(Debug, Clone)]
pub(crate) enum Data {
    /// The document itself, or the content of a `template` element.
    Root,
    /// An element.
    Element(Element),
    /// A text.
    Text(String),
    /// A comment; ours are range markers.
    Comment(String),
}

/// What an element carries besides its place.
#[derive(Debug, Clone, Default)]
pub(crate) struct Element {
    /// The name, with `svg:` or `math:` before it outside HTML.
    pub(crate) tag: String,
    /// The attributes in the order in which they came.
    pub(crate) attributes: Vec<(String, String)>,
    /// The properties written through `dj-style` or the CSSOM.
    pub(crate) style: Vec<(String, String)>,
    /// What the person did to the control, if anything.
    pub(crate) person: Person,
}

/// A control's state where it is the person's and not the server's.
#[derive(Debug, Clone, Default)]
pub(crate) struct Person {
    /// The text typed or the option chosen.
    pub(crate) value: Option<String>,
    /// The box ticked or not.
    pub(crate) checked: Option<bool>,
    /// The server wrote the field while the person was in it: its value shows on leaving.
    pub(crate) overruled: bool,
}

#[derive(Debug, Clone)]
struct Node {
    data: Data,
    parent: Option<NodeId>,
    previous: Option<NodeId>,
    next: Option<NodeId>,
    first: Option<NodeId>,
    last: Option<NodeId>,
}

impl Dom {
    pub(crate) fn create(&mut self, data: Data) -> NodeId {
        let id = NodeId(
            u32::try_from(self.nodes.len()).expect("a test's document fits in four billion nodes"),
        );
        self.nodes.push(Node {
            data,
            parent: None,
            previous: None,
            next: None,
            first: None,
            last: None,
        });
        id
    }

    pub(crate) fn data(&self, id: NodeId) -> &Data {
        &self.node(id).data
    }

    pub(crate) fn data_mut(&mut self, id: NodeId) -> &mut Data {
        &mut self.node_mut(id).data
    }

    pub(crate) fn element(&self, id: NodeId) -> Option<&Element> {
        match self.data(id) {
            Data::Element(element) => Some(element),
            _ => None,
        }
    }

    pub(crate) fn element_mut(&mut self, id: NodeId) -> Option<&mut Element> {
        match self.data_mut(id) {
            Data::Element(element) => Some(element),
            _ => None,
        }
    }

    pub(crate) fn tag(&self, id: NodeId) -> &str {
        self.element(id).map_or("", |element| &element.tag)
    }

    pub(crate) fn attribute(&self, id: NodeId, name: &str) -> Option<&str> {
        self.element(id)?.attribute(name)
    }

    pub(crate) fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.node(id).parent
    }

    pub(crate) fn next(&self, id: NodeId) -> Option<NodeId> {
        self.node(id).next
    }

    pub(crate) fn previous(&self, id: NodeId) -> Option<NodeId> {
        self.node(id).previous
    }

    pub(crate) fn first(&self, id: NodeId) -> Option<NodeId> {
        self.node(id).first
    }

    pub(crate) fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(self.first(id), |&child| self.next(child))
    }

    /// Everything below `id`, in document order.
    pub(crate) fn descendants(&self, id: NodeId) -> Vec<NodeId> {
        let mut found = Vec::new();
        let mut open: Vec<NodeId> = self.children(id).collect();
        open.reverse();
        while let Some(node) = open.pop() {
            found.push(node);
            let at = open.len();
            open.extend(self.children(node));
            open[at..].reverse();
        }
        found
    }

    /// Everything above `id`, the nearest first.
    pub(crate) fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(self.parent(id), |&node| self.parent(node))
    }

    /// Puts `child` before a sibling, or last; from wherever it stood.
    pub(crate) fn insert(&mut self, parent: NodeId, child: NodeId, before: Option<NodeId>) {
        if before == Some(child) {
            return;
        }
        self.detach(child);
        let previous = match before {
            Some(sibling) => self.node(sibling).previous,
            None => self.node(parent).last,
        };
        let node = self.node_mut(child);
        (node.parent, node.previous, node.next) = (Some(parent), previous, before);
        match previous {
            Some(previous) => self.node_mut(previous).next = Some(child),
            None => self.node_mut(parent).first = Some(child),
        }
        match before {
            Some(sibling) => self.node_mut(sibling).previous = Some(child),
            None => self.node_mut(parent).last = Some(child),
        }
    }

    /// Takes a node and all below it out of the document.
    pub(crate) fn detach(&mut self, id: NodeId) {
        let Node {
            parent,
            previous,
            next,
            ..
        } = *self.node(id);
        let Some(parent) = parent else { return };
        match previous {
            Some(previous) => self.node_mut(previous).next = next,
            None => self.node_mut(parent).first = next,
        }
        match next {
            Some(next) => self.node_mut(next).previous = previous,
            None => self.node_mut(parent).last = previous,
        }
        let node = self.node_mut(id);
        (node.parent, node.previous, node.next) = (None, None, None);
    }

    /// Takes `old` out and lets what holds it find `new`, which stands in its place already.
    pub(crate) fn succeed(&mut self, old: NodeId, new: NodeId) {
        self.detach(old);
        self.successors.insert(old, new);
    }

    /// What stands today where `id` once stood.
    pub(crate) fn current(&self, mut id: NodeId) -> NodeId {
        while let Some(&successor) = self.successors.get(&id) {
            id = successor;
        }
        id
    }

    /// All text below a node, as the parser gave it.
    pub(crate) fn text(&self, id: NodeId) -> String {
        let mut text = String::new();
        for node in self.descendants(id) {
            if let Data::Text(piece) = self.data(node) {
                text.push_str(piece);
            }
        }
        text
    }

    /// Makes one text the whole content of an element.
    pub(crate) fn set_text(&mut self, id: NodeId, text: &str) {
        while let Some(child) = self.first(id) {
            self.detach(child);
        }
        let child = self.create(Data::Text(text.to_owned()));
        self.insert(id, child, None);
    }

    fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0 as usize]
    }

    fn node_mut(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id.0 as usize]
    }
}

impl Element {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    pub(crate) fn set(&mut self, name: &str, value: Option<&str>) {
        set(&mut self.attributes, name, value);
    }

    pub(crate) fn set_style(&mut self, name: &str, value: Option<&str>) {
        set(&mut self.style, name, value);
    }

    pub(crate) fn classes(&self) -> Vec<String> {
        self.attribute("class")
            .unwrap_or_default()
            .split_ascii_whitespace()
            .map(str::to_owned)
            .collect()
    }

    /// What a spread wrote here: names, and class tokens behind a point.
    pub(crate) fn spread(&self) -> Vec<String> {
        let marks = self.attribute("dj-a").unwrap_or_default();
        marks.split_ascii_whitespace().map(str::to_owned).collect()
    }

    pub(crate) fn set_classes(&mut self, classes: &[String]) {
        self.set("class", Some(&classes.join(" ")));
    }
}

/// Keeps an existing entry where it stands, so that printing stays stable.
fn set(entries: &mut Vec<(String, String)>, name: &str, value: Option<&str>) {
    let at = entries.iter().position(|(known, _)| known == name);
    match (at, value) {
        (Some(at), Some(value)) => value.clone_into(&mut entries[at].1),
        (Some(at), None) => {
            entries.remove(at);
        }
        (None, Some(value)) => entries.push((name.to_owned(), value.to_owned())),
        (None, None) => {}
    }
}
