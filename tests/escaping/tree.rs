//! HTML as a browser's parser reads it, as a plain tree. Judges nothing.

use std::borrow::Cow;
use std::cell::{Ref, RefCell};

use html5ever::interface::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, LocalName, ParseOpts, QualName, ns, parse_document, parse_fragment};

/// A node: attributes stand in the order of their names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    Element {
        tag: String,
        attributes: Vec<(String, String)>,
        children: Vec<Node>,
    },
    Text(String),
    Comment(String),
    /// A doctype, or the document itself.
    Other,
}

/// An element to compare with: name the attributes in order.
pub(crate) fn element(tag: &str, attributes: &[(&str, &str)], children: Vec<Node>) -> Node {
    let own = |&(name, value): &(&str, &str)| (name.to_owned(), value.to_owned());
    Node::Element {
        tag: tag.to_owned(),
        attributes: attributes.iter().map(own).collect(),
        children,
    }
}

pub(crate) fn text(text: &str) -> Node {
    Node::Text(text.to_owned())
}

/// What stands in the body of a page with this content.
pub(crate) fn parse(content: &str) -> Vec<Node> {
    parse_with(content, ParseOpts::default())
}

/// The same, as a browser reads it that runs scripts or does not.
pub(crate) fn parse_with(content: &str, options: ParseOpts) -> Vec<Node> {
    let page = format!("<!doctype html><html><head></head><body>{content}</body></html>");
    let arena = parse_document(Arena::default(), options).one(page);
    let root = arena.borrow()[0].children[0];
    let body = arena.borrow()[root].children[1];
    children(&arena.borrow(), body)
}

/// What an element of this name would hold that is given this HTML by itself.
pub(crate) fn parse_inside(tag: &str, html: &str) -> Vec<Node> {
    parse_inside_with(tag, html, ParseOpts::default())
}

/// The same, as a browser reads it that runs scripts or does not.
pub(crate) fn parse_inside_with(tag: &str, html: &str, options: ParseOpts) -> Vec<Node> {
    let name = QualName::new(None, ns!(html), LocalName::from(tag));
    let runs = options.tree_builder.scripting_enabled;
    let arena = parse_fragment(Arena::default(), options, name, Vec::new(), runs).one(html);
    let root = arena.borrow()[0].children[0];
    children(&arena.borrow(), root)
}

fn children(nodes: &[Draft], parent: usize) -> Vec<Node> {
    let node = |&id: &usize| match &nodes[id].data {
        Data::Element(name, attributes) => {
            let own = |one: &Attribute| (attribute(&one.name), one.value.to_string());
            let mut attributes: Vec<_> = attributes.iter().map(own).collect();
            attributes.sort();
            Node::Element {
                tag: tag(name),
                attributes,
                children: children(nodes, id),
            }
        }
        Data::Text(text) => Node::Text(text.clone()),
        Data::Comment(text) => Node::Comment(text.clone()),
        Data::Other => Node::Other,
    };
    nodes[parent].children.iter().map(node).collect()
}

/// A name with the prefix that our trees give it.
fn tag(name: &QualName) -> String {
    let prefix = match name.ns {
        ns!(svg) => "svg:",
        ns!(mathml) => "math:",
        _ => "",
    };
    format!("{prefix}{}", name.local)
}

fn attribute(name: &QualName) -> String {
    match &name.prefix {
        Some(prefix) => format!("{prefix}:{}", name.local),
        None => name.local.to_string(),
    }
}

/// A node while the parser still moves it.
#[derive(Debug)]
struct Draft {
    data: Data,
    parent: Option<usize>,
    children: Vec<usize>,
}

#[derive(Debug)]
enum Data {
    Element(QualName, Vec<Attribute>),
    Text(String),
    Comment(String),
    Other,
}

/// Every node; the first is the document.
struct Arena(RefCell<Vec<Draft>>);

impl Default for Arena {
    fn default() -> Self {
        let arena = Arena(RefCell::default());
        arena.create(Data::Other);
        arena
    }
}

impl Arena {
    fn create(&self, data: Data) -> usize {
        let mut nodes = self.0.borrow_mut();
        nodes.push(Draft {
            data,
            parent: None,
            children: Vec::new(),
        });
        nodes.len() - 1
    }

    fn insert(&self, parent: usize, index: usize, child: NodeOrText<usize>) {
        let child = match child {
            NodeOrText::AppendNode(node) => node,
            NodeOrText::AppendText(text) => {
                let nodes = &mut *self.0.borrow_mut();
                let before = index.checked_sub(1).map(|at| nodes[parent].children[at]);
                if let Some(Data::Text(known)) = before.map(|node| &mut nodes[node].data) {
                    known.push_str(&text);
                    return;
                }
                nodes.push(Draft {
                    data: Data::Text(text.to_string()),
                    parent: None,
                    children: Vec::new(),
                });
                nodes.len() - 1
            }
        };
        let mut nodes = self.0.borrow_mut();
        nodes[child].parent = Some(parent);
        nodes[parent].children.insert(index, child);
    }

    fn place(&self, node: usize) -> Option<(usize, usize)> {
        let nodes = self.0.borrow();
        let parent = nodes[node].parent?;
        let index = nodes[parent].children.iter().position(|&id| id == node)?;
        Some((parent, index))
    }
}

impl TreeSink for Arena {
    type Handle = usize;
    type Output = RefCell<Vec<Draft>>;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Self::Output {
        self.0
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> usize {
        0
    }

    fn elem_name<'a>(&'a self, target: &'a usize) -> Self::ElemName<'a> {
        Ref::map(self.0.borrow(), |nodes| match &nodes[*target].data {
            Data::Element(name, _) => name,
            data => panic!("the parser asks for the name of {data:?}"),
        })
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> usize {
        self.create(Data::Element(name, attributes))
    }

    fn is_mathml_annotation_xml_integration_point(&self, target: &usize) -> bool {
        let Data::Element(_, attributes) = &self.0.borrow()[*target].data else {
            return false;
        };
        let html = ["text/html", "application/xhtml+xml"];
        let says_html = |value: &str| html.iter().any(|one| value.eq_ignore_ascii_case(one));
        attributes
            .iter()
            .any(|one| &*one.name.local == "encoding" && says_html(&one.value))
    }

    fn create_comment(&self, text: StrTendril) -> usize {
        self.create(Data::Comment(text.to_string()))
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> usize {
        self.create(Data::Other)
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        let index = self.0.borrow()[*parent].children.len();
        self.insert(*parent, index, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &usize,
        previous: &usize,
        child: NodeOrText<usize>,
    ) {
        match self.place(*element) {
            Some(_) => self.append_before_sibling(element, child),
            None => self.append(previous, child),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &usize) -> usize {
        *target
    }

    fn same_node(&self, one: &usize, other: &usize) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &usize, child: NodeOrText<usize>) {
        let (parent, index) = self.place(*sibling).expect("a sibling stands somewhere");
        self.insert(parent, index, child);
    }

    fn add_attrs_if_missing(&self, _: &usize, _: Vec<Attribute>) {}

    fn remove_from_parent(&self, target: &usize) {
        if let Some((parent, index)) = self.place(*target) {
            self.0.borrow_mut()[parent].children.remove(index);
        }
    }

    fn reparent_children(&self, node: &usize, parent: &usize) {
        let children = std::mem::take(&mut self.0.borrow_mut()[*node].children);
        for child in children {
            self.append(parent, NodeOrText::AppendNode(child));
        }
    }
}
