//! The page of a plan, with random values and branches, and the nodes that the macro believes a browser makes of it.
//! Knows no parser.

use std::collections::HashMap;
use std::rc::Rc;

use liveview_compiler::html::call::Call;
use liveview_compiler::html::plan::{
    Action, Branch, Fragment, Kind, Part, Place, Plan, Row, Slot, Step, Target, Tree,
};
use liveview_compiler::html::vocabulary::foreign;

use crate::grow::Chance;
use crate::library::library;
use crate::tree::Node;

/// A page's HTML, and what should be found in it.
pub(crate) struct Page {
    pub(crate) html: String,
    pub(crate) nodes: Vec<Node>,
}

/// Shows a plan; its values and branches are random.
pub(crate) fn page(plan: &Plan, chance: &mut Chance) -> Page {
    let mut show = Show {
        plan,
        given: None,
        chance,
        html: String::new(),
        rows: 0,
    };
    let nodes = show.fragment(0);
    Page {
        html: show.html,
        nodes,
    }
}

struct Show<'p, 'c> {
    plan: &'p Plan,
    /// What the component is given whose template this is.
    given: Option<Rc<Given<'p>>>,
    chance: &'c mut Chance,
    html: String,
    /// How many the loop before has shown.
    rows: usize,
}

/// What a component is given: fragments of the template that calls it.
struct Given<'p> {
    call: &'p Call<usize>,
    plan: &'p Plan,
    given: Option<Rc<Given<'p>>>,
}

/// What a slot shows.
enum Shown {
    Nodes(Vec<Node>),
    Attribute(String, String),
}

impl<'p> Show<'p, '_> {
    /// Follows the steps of generated code, then puts what the slots show into the fragment's tree.
    fn fragment(&mut self, index: usize) -> Vec<Node> {
        let plan = self.plan;
        let fragment = &plan.fragments[index];
        let shown: Vec<Shown> = fragment
            .steps
            .iter()
            .filter_map(|action| self.step(action))
            .collect();
        assert_eq!(shown.len(), fragment.slots.len(), "each slot is shown once");
        let drawn = fragment
            .drawn
            .as_ref()
            .map(|(question, _)| &plan.questions[*question]);
        let is_drawn = drawn.is_some_and(|trail| library().is_drawing(trail));
        Planted::new(fragment, &shown).nodes(&fragment.tree, is_drawn)
    }

    fn step(&mut self, action: &'p Action) -> Option<Shown> {
        Some(match action {
            Action::Markup(markup) => {
                self.html.push_str(markup);
                return None;
            }
            Action::Let(_) | Action::Claim(_) | Action::Touch(_) => return None,
            Action::Value(parts, target) => self.value(parts, target),
            Action::If(arms, otherwise) => {
                let branches: Vec<Branch> = arms
                    .iter()
                    .map(|(_, branch)| *branch)
                    .chain([*otherwise])
                    .collect();
                self.one_of(&branches)
            }
            Action::Match(_, arms) => {
                let branches: Vec<Branch> = arms.iter().map(|(_, branch)| *branch).collect();
                self.one_of(&branches)
            }
            Action::For(rows) => {
                self.rows = self.chance.below(3);
                let nodes = (0..self.rows).flat_map(|_| match &rows.row {
                    Row::Fragment(row) => self.row(*row),
                    Row::Component(steps) => self.component_row(steps),
                });
                Shown::Nodes(nodes.collect())
            }
            Action::Empty(branch) => {
                let branch = branch.filter(|_| self.rows == 0);
                self.one_of(&[branch])
            }
            Action::Component(call) => Shown::Nodes(self.component(call)),
            Action::Render(_) => Shown::Nodes(self.given()),
            Action::Html(_, only_inline) => self.raw(only_inline.is_some()),
            Action::Binding(..) | Action::Toggle(..) | Action::Spread(..) => {
                unreachable!("none of these is grown")
            }
        })
    }

    /// A component shows its own template, in which its content is the caller's.
    fn component(&mut self, call: &'p Call<usize>) -> Vec<Node> {
        let given = Given {
            call,
            plan: self.plan,
            given: self.given.clone(),
        };
        let plan = library().plan(&call.name.text);
        self.elsewhere(plan, Some(Rc::new(given)), 0)
    }

    /// `@render(children)`.
    fn given(&mut self) -> Vec<Node> {
        let given = self.given.clone().expect("only components show children");
        let content = given.call.content.as_ref().expect("children are required");
        self.elsewhere(given.plan, given.given.clone(), content.content)
    }

    fn elsewhere(
        &mut self,
        plan: &'p Plan,
        given: Option<Rc<Given<'p>>>,
        fragment: usize,
    ) -> Vec<Node> {
        let outside = (self.plan, self.given.take());
        (self.plan, self.given) = (plan, given);
        let nodes = self.row(fragment);
        (self.plan, self.given) = outside;
        nodes
    }

    fn component_row(&mut self, steps: &'p [Action]) -> Vec<Node> {
        let Some(Action::Component(call)) = steps.last() else {
            unreachable!("such a row calls a component");
        };
        self.component(call)
    }

    /// Raw HTML, as the runtime leaves it: nothing that would end the element around.
    fn raw(&mut self, is_inline: bool) -> Shown {
        let tag = match is_inline {
            true => self.chance.of(&["a", "b", "button"]),
            false => self.chance.of(&["a", "b", "button", "p", "h2"]),
        };
        self.html.push_str(&format!("<{tag}>r</{tag}> s"));
        let element = Node::Element {
            tag: tag.to_owned(),
            attributes: Vec::new(),
            children: vec![Node::Text("r".to_owned())],
        };
        Shown::Nodes(vec![element, Node::Text(" s".to_owned())])
    }

    /// A row may hold loops of its own.
    fn row(&mut self, fragment: usize) -> Vec<Node> {
        let rows = self.rows;
        let nodes = self.fragment(fragment);
        self.rows = rows;
        nodes
    }

    fn one_of(&mut self, branches: &[Branch]) -> Shown {
        let branch = self.chance.of(branches);
        Shown::Nodes(branch.map_or_else(Vec::new, |index| self.row(index)))
    }

    fn value(&mut self, parts: &[Part], target: &Target) -> Shown {
        let mut text = String::new();
        for part in parts {
            match part {
                Part::Text(literal) => text.push_str(literal),
                Part::Expression(_) => {
                    text.push_str(self.chance.of(&["v", "<v> & \"w\"", "", " x ", "\ny"]))
                }
                Part::Let(_) => {}
            }
        }
        let is_single = matches!(parts, [Part::Expression(_)]);
        let name = match target {
            Target::Text => {
                self.html.push_str(&escaped(&text));
                return Shown::Nodes(vec![Node::Text(text)]);
            }
            Target::Classes => "class",
            Target::Attribute(name) | Target::Property(name) => name,
            Target::Url(address) => &address.name,
            Target::Style(_) => unreachable!("none of these is grown"),
        };
        if is_single && *target != Target::Classes {
            self.html
                .push_str(&format!(" {name}=\"{}\"", escaped(&text)));
        } else {
            self.html.push_str(&escaped(&text));
        }
        Shown::Attribute(name.to_owned(), text)
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

/// A fragment's tree with what its slots show.
struct Planted<'f> {
    slots: &'f [Slot],
    shown: &'f [Shown],
    /// What slots show at an element: attributes, and the text of a control.
    at: HashMap<*const Tree, Vec<&'f Shown>>,
}

impl<'f> Planted<'f> {
    fn new(fragment: &'f Fragment, shown: &'f [Shown]) -> Self {
        let mut planted = Planted {
            slots: &fragment.slots,
            shown,
            at: HashMap::new(),
        };
        for (slot, shown) in fragment.slots.iter().zip(shown) {
            let is_attribute = slot.place == Place::Element && slot.kind != Kind::SoleText;
            if is_attribute {
                let element = planted.find(&fragment.tree, &slot.path);
                planted.at.entry(element).or_default().push(shown);
            }
        }
        planted
    }

    /// The element at the end of a path.
    fn find(&self, tree: &'f [Tree], path: &[Step]) -> &'f Tree {
        let Some((step, rest)) = path.split_first() else {
            unreachable!("an attribute belongs to an element");
        };
        let (behind, index) = match step {
            Step::Element(element) => (0, *element),
            Step::After { range, element } => {
                let is_range = |node: &Tree| *node == Tree::Slot(*range);
                let at = tree.iter().position(is_range);
                (at.expect("a range stands among its siblings") + 1, *element)
            }
        };
        let is_element = |node: &&Tree| match node {
            Tree::Element { .. } => true,
            Tree::Slot(slot) => self.slots[usize::from(*slot)].place == Place::Only,
            Tree::Text(_) => false,
        };
        let mut elements = tree[behind..].iter().filter(is_element);
        let found = elements
            .nth(usize::from(index))
            .expect("a path leads somewhere");
        match found {
            Tree::Element { children, .. } if !rest.is_empty() => self.find(children, rest),
            found => found,
        }
    }

    /// `is_drawn` is the top of what a drawing shows, and links there.
    fn nodes(&self, tree: &[Tree], is_drawn: bool) -> Vec<Node> {
        let mut nodes = Vec::new();
        for node in tree {
            match node {
                Tree::Text(text) => nodes.push(Node::Text(text.clone())),
                Tree::Slot(slot) => nodes.extend(self.slot(usize::from(*slot))),
                Tree::Element {
                    tag,
                    attributes,
                    children,
                } => {
                    let mut attributes = attributes.clone();
                    let is_shared = is_drawn && foreign::is_shared(tag);
                    let mut children = self.nodes(children, is_shared && tag == "a");
                    let prefix = if is_shared { "svg:" } else { "" };
                    for shown in self.at.get(&std::ptr::from_ref(node)).into_iter().flatten() {
                        match shown {
                            Shown::Nodes(text) => children.extend(text.clone()),
                            Shown::Attribute(name, value) => {
                                attributes.retain(|(own, _)| own != name);
                                attributes.push((name.clone(), value.clone()));
                            }
                        }
                    }
                    nodes.push(Node::Element {
                        tag: format!("{prefix}{tag}"),
                        attributes,
                        children,
                    });
                }
            }
        }
        nodes
    }

    fn slot(&self, number: usize) -> Vec<Node> {
        let Shown::Nodes(nodes) = &self.shown[number] else {
            unreachable!("an attribute is no child");
        };
        let slot = &self.slots[number];
        let is_range = slot.kind != Kind::Text && matches!(slot.place, Place::Behind(_));
        if !is_range {
            return nodes.clone();
        }
        let comment = |text: &str| Node::Comment(text.to_owned());
        [comment("[")]
            .into_iter()
            .chain(nodes.clone())
            .chain([comment("]")])
            .collect()
    }
}

/// Whether the browser runs scripts: to one that does, what stands in `noscript` is text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scripts {
    Run,
    Off,
}

/// Nodes as they can be compared: texts joined, attributes in order, and nothing in a `noscript` that is text.
pub(crate) fn canonical(nodes: &[Node], scripts: Scripts) -> Vec<Node> {
    let mut canonical: Vec<Node> = Vec::new();
    for node in nodes {
        match node {
            Node::Text(text) => match canonical.last_mut() {
                Some(Node::Text(before)) => before.push_str(text),
                _ if text.is_empty() => {}
                _ => canonical.push(node.clone()),
            },
            Node::Element {
                tag,
                attributes,
                children,
            } => {
                let mut attributes = attributes.clone();
                attributes.sort();
                canonical.push(Node::Element {
                    tag: tag.clone(),
                    attributes,
                    children: if tag == "noscript" && scripts == Scripts::Run {
                        Vec::new()
                    } else {
                        self::canonical(children, scripts)
                    },
                });
            }
            Node::Comment(_) | Node::Other => canonical.push(node.clone()),
        }
    }
    canonical
}
