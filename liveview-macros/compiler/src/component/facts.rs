//! What a component's own template says to its calls: its elements, and where it shows what it is given. Emits nothing.
//!
//! Looked at is the one `html!` that ends the function. What is shown elsewhere, or inside of another component, has no
//! place that is known here, and no law is held against it.

use proc_macro2::{Ident, TokenStream, TokenTree};

use super::known::{Form, Known, Scope};
use super::model::{Item, Parameter, Role};
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Component, Element, Expression, Node, Value};
use crate::html::check::events;
use crate::html::check::roots::{Roots, Spot};
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
    /// The tags of the elements that attributes are passed on to.
    pub(super) spread_on: Vec<String>,
    /// Of each parameter: each place where it is shown.
    places: Vec<(usize, Spot)>,
    /// Of each parameter that is bound to an event: the names of what the event supplies, or all of a form.
    bound: Vec<(usize, Option<Vec<String>>)>,
}

impl Facts {
    /// Where a parameter is shown.
    pub(super) fn places(&self, parameter: usize) -> Vec<Spot> {
        let of_it = self.places.iter().filter(|(index, _)| *index == parameter);
        of_it.map(|(_, spot)| *spot).collect()
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
    let mut walk = Walk {
        parameters,
        facts: Facts {
            is_one_element: root.is_some_and(|root| root.arity == Some(1)),
            is_fieldless: true,
            roots: Some(Roots::of(&template.nodes)),
            ..Facts::default()
        },
        diagnostics,
    };
    walk.nodes(
        &template.nodes,
        &mut Scope::of(parameters),
        Some(Spot::default()),
    );
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

struct Walk<'p, 'd> {
    parameters: &'p [Parameter],
    facts: Facts,
    diagnostics: &'d mut Diagnostics,
}

/// Where we are; nothing where a component is around, which may put other elements between.
type Around = Option<Spot>;

impl Walk<'_, '_> {
    fn nodes(&mut self, nodes: &[Node], scope: &mut Scope, around: Around) {
        for node in nodes {
            match node {
                Node::Element(element) => self.element(element, scope, around),
                Node::Render(expression) => self.rendered(expression, scope, around),
                Node::Component(component) => self.component(component, scope),
                Node::Html(_) | Node::Refused(_) => self.facts.is_fieldless = false,
                Node::Let(binding) => scope.hide(&binding.tokens),
                Node::If(block) => {
                    for (condition, body) in &block.arms {
                        self.nodes(&body.nodes, &mut scope.under_condition(condition), around);
                    }
                }
                Node::Match(block) => {
                    for (pattern, body) in &block.arms {
                        let mut inner = scope.under_pattern(pattern, &block.scrutinee);
                        self.nodes(&body.nodes, &mut inner, around);
                    }
                }
                Node::For(block) => {
                    let mut inner = scope.in_loop(&block.pattern, &block.iterable);
                    self.nodes(&block.body.nodes, &mut inner, around);
                }
                _ => {}
            }
            self.otherwise(node, scope, around);
        }
    }

    /// The bodies that see no new name: `@else`, `@empty`.
    fn otherwise(&mut self, node: &Node, scope: &Scope, around: Around) {
        let body = match node {
            Node::If(block) => &block.otherwise,
            Node::For(block) => &block.empty,
            _ => return,
        };
        if let Some(body) = body {
            self.nodes(&body.nodes, &mut scope.clone(), around);
        }
    }

    fn element(&mut self, element: &Element, scope: &Scope, around: Around) {
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
        let inside = around.map(|around| around.inside(element));
        self.nodes(&element.children, &mut scope.clone(), inside);
    }

    fn component(&mut self, component: &Component, scope: &Scope) {
        self.facts.is_fieldless = false;
        self.nodes(&component.content.nodes, &mut scope.clone(), None);
        for slot in &component.slots {
            let mut inner = scope.clone();
            if let Some(pattern) = &slot.argument {
                inner.hide(&pattern.tokens);
            }
            self.nodes(&slot.content.nodes, &mut inner, None);
        }
    }

    /// `@render(children)`, `@render(footer.with(row))`.
    fn rendered(&mut self, expression: &Expression, scope: &Scope, around: Around) {
        let known = scope.begun(expression);
        let known = known.filter(|known| self.parameters[known.parameter].is_content());
        let Some(known) = known else {
            self.facts.is_fieldless = false;
            return;
        };
        let parameter = &self.parameters[known.parameter];
        if let Some(around) = around {
            let place = (known.parameter, around);
            if !self.facts.places.contains(&place) {
                self.facts.places.push(place);
            }
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
