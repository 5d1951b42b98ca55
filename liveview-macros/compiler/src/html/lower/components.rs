//! The call of a component: what fills it becomes fragments of its own, known here alone. Looks at no declaration.

use proc_macro2::{TokenStream, TokenTree};

use super::{Lowering, Surroundings, space};
use crate::html::ast::{Attribute, Body, Component, Name, Node, SlotContent, Value};
use crate::html::call::{Call, Filling, Role};
use crate::html::check::events::makes_commands;
use crate::html::check::roots::{Roots, Spot};

impl<'t> Lowering<'t> {
    /// Lowers the call of a component and all that is given to it.
    pub(super) fn call(
        &mut self,
        component: &'t Component,
        surroundings: Surroundings<'t>,
        role: Role,
    ) -> Box<Call<usize>> {
        // What the component puts around what it is given, its declaration knows alone.
        let inside = Surroundings {
            tag: "",
            spot: Spot::default(),
            ..surroundings
        };
        let content = self.content(component, inside);
        let slots = component
            .slots
            .iter()
            .map(|slot| self.slot(slot, inside))
            .collect();
        Box::new(Call {
            path: component.path.clone(),
            name: component.name.clone(),
            role,
            is_whole: component.is_whole,
            spot: surroundings.spot,
            header: self.header(component),
            attributes: component.attributes.clone(),
            spread: component.spread.clone(),
            content,
            slots,
        })
    }

    fn content(
        &mut self,
        component: &'t Component,
        inside: Surroundings<'t>,
    ) -> Option<Filling<usize>> {
        let nodes = &component.content.nodes;
        let is_empty = space::settle(nodes, inside, space::Edges::Body).is_empty();
        (!is_empty).then(|| Filling {
            name: Name {
                text: String::new(),
                area: component.name.area,
            },
            attributes: Vec::new(),
            argument: None,
            roots: Roots::of_each(nodes),
            content: self.filled(&component.content, inside),
        })
    }

    fn slot(&mut self, slot: &'t SlotContent, inside: Surroundings<'t>) -> Filling<usize> {
        Filling {
            name: slot.name.clone(),
            attributes: slot.attributes.clone(),
            argument: slot.argument.clone(),
            roots: Roots::of_each(&slot.content.nodes),
            content: self.filled(&slot.content, inside),
        }
    }

    fn filled(&mut self, body: &'t Body, inside: Surroundings<'t>) -> usize {
        self.fragment(&body.nodes, inside, body.span)
    }

    /// The header goes along where a prop may be a binding.
    fn header(&self, component: &Component) -> TokenStream {
        match &self.template.handlers {
            Some(handlers) if component.attributes.iter().any(may_bind) => handlers.header.clone(),
            _ => TokenStream::new(),
        }
    }
}

/// `"handler"`, `{handler}`, `{handler(argument)}`, or commands that push one.
fn may_bind(attribute: &Attribute) -> bool {
    match &attribute.value {
        Value::Static(_) => true,
        Value::Expression(expression) => {
            let tokens: Vec<TokenTree> = expression.tokens.clone().into_iter().take(3).collect();
            matches!(
                tokens[..],
                [TokenTree::Ident(_)] | [TokenTree::Ident(_), TokenTree::Group(_)]
            ) || makes_commands(&expression.tokens)
        }
        Value::Bare | Value::Interpolated(..) => false,
    }
}

/// The component that is all that these nodes show.
pub(super) fn sole_component(nodes: &[Node]) -> Option<&Component> {
    let is_shown = |node: &&Node| match node {
        Node::Text(text) => text.quoted || !text.value.trim_ascii().is_empty(),
        Node::Comment(_) | Node::Let(_) | Node::Refused(_) => false,
        _ => true,
    };
    let mut shown = nodes.iter().filter(is_shown);
    match (shown.next(), shown.next()) {
        (Some(Node::Component(component)), None) => Some(component),
        _ => None,
    }
}
