//! Children in order: where each slot stands, counted in elements. Writes no attribute.

use super::builder::{Builder, slot};
use super::space::Item;
use super::{Surroundings, escape};
use crate::html::plan::{Action, Kind, Part, Place, Point, Slot, Step, Target, Tree};

/// Where we are among the children of an element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Position {
    /// The range from whose end we count; from the element's start if there is none.
    range: Option<u16>,
    elements: u16,
}

impl Position {
    fn start() -> Self {
        Position {
            range: None,
            elements: 0,
        }
    }

    /// The next element.
    pub(super) fn step(self) -> Step {
        match self.range {
            None => Step::Element(self.elements),
            Some(range) => Step::After {
                range,
                element: self.elements,
            },
        }
    }

    /// Behind the last element.
    pub(super) fn point(self) -> Point {
        match self.range {
            None => Point::Start(self.elements),
            Some(range) => Point::Range {
                range,
                elements: self.elements,
            },
        }
    }

    pub(super) fn pass_element(&mut self) {
        self.elements = self.elements.saturating_add(1);
    }

    pub(super) fn pass_range(&mut self, range: u16) {
        *self = Position {
            range: Some(range),
            elements: 0,
        };
    }
}

/// The list of children being lowered.
pub(super) struct Level<'p, 't> {
    /// The way to their parent.
    pub(super) path: &'p [Step],
    pub(super) surroundings: Surroundings<'t>,
    /// Whether one child is the whole content of an element.
    pub(super) is_sole: bool,
    pub(super) position: Position,
    /// Whether everything so far is elements.
    pub(super) only_elements: bool,
    pub(super) tree: Vec<Tree>,
}

impl Level<'_, '_> {
    /// The way to the next element.
    pub(super) fn next_path(&self) -> Vec<Step> {
        let mut path = self.path.to_vec();
        path.push(self.position.step());
        path
    }
}

impl<'t> Builder<'_, 't> {
    /// The top level of a fragment: no element around it, so nothing is an element's whole content.
    pub(super) fn top_level(
        &mut self,
        items: Vec<Item<'t>>,
        surroundings: Surroundings<'t>,
    ) -> Vec<Tree> {
        let mut level = Level {
            path: &[],
            surroundings,
            is_sole: false,
            position: Position::start(),
            only_elements: true,
            tree: Vec::new(),
        };
        self.items(items, &mut level);
        self.set_arity(level.only_elements.then_some(level.position.elements));
        level.tree
    }

    /// The content of an element.
    pub(super) fn content(
        &mut self,
        items: Vec<Item<'t>>,
        path: &[Step],
        surroundings: Surroundings<'t>,
    ) -> Vec<Tree> {
        let shown = items
            .iter()
            .filter(|item| !matches!(item, Item::Let(_) | Item::Touch(_)))
            .count();
        let mut level = Level {
            path,
            surroundings,
            is_sole: shown == 1,
            position: Position::start(),
            only_elements: true,
            tree: Vec::new(),
        };
        self.items(items, &mut level);
        level.tree
    }

    fn items(&mut self, items: Vec<Item<'t>>, level: &mut Level<'_, 't>) {
        for item in items {
            match item {
                Item::Doctype => self.markup.push_str("<!doctype html>"),
                Item::Static(text) => {
                    escape::text(&text, &mut self.markup);
                    level.only_elements = false;
                    level.tree.push(Tree::Text(text));
                }
                Item::Run(parts) => self.run(parts, level),
                Item::Element(element) => {
                    let path = level.next_path();
                    let tree = self.element(element, &path, level.surroundings);
                    level.position.pass_element();
                    level.tree.push(tree);
                }
                Item::Block(block) => self.block(block, level),
                Item::Let(tokens) => self.act(Action::Let(tokens)),
                Item::Touch(expression) => self.act(Action::Touch(expression.clone())),
            }
        }
    }

    /// Text with values in it: the whole of an element, or behind a point.
    fn run(&mut self, parts: Vec<Part>, level: &mut Level<'_, 't>) {
        level.only_elements = false;
        if level.surroundings.tag == "textarea" {
            self.slot(Slot {
                name: "value".to_owned(),
                ..slot(Kind::Property, level.path, Place::Element)
            });
            self.act(Action::Value(parts, Target::Text));
            return;
        }
        let number = self.slot(if level.is_sole {
            slot(Kind::SoleText, level.path, Place::Element)
        } else {
            slot(
                Kind::Text,
                level.path,
                Place::Behind(level.position.point()),
            )
        });
        level.tree.push(Tree::Slot(number));
        self.act(Action::Value(parts, Target::Text));
    }
}
