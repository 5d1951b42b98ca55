//! The call of a component: what fills it becomes fragments of its own, known here alone. Looks at no declaration.

use proc_macro2::{TokenStream, TokenTree};

use super::{Lowering, Surroundings, space};
use crate::html::ast::{Attribute, Body, Component, Name, Node, SlotContent, Value};
use crate::html::call::{Call, Filling, Role};
use crate::html::check::events::makes_commands;
use crate::html::check::roots::Roots;
use crate::html::namespace::{self, Namespace};

impl<'t> Lowering<'t> {
    /// Lowers the call of a component and all that is given to it.
    pub(super) fn call(
        &mut self,
        component: &'t Component,
        surroundings: Surroundings<'t>,
        role: Role,
    ) -> Box<Call<usize>> {
        let content = self.content(component, surroundings);
        let slots = component
            .slots
            .iter()
            .map(|slot| self.slot(component, slot, surroundings))
            .collect();
        Box::new(Call {
            path: component.path.clone(),
            name: component.name.clone(),
            role,
            is_whole: component.is_whole,
            places: vec![self.trail.clone()],
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
        outside: Surroundings<'t>,
    ) -> Option<Filling<usize>> {
        let body = &component.content;
        let inside = given(body, outside);
        let is_empty = space::settle(&body.nodes, inside, space::Edges::Body).is_empty();
        (!is_empty).then(|| {
            self.trail.enter_component(component, "");
            let content = self.filled(body, inside);
            self.trail.leave();
            Filling {
                name: Name {
                    text: String::new(),
                    area: component.name.area,
                },
                attributes: Vec::new(),
                argument: None,
                roots: Roots::of_each(&body.nodes),
                content,
            }
        })
    }

    fn slot(
        &mut self,
        component: &Component,
        slot: &'t SlotContent,
        outside: Surroundings<'t>,
    ) -> Filling<usize> {
        self.trail.enter_component(component, &slot.name.text);
        let content = self.filled(&slot.content, given(&slot.content, outside));
        self.trail.leave();
        Filling {
            name: slot.name.clone(),
            attributes: slot.attributes.clone(),
            argument: slot.argument.clone(),
            roots: Roots::of_each(&slot.content.nodes),
            content,
        }
    }

    /// What stands there may be a part of a drawing or not: that is asked of the component.
    fn filled(&mut self, body: &'t Body, mut inside: Surroundings<'t>) -> usize {
        if inside.namespace == Namespace::Html && namespace::begins_shared(&body.nodes) {
            inside.question = Some(self.plan.questions.len());
            self.plan.questions.push(self.trail.clone());
        }
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

/// What a component puts around what it is given, its declaration knows alone.
fn given<'t>(body: &Body, outside: Surroundings<'t>) -> Surroundings<'t> {
    Surroundings {
        tag: "",
        namespace: Namespace::of_top(&body.nodes),
        question: None,
        ..outside
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
