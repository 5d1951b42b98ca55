//! The fields of a form, wherever in its template they stand. Knows no handlers.

use proc_macro2::TokenStream;

use crate::html::ast::{Body, Element, Node, Text, Value};
use crate::html::check::events::controls::{Control, Sends, control};

/// A control with a name that stands in the template.
pub(super) struct Field<'t> {
    pub(super) name: &'t Text,
    pub(super) element: &'t Element,
    /// The block around it: only one of several bodies may be shown.
    block: usize,
    /// Whether there may be several of it.
    is_repeated: bool,
}

/// What a form holds.
pub(super) struct Fields<'t> {
    pub(super) all: Vec<Field<'t>>,
    /// Whether it may hold more than the template shows.
    pub(super) is_open: bool,
    /// The components that are shown in it, whose own templates say whether they hold fields.
    pub(super) components: Vec<&'t TokenStream>,
}

impl<'t> Fields<'t> {
    /// The fields of this form.
    pub(super) fn of(form: &'t Element, template: &'t [Node]) -> Self {
        let id = match form.attribute("id").map(|attribute| &attribute.value) {
            Some(Value::Static(text)) => Id::Is(text.value.as_str()),
            Some(Value::Expression(_) | Value::Interpolated(..)) => Id::Unknown,
            Some(Value::Bare) | None => Id::None,
        };
        let mut search = Search {
            form,
            id,
            is_inside: false,
            block: 0,
            blocks: 0,
            is_repeated: false,
            found: Fields {
                all: Vec::new(),
                is_open: false,
                components: Vec::new(),
            },
        };
        search.nodes(template);
        search.found
    }

    /// The names, in order.
    pub(super) fn names(&self) -> impl Iterator<Item = &'t str> {
        self.all.iter().map(|field| field.name.value.as_str())
    }

    /// Whether another control has the same name.
    pub(super) fn share_a_name(&self, field: &Field<'_>) -> bool {
        self.others(field).next().is_some()
    }

    /// Whether several boxes of one name may be ticked at once.
    pub(super) fn are_ticked_together(&self, field: &Field<'_>) -> bool {
        field.is_repeated
            || self.others(field).any(|other| {
                other.block == field.block && control(other.element) == Control::Sends(Sends::Tick)
            })
    }

    fn others(&self, field: &Field<'_>) -> impl Iterator<Item = &Field<'t>> {
        self.all.iter().filter(|other| {
            other.name.value == field.name.value && !std::ptr::eq(other.element, field.element)
        })
    }
}

/// What controls outside a form call it by.
#[derive(Clone, Copy)]
enum Id<'t> {
    None,
    Is(&'t str),
    Unknown,
}

/// A walk through a template for the controls of one form.
struct Search<'t> {
    form: &'t Element,
    id: Id<'t>,
    is_inside: bool,
    block: usize,
    blocks: usize,
    is_repeated: bool,
    found: Fields<'t>,
}

impl<'t> Search<'t> {
    fn nodes(&mut self, nodes: &'t [Node]) {
        for node in nodes {
            match node {
                Node::Element(element) => self.element(element),
                Node::Render(_) | Node::Html(_) | Node::Refused(_) => {
                    self.found.is_open |= self.is_reached();
                }
                Node::Component(component) => {
                    if self.is_reached() {
                        self.found.components.push(&component.path);
                    }
                    component.bodies().for_each(|body| self.body(body, false));
                }
                _ => {}
            }
            for body in node.bodies() {
                self.body(body, matches!(node, Node::For(_)));
            }
        }
    }

    fn body(&mut self, body: &'t Body, is_row: bool) {
        let around = (self.block, self.is_repeated);
        self.blocks += 1;
        self.block = self.blocks;
        self.is_repeated |= self.is_inside && is_row;
        self.nodes(&body.nodes);
        (self.block, self.is_repeated) = around;
    }

    fn element(&mut self, element: &'t Element) {
        self.control(element);
        let was_inside = self.is_inside;
        self.is_inside |= std::ptr::eq(element, self.form);
        self.nodes(&element.children);
        self.is_inside = was_inside;
    }

    fn control(&mut self, element: &'t Element) {
        if control(element) == Control::No || !self.belongs(element) {
            return;
        }
        match element.attribute("name").map(|attribute| &attribute.value) {
            Some(Value::Static(name)) if !name.value.is_empty() => self.found.all.push(Field {
                name,
                element,
                block: self.block,
                is_repeated: self.is_repeated,
            }),
            Some(Value::Expression(_) | Value::Interpolated(..)) => self.found.is_open = true,
            None => self.found.is_open |= element.spread.is_some(),
            _ => {}
        }
    }

    /// Whether a control is this form's: it stands in it, unless it names another.
    fn belongs(&mut self, element: &Element) -> bool {
        match (
            element.attribute("form").map(|attribute| &attribute.value),
            self.id,
        ) {
            (None, _) => self.is_inside,
            (Some(Value::Static(named)), Id::Is(id)) => named.value == id,
            (Some(Value::Static(_) | Value::Bare), Id::None) => false,
            (Some(_), Id::None) => {
                self.found.is_open |= self.is_inside;
                false
            }
            (Some(_), _) => {
                self.found.is_open = true;
                false
            }
        }
    }

    /// Whether what is shown here may hold fields of the form: it stands in it, or the form can be named.
    fn is_reached(&self) -> bool {
        self.is_inside || !matches!(self.id, Id::None)
    }
}

/// Whether the element may be a field of whatever form it is shown in.
pub fn may_be_a_field(element: &Element) -> bool {
    let is_named = match element.attribute("name").map(|attribute| &attribute.value) {
        Some(Value::Static(name)) => !name.value.is_empty(),
        Some(Value::Expression(_) | Value::Interpolated(..)) => true,
        Some(Value::Bare) | None => element.spread.is_some(),
    };
    is_named && control(element) != Control::No
}
