//! What `dj-model` adds to its control: the slot that shows the field, where the author wrote none. Judges nothing.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;

use super::ast::{Attribute, Element, Expression, Name, Node, Template, Text, Value};
use crate::runtime_path::private;

/// The field of the view that a control shows and changes, where the template names one.
pub(super) fn field(element: &Element) -> Option<&Text> {
    let mut attributes = element.attributes.iter();
    attributes.find_map(|attribute| {
        let rest = attribute.name.text.strip_prefix("dj-model")?;
        let is_it = rest.is_empty() || rest.starts_with('.');
        match &attribute.value {
            Value::Static(text) if is_it && syn::parse_str::<Ident>(&text.value).is_ok() => {
                Some(text)
            }
            _ => None,
        }
    })
}

/// Adds what is missing, where a view is around whose fields these are.
pub(super) fn complete(template: &mut Template) {
    let handlers = template.handlers.as_ref();
    if let Some(state) = handlers.and_then(|handlers| handlers.state.clone()) {
        View { state }.nodes(&mut template.nodes, None);
    }
}

/// The view whose fields these are.
struct View {
    state: TokenStream,
}

impl View {
    /// `choice` is the field of the `select` around.
    fn nodes(&self, all: &mut [Node], choice: Option<&Text>) {
        for node in all {
            match node {
                Node::Element(element) => self.element(element, choice),
                Node::If(block) => {
                    let bodies = block.arms.iter_mut().map(|(_, body)| body);
                    for body in bodies.chain(&mut block.otherwise) {
                        self.nodes(&mut body.nodes, choice);
                    }
                }
                Node::Match(block) => {
                    for (_, body) in &mut block.arms {
                        self.nodes(&mut body.nodes, choice);
                    }
                }
                Node::For(block) => {
                    self.nodes(&mut block.body.nodes, choice);
                    if let Some(body) = &mut block.empty {
                        self.nodes(&mut body.nodes, choice);
                    }
                }
                Node::Component(component) => {
                    self.nodes(&mut component.content.nodes, None);
                    for slot in &mut component.slots {
                        self.nodes(&mut slot.content.nodes, None);
                    }
                }
                _ => {}
            }
        }
    }

    fn element(&self, element: &mut Element, choice: Option<&Text>) {
        let own = field(element).cloned();
        if let Some(field) = &own {
            self.show(element, field);
        } else if let Some(field) = choice
            && element.name.text == "option"
        {
            self.choose(element, "selected", field);
        }
        let choice = match element.name.text.as_str() {
            "select" => own.as_ref(),
            "optgroup" => choice,
            _ => None,
        };
        self.nodes(&mut element.children, choice);
    }

    /// The slot that a control of this kind has.
    fn show(&self, element: &mut Element, field: &Text) {
        let kind = match element.attribute("type").map(|attribute| &attribute.value) {
            Some(Value::Static(text)) => text.value.clone(),
            Some(_) => return,
            None => "text".to_owned(),
        };
        match (element.name.text.as_str(), kind.as_str()) {
            ("textarea", _) if is_blank(&element.children) => {
                element.children = vec![Node::Expression(self.value(field))];
            }
            // What is secret is not sent back, and a file cannot be.
            ("input", "password" | "file") => {}
            ("input", "checkbox") => add(element, "checked", field, self.value(field)),
            ("input", "radio") => self.choose(element, "checked", field),
            ("input", _) => add(element, "value", field, self.value(field)),
            _ => {}
        }
    }

    /// One of several is chosen where its value is the field's.
    fn choose(&self, element: &mut Element, name: &str, field: &Text) {
        let written = match element.attribute("value").map(|attribute| &attribute.value) {
            Some(Value::Static(text)) => text.value.clone(),
            Some(Value::Expression(_) | Value::Interpolated(..)) => return,
            Some(Value::Bare) => String::new(),
            None => match &element.children[..] {
                [Node::Text(text)] => text
                    .value
                    .split_ascii_whitespace()
                    .collect::<Vec<_>>()
                    .join(" "),
                _ => return,
            },
        };
        let (private, path) = (private(), self.path(field));
        let span = place(field);
        let is_chosen = Expression {
            tokens: quote_spanned!(span=> #private::is_model(#path, #written)),
            span: field.area.first,
        };
        add(element, name, field, is_chosen);
    }

    fn value(&self, field: &Text) -> Expression {
        Expression {
            tokens: self.path(field),
            span: field.area.first,
        }
    }

    /// A reference to the field; to nothing where the view has given none of that name to controls.
    fn path(&self, field: &Text) -> TokenStream {
        let (private, state, name) = (private(), &self.state, &field.value);
        let this = Ident::new("self", place(field));
        quote_spanned! {place(field)=>
            <#state as #private::ModelAt<{
                #private::model_index(<#state as #private::ViewState>::MODELS, #name)
            }>>::field(#this)
        }
    }
}

fn is_blank(nodes: &[Node]) -> bool {
    let is_blank = |node: &Node| matches!(node, Node::Text(text) if text.value.trim().is_empty());
    nodes.iter().all(is_blank)
}

fn add(element: &mut Element, name: &str, field: &Text, value: Expression) {
    if element.attribute(name).is_some() || element.spread.is_some() {
        return;
    }
    element.attributes.push(Attribute {
        name: Name {
            text: name.to_owned(),
            area: field.area,
        },
        value: Value::Expression(value),
    });
}

fn place(field: &Text) -> Span {
    Span::call_site().located_at(field.area.first)
}
