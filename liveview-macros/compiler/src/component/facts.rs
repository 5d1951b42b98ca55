//! What a component's own template says to its calls: its elements, and where it shows what it is given. Emits nothing.
//!
//! Looked at is the one `html!` that ends the function. What is shown elsewhere has no place that is known here, and no law
//! is held against it; what is handed on to another component stands where that one shows it.

use proc_macro2::{Ident, TokenStream, TokenTree};

use super::half::Begin;
use super::known::{Form, Known, Scope};
use super::model::{Item, Parameter, Role};
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Component, Element, Expression, Node, Value};
use crate::html::check::roots::{BEGINNING, Roots, Trail};
use crate::html::check::{self, events};
use crate::html::{lower, parse};
use crate::names::unraw;

/// What a template says.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// Whether it is exactly one element.
    pub(super) is_one_element: bool,
    /// Whether it surely holds no field of a form but those that it is given.
    pub(super) is_fieldless: bool,
    /// What it asks of the place where it is shown.
    pub(super) roots: Option<Roots>,
    /// What it asks by components that it begins with.
    pub(super) begins: Vec<Begin>,
    /// The tags of the elements that attributes are passed on to.
    pub(super) spread_on: Vec<String>,
    /// Of each parameter: each place where it is shown.
    places: Vec<(usize, Trail)>,
    /// Of each parameter that is bound to an event: the names of what the event supplies, or all of a form.
    bound: Vec<(usize, Option<Vec<String>>)>,
}

impl Facts {
    /// Where a parameter is shown.
    pub(super) fn places(&self, parameter: usize) -> Vec<Trail> {
        let of_it = self.places.iter().filter(|(index, _)| *index == parameter);
        of_it.map(|(_, place)| place.clone()).collect()
    }

    /// What a browser supplies to a handler that is given as this parameter, where each of its uses is known.
    pub(super) fn supplied(
        &self,
        parameter: usize,
        name: &Ident,
        body: &TokenStream,
    ) -> Option<Vec<String>> {
        let uses = self.bound.iter().filter(|(index, _)| *index == parameter);
        let uses: Vec<&Option<Vec<String>>> = uses.map(|(_, supplied)| supplied).collect();
        if uses.is_empty() || uses.len() != count(name, body) {
            return None;
        }
        let mut common: Option<Vec<String>> = None;
        for supplied in uses.into_iter().flatten() {
            match &mut common {
                None => common = Some(supplied.clone()),
                Some(common) => common.retain(|name| supplied.contains(name)),
            }
        }
        common
    }
}

/// How often a name stands in these tokens.
fn count(name: &Ident, tokens: &TokenStream) -> usize {
    let counts = tokens.clone().into_iter().map(|token| match token {
        TokenTree::Ident(word) => usize::from(word == *name),
        TokenTree::Group(group) => count(name, &group.stream()),
        _ => 0,
    });
    counts.sum()
}

/// Reads the template of a component.
pub(super) fn find(item: &Item, parameters: &[Parameter], diagnostics: &mut Diagnostics) -> Facts {
    let Some(tokens) = last_template(item.body.stream()) else {
        return Facts::default();
    };
    let template = parse::parse(tokens, &mut Diagnostics::default());
    let root = lower::lower(&template).fragments.into_iter().next();
    let mut begins = Vec::new();
    begun(item, &template.nodes, &mut Trail::default(), &mut begins);
    let mut walk = Walk {
        item,
        parameters,
        facts: Facts {
            begins,
            is_one_element: root.is_some_and(|root| root.arity == Some(1)),
            is_fieldless: true,
            roots: Some(Roots::of(&template.nodes)),
            ..Facts::default()
        },
        trail: Trail::default(),
        is_in_block: false,
        is_unasked: false,
        diagnostics,
    };
    walk.nodes(&template.nodes, &mut Scope::of(parameters));
    walk.facts
}

/// The body of the `html!` that a function ends with.
fn last_template(body: TokenStream) -> Option<TokenStream> {
    let tokens: Vec<TokenTree> = body.into_iter().collect();
    match &tokens[..] {
        [
            ..,
            TokenTree::Ident(name),
            TokenTree::Punct(mark),
            TokenTree::Group(group),
        ] if name == "html" && mark.as_char() == '!' => Some(group.stream()),
        _ => None,
    }
}

/// Finds the components that nodes begin with, and what these are given, which may be shown at their tops.
///
/// Nobody is asked who is called in a block: components that call each other stop somewhere, and asked in a circle they would
/// all wait. A circle without a block does not stop when it is shown either.
fn begun(item: &Item, nodes: &[Node], trail: &mut Trail, begins: &mut Vec<Begin>) {
    for node in nodes {
        let Node::Component(component) = node else {
            continue;
        };
        if is_itself(item, component) {
            continue;
        }
        trail.enter_component(component, BEGINNING);
        begins.push(Begin {
            trail: trail.clone(),
            roots: None,
        });
        trail.leave();
        let slots = component.slots.iter();
        let slots = slots.map(|slot| (slot.name.text.as_str(), &slot.content));
        for (slot, body) in [("", &component.content)].into_iter().chain(slots) {
            trail.enter_component(component, slot);
            if body.nodes.iter().any(|node| !check::is_invisible(node)) {
                begins.push(Begin {
                    trail: trail.clone(),
                    roots: Some(Roots::of(&body.nodes)),
                });
                begun(item, &body.nodes, trail, begins);
            }
            trail.leave();
        }
    }
}

/// Whether a component is called in its own template: it is not known yet.
fn is_itself(item: &Item, component: &Component) -> bool {
    let name = component.name.text.rsplit("::").next().unwrap_or_default();
    name.trim() == unraw(item.name())
}

struct Walk<'p, 'd> {
    item: &'p Item,
    parameters: &'p [Parameter],
    facts: Facts,
    /// The way to where we are.
    trail: Trail,
    /// Whether a block is around.
    is_in_block: bool,
    /// Whether a component is called on the way that is not asked: see [`begun`].
    is_unasked: bool,
    diagnostics: &'d mut Diagnostics,
}

impl Walk<'_, '_> {
    fn nodes(&mut self, nodes: &[Node], scope: &mut Scope) {
        for node in nodes {
            match node {
                Node::Element(element) => self.element(element, scope),
                Node::Render(expression) => self.rendered(expression, scope),
                Node::Component(component) => self.component(component, scope),
                Node::Html(_) | Node::Refused(_) => self.facts.is_fieldless = false,
                Node::Let(binding) => scope.hide(&binding.tokens),
                Node::If(_) | Node::Match(_) | Node::For(_) => self.block(node, scope),
                _ => {}
            }
        }
    }

    fn block(&mut self, node: &Node, scope: &Scope) {
        let outside = std::mem::replace(&mut self.is_in_block, true);
        match node {
            Node::If(block) => {
                for (condition, body) in &block.arms {
                    self.nodes(&body.nodes, &mut scope.under_condition(condition));
                }
            }
            Node::Match(block) => {
                for (pattern, body) in &block.arms {
                    let mut inner = scope.under_pattern(pattern, &block.scrutinee);
                    self.nodes(&body.nodes, &mut inner);
                }
            }
            Node::For(block) => {
                let mut inner = scope.in_loop(&block.pattern, &block.iterable);
                self.nodes(&block.body.nodes, &mut inner);
            }
            _ => {}
        }
        self.otherwise(node, scope);
        self.is_in_block = outside;
    }

    /// The bodies that see no new name: `@else`, `@empty`.
    fn otherwise(&mut self, node: &Node, scope: &Scope) {
        let body = match node {
            Node::If(block) => &block.otherwise,
            Node::For(block) => &block.empty,
            _ => return,
        };
        if let Some(body) = body {
            self.nodes(&body.nodes, &mut scope.clone());
        }
    }

    fn element(&mut self, element: &Element, scope: &Scope) {
        self.facts.is_fieldless &= !events::may_be_a_field(element);
        for attribute in &element.attributes {
            if let Value::Expression(expression) = &attribute.value
                && events::is_binding(&attribute.name.text)
                && let Some(known) = scope.named(expression)
            {
                let supplied = events::supplied(element, attribute);
                self.facts.bound.push((known.parameter, supplied));
            }
        }
        let rest = element
            .spread
            .as_ref()
            .and_then(|spread| scope.named(spread));
        if rest.is_some_and(|rest| matches!(self.parameters[rest.parameter].role, Role::Rest)) {
            self.facts.spread_on.push(element.name.text.clone());
        }
        self.trail.enter(element);
        self.nodes(&element.children, &mut scope.clone());
        self.trail.leave();
    }

    fn component(&mut self, component: &Component, scope: &Scope) {
        self.facts.is_fieldless = false;
        let outside = self.is_unasked;
        self.is_unasked |= self.is_in_block || is_itself(self.item, component);
        self.trail.enter_component(component, "");
        self.nodes(&component.content.nodes, &mut scope.clone());
        self.trail.leave();
        for slot in &component.slots {
            let mut inner = scope.clone();
            if let Some(pattern) = &slot.argument {
                inner.hide(&pattern.tokens);
            }
            self.trail.enter_component(component, &slot.name.text);
            self.nodes(&slot.content.nodes, &mut inner);
            self.trail.leave();
        }
        self.is_unasked = outside;
    }

    /// `@render(children)`, `@render(footer.with(row))`.
    fn rendered(&mut self, expression: &Expression, scope: &Scope) {
        let known = scope.begun(expression);
        let known = known.filter(|known| self.parameters[known.parameter].is_content());
        let Some(known) = known else {
            self.facts.is_fieldless = false;
            return;
        };
        let parameter = &self.parameters[known.parameter];
        let place = (known.parameter, self.trail.clone());
        if !self.is_unasked && !self.facts.places.contains(&place) {
            self.facts.places.push(place);
        }
        if scope.named(expression).is_some() {
            renders_by_itself(parameter, known, expression, self.diagnostics);
        }
    }
}

/// What is optional, several, or waits for a value cannot be shown by its name alone.
fn renders_by_itself(
    parameter: &Parameter,
    known: &Known,
    expression: &Expression,
    diagnostics: &mut Diagnostics,
) {
    let name = unraw(&parameter.name);
    let (is_many, has_argument) = match &parameter.role {
        Role::Slot {
            is_many,
            has_argument,
            ..
        } => (*is_many, *has_argument),
        _ => (false, false),
    };
    let shown = match has_argument {
        true => format!("{name}.with(…)"),
        false => name.clone(),
    };
    let (message, help) = match known.form {
        Form::Optional => (
            format!("`{name}` may not be there"),
            format!("write `@if let Some({name}) = {name} {{ @render({shown}) }}`"),
        ),
        Form::Whole if is_many => (
            format!("`{name}` is what was given several times"),
            format!(
                "walk it: `@for each in {name}; unkeyed {{ <div>@render({}) </div> }}`",
                shown.replacen(&name, "each", 1)
            ),
        ),
        _ if has_argument => (
            format!("`{name}` is shown with a value, which it gives to its content"),
            format!("write `@render({shown})`"),
        ),
        _ => return,
    };
    diagnostics.error(expression.span, message).help(help);
}
