//! From a page's HTML to a document, by the rules browsers share. Never forgives what a browser would rearrange: it rearranges too.

use std::borrow::Cow;
use std::cell::{Ref, RefCell};
use std::collections::HashMap;

use html5ever::interface::tree_builder::{
    ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink,
};
use html5ever::tendril::{StrTendril, TendrilSink as _};
use html5ever::tokenizer::TokenizerOpts;
use html5ever::{Attribute, LocalName, Namespace, ParseOpts, QualName, local_name, ns};

use super::{Data, Dom, Element, NodeId};

impl Dom {
    /// Parses a whole page. The second value is the document's node.
    #[must_use]
    pub fn parse(html: &str) -> (Self, NodeId) {
        let builder = Builder::new();
        let document = builder.document;
        let dom = html5ever::parse_document(builder, ParseOpts::default()).one(html);
        (dom, document)
    }

    /// Makes what the HTML says the whole content of an element.
    pub(crate) fn set_html(&mut self, id: NodeId, html: &str) {
        let builder = Builder::new();
        let document = builder.document;
        let name = QualName::new(None, ns!(html), LocalName::from(self.tag(id)));
        // A browser takes the mark off files and off nothing else.
        let options = ParseOpts {
            tokenizer: TokenizerOpts {
                discard_bom: false,
                ..TokenizerOpts::default()
            },
            ..ParseOpts::default()
        };
        let parser = html5ever::parse_fragment(builder, options, name, Vec::new(), true);
        let part = parser.one(html);
        while let Some(child) = self.first(id) {
            self.detach(child);
        }
        // The parser puts what it reads into an `html` of its own.
        if let Some(root) = part.first(document) {
            self.copy(&part, root, id);
        }
    }

    fn copy(&mut self, part: &Dom, from: NodeId, to: NodeId) {
        for child in part.children(from) {
            let copied = self.create(part.data(child).clone());
            self.insert(to, copied, None);
            self.copy(part, child, copied);
        }
    }
}

/// The parser calls it with shared references, so what grows sits in a cell.
struct Builder {
    document: NodeId,
    state: RefCell<State>,
}

impl Builder {
    fn new() -> Self {
        let mut dom = Dom::default();
        let document = dom.create(Data::Root);
        let state = State {
            dom,
            ..State::default()
        };
        Builder {
            document,
            state: RefCell::new(state),
        }
    }
}

#[derive(Default)]
struct State {
    dom: Dom,
    names: HashMap<NodeId, QualName>,
    /// What `template` elements hold, kept out of the document as browsers do.
    contents: HashMap<NodeId, NodeId>,
}

impl State {
    fn append(&mut self, parent: NodeId, child: NodeOrText<NodeId>, before: Option<NodeId>) {
        let text = match child {
            NodeOrText::AppendNode(node) => return self.dom.insert(parent, node, before),
            NodeOrText::AppendText(text) => text,
        };
        let neighbour = match before {
            Some(before) => self.dom.previous(before),
            None => self.dom.node(parent).last,
        };
        if let Some(Data::Text(known)) = neighbour.map(|node| self.dom.data_mut(node)) {
            known.push_str(&text);
        } else {
            let node = self.dom.create(Data::Text(text.to_string()));
            self.dom.insert(parent, node, before);
        }
    }
}

impl TreeSink for Builder {
    type Handle = NodeId;
    type Output = Dom;
    type ElemName<'a> = Name<'a>;

    fn finish(self) -> Dom {
        self.state.into_inner().dom
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        self.document
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Name<'a> {
        Name(Ref::map(self.state.borrow(), |state| {
            state
                .names
                .get(target)
                .expect("the parser asks for names of elements it made")
        }))
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        flags: ElementFlags,
    ) -> NodeId {
        let mut state = self.state.borrow_mut();
        let id = state.dom.create(Data::Element(element(&name, &attributes)));
        state.names.insert(id, name);
        if flags.template {
            let content = state.dom.create(Data::Root);
            state.contents.insert(id, content);
        }
        id
    }

    fn create_comment(&self, text: StrTendril) -> NodeId {
        self.state
            .borrow_mut()
            .dom
            .create(Data::Comment(text.to_string()))
    }

    fn create_pi(&self, _target: StrTendril, data: StrTendril) -> NodeId {
        self.create_comment(data)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        self.state.borrow_mut().append(*parent, child, None);
    }

    fn append_based_on_parent_node(
        &self,
        element: &NodeId,
        previous: &NodeId,
        child: NodeOrText<NodeId>,
    ) {
        let mut state = self.state.borrow_mut();
        match state.dom.parent(*element) {
            Some(parent) => state.append(parent, child, Some(*element)),
            None => state.append(*previous, child, None),
        }
    }

    fn append_doctype_to_document(
        &self,
        _name: StrTendril,
        _public: StrTendril,
        _system: StrTendril,
    ) {
    }

    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        self.state.borrow().contents[target]
    }

    fn same_node(&self, one: &NodeId, other: &NodeId) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        let mut state = self.state.borrow_mut();
        let parent = state
            .dom
            .parent(*sibling)
            .expect("the parser names a sibling that stands somewhere");
        state.append(parent, child, Some(*sibling));
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attributes: Vec<Attribute>) {
        let mut state = self.state.borrow_mut();
        let Some(element) = state.dom.element_mut(*target) else {
            return;
        };
        for attribute in &attributes {
            let name = attribute_name(&attribute.name);
            if element.attribute(&name).is_none() {
                element.set(&name, Some(&attribute.value));
            }
        }
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.state.borrow_mut().dom.detach(*target);
    }

    fn reparent_children(&self, node: &NodeId, parent: &NodeId) {
        let mut state = self.state.borrow_mut();
        while let Some(child) = state.dom.first(*node) {
            state.dom.insert(*parent, child, None);
        }
    }
}

/// An element's name, lent to the parser.
#[derive(Debug)]
struct Name<'a>(Ref<'a, QualName>);

impl ElemName for Name<'_> {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

fn element(name: &QualName, attributes: &[Attribute]) -> Element {
    let prefix = match name.ns {
        ns!(svg) => "svg:",
        ns!(mathml) => "math:",
        _ => "",
    };
    let mut element = Element {
        tag: format!("{prefix}{}", name.local),
        ..Element::default()
    };
    for attribute in attributes {
        if &*attribute.name.local == "dj-style" && attribute.name.ns == ns!() {
            read_style(&mut element, &attribute.value);
        } else {
            element
                .attributes
                .push((attribute_name(&attribute.name), attribute.value.to_string()));
        }
    }
    element
}

/// The browser client hands `dj-style` to the CSSOM at binding; the model does it while it parses.
fn read_style(element: &mut Element, text: &str) {
    for declaration in text.split(';') {
        if let Some((name, value)) = declaration.split_once(':') {
            element.set_style(name.trim(), Some(value.trim()));
        }
    }
}

fn attribute_name(name: &QualName) -> String {
    match &name.prefix {
        Some(prefix) if name.local != local_name!("xmlns") => format!("{prefix}:{}", name.local),
        _ => name.local.to_string(),
    }
}
