//! Ranges: what a block can show, and whether it needs markers. Addresses no text.

use super::builder::{Builder, slot};
use super::children::Level;
use super::{Surroundings, components, space};
use crate::html::ast::{self, Expression, Node};
use crate::html::branches;
use crate::html::call::Role;
use crate::html::contexts;
use crate::html::plan::{Action, Branch, Kind, Place, Row, Rows, Slot, Tree};

const OPEN: &str = "<!--[-->";
const CLOSE: &str = "<!--]-->";

impl<'t> Builder<'_, 't> {
    /// Lowers a block, `@render` or a component.
    pub(super) fn block(&mut self, block: &'t Node, level: &mut Level<'_, 't>) {
        match block {
            Node::If(conditional) => self.conditional(conditional, level),
            Node::Match(matching) => self.matching(matching, level),
            Node::For(repetition) => self.repetition(repetition, level),
            Node::Render(expression) => {
                let action = Action::Render(Expression {
                    tokens: branches::without_rivals(expression.tokens.clone()),
                    span: expression.span,
                });
                self.range((Kind::Component, None), Arity::Variable, action, level);
            }
            Node::Component(component) => {
                let call = self
                    .lowering
                    .call(component, level.surroundings, Role::Slot);
                let action = Action::Component(call);
                self.range((Kind::Component, None), Arity::Variable, action, level);
            }
            Node::Html(expression) => self.raw(expression, level),
            _ => {}
        }
    }

    /// Raw HTML is the whole content of its element; anywhere else it was refused.
    fn raw(&mut self, expression: &Expression, level: &mut Level<'_, 't>) {
        level.only_elements = false;
        let tag = level.surroundings.tag;
        if !level.is_sole || contexts::raw_refusal(tag).is_some() {
            self.act(Action::Touch(expression.clone()));
            return;
        }
        self.slot(slot(Kind::Html, level.path, Place::Element));
        let is_inline = !contexts::holds_blocks(tag);
        let only_inline = is_inline.then(|| tag.to_owned());
        self.act(Action::Html(expression.clone(), only_inline));
    }

    fn conditional(&mut self, block: &'t ast::If, level: &mut Level<'_, 't>) {
        let surroundings = level.surroundings;
        let arms: Vec<_> = block
            .arms
            .iter()
            .map(|(condition, body)| (condition.clone(), self.lowering.branch(body, surroundings)))
            .collect();
        let otherwise = block
            .otherwise
            .as_ref()
            .and_then(|body| self.lowering.branch(body, surroundings));
        let branches = arms.iter().map(|(_, branch)| *branch).chain([otherwise]);
        let arity = self.arity(branches);
        self.range(
            (Kind::OneOf, None),
            arity,
            Action::If(arms, otherwise),
            level,
        );
    }

    fn matching(&mut self, block: &'t ast::Match, level: &mut Level<'_, 't>) {
        let arms: Vec<_> = block
            .arms
            .iter()
            .map(|(pattern, body)| {
                let branch = self.lowering.branch(body, level.surroundings);
                (pattern.clone(), branch)
            })
            .collect();
        let arity = self.arity(arms.iter().map(|(_, branch)| *branch));
        let action = Action::Match(block.scrutinee.clone(), arms);
        self.range((Kind::OneOf, None), arity, action, level);
    }

    /// A list, and beside it what `@empty` shows.
    fn repetition(&mut self, block: &'t ast::For, level: &mut Level<'_, 't>) {
        let row = self.row(&block.body, level.surroundings);
        let template = match row {
            Row::Fragment(index) => Some(index),
            Row::Component(_) => None,
        };
        let empty = block
            .empty
            .as_ref()
            .map(|body| self.lowering.branch(body, level.surroundings));
        // Two ranges side by side: neither is the whole content.
        level.is_sole &= empty.is_none();
        let rows = Rows {
            pattern: block.pattern.clone(),
            iterable: block.iterable.clone(),
            key: match &block.key {
                ast::Key::By(expression) => Some(expression.clone()),
                ast::Key::Unkeyed | ast::Key::Missing => None,
            },
            row,
            has_empty: empty.is_some(),
        };
        self.range(
            (Kind::List, template),
            Arity::Variable,
            Action::For(rows),
            level,
        );
        if let Some(branch) = empty {
            self.range(
                (Kind::OneOf, None),
                Arity::Variable,
                Action::Empty(branch),
                level,
            );
        }
    }

    /// A fragment of its own; of a row that is a component alone, the component's.
    fn row(&mut self, body: &'t ast::Body, surroundings: Surroundings<'t>) -> Row {
        let Some(component) = components::sole_component(&body.nodes) else {
            let fragment = self.lowering.fragment(&body.nodes, surroundings, body.span);
            return Row::Fragment(fragment);
        };
        let items = space::settle(&body.nodes, surroundings, space::Edges::Body);
        let mut steps: Vec<Action> = items
            .into_iter()
            .filter_map(|item| match item {
                space::Item::Let(tokens) => Some(Action::Let(tokens)),
                space::Item::Touch(expression) => Some(Action::Touch(expression.clone())),
                _ => None,
            })
            .collect();
        let call = self.lowering.call(component, surroundings, Role::Row);
        steps.push(Action::Component(call));
        Row::Component(steps)
    }

    fn range(
        &mut self,
        (kind, row): (Kind, Option<usize>),
        arity: Arity,
        action: Action,
        level: &mut Level<'_, 't>,
    ) {
        let (place, path) = match arity {
            Arity::OneElement => (Place::Only, level.next_path()),
            Arity::Variable if level.is_sole => (Place::Content, level.path.to_vec()),
            Arity::Variable => {
                self.markup.push_str(OPEN);
                (Place::Behind(level.position.point()), level.path.to_vec())
            }
        };
        let number = self.slot(Slot {
            row,
            ..slot(kind, &path, place)
        });
        level.tree.push(Tree::Slot(number));
        self.act(action);
        match place {
            Place::Only => level.position.pass_element(),
            Place::Behind(_) => {
                self.markup.push_str(CLOSE);
                level.only_elements = false;
                level.position.pass_range(number);
            }
            Place::Content | Place::Element => level.only_elements = false,
        }
    }

    /// One element, if every branch is one.
    fn arity(&self, mut branches: impl Iterator<Item = Branch>) -> Arity {
        let is_element = branches.all(|branch| {
            branch.is_some_and(|index| self.lowering.plan.fragments[index].arity == Some(1))
        });
        if is_element {
            Arity::OneElement
        } else {
            Arity::Variable
        }
    }
}

/// How many elements a block shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Arity {
    OneElement,
    Variable,
}
