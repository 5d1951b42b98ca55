//! What a template asks of the place where it is shown, and what a place offers: the laws across the borders of templates.
//! Both are small sets, which a component's declaration carries as tokens. Looks at no ancestor itself.

mod kinds;
mod spot;
mod trail;
mod written;

use proc_macro2::TokenStream;
use quote::quote;

use self::kinds::{ANY, FLOW, MATH, SVG, kind_of, parents_of, parents_of_text};
pub use self::spot::Spot;
use self::trail::VIEW;
pub use self::trail::{BEGINNING, Trail};
use self::written::{decoded, interned, words};
use super::nesting::is_interactive;
use super::places::instead;
use super::{area, is_invisible};
use crate::diagnostics::{Area, Diagnostics};
use crate::html::ast::{Element, Node, Template};
use crate::html::namespace::{Namespace, is_shared};
use crate::html::vocabulary::{self, content, foreign};

/// Elements whose being open, however far out, forbids something: one bit each, in this order.
const AROUND: [&[&str]; 6] = [
    &["p"],
    &["a"],
    &["button"],
    &["form"],
    &["label"],
    &["h1", "h2", "h3", "h4", "h5", "h6"],
];
const PARAGRAPH: usize = 0;
const LINK: usize = 1;
const BUTTON: usize = 2;

/// Where what a view shows begins.
const OF_VIEW: &str = "at the top of a view, which the page shows in a `<div>`";

/// Stands for the tags that no table has.
const CUSTOM: &str = "*";
/// Stands for raw HTML, in which any tag may be.
const RAW: &str = "@html";

/// Tags, by the bits of [`AROUND`].
type Tags = [Option<&'static str>; AROUND.len()];

/// What a template asks of the place where it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Roots {
    /// The kinds of parents that all its roots may stand in.
    kinds: u32,
    /// The root that narrowed them: a tag, or nothing for text.
    root: Option<&'static str>,
    /// What in it cannot stand in an element further out.
    bars: Tags,
}

/// Why a template cannot be shown in a place, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// Why.
    pub message: String,
    /// What to do.
    pub help: String,
    /// The component that shows the element in the way; empty for one of the author's own.
    pub shown_by: String,
}

/// Whether nodes are what a component is given, so that it decides what they share with a drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Given {
    Yes,
    /// They are all of a template, or say themselves whose they are.
    No(Namespace),
}

impl Given {
    fn namespace(self) -> Namespace {
        match self {
            Given::Yes => Namespace::Html,
            Given::No(namespace) => namespace,
        }
    }
}

impl Roots {
    /// What these nodes ask of what they are shown in.
    pub fn of(nodes: &[Node]) -> Roots {
        Roots::read(nodes, Given::No(Namespace::of_top(nodes)))
    }

    /// What each of these nodes asks that shows something, and where it stands in its template: a component is given them,
    /// and what HTML and SVG share is what its declaration makes of it.
    pub fn of_each(nodes: &[Node]) -> Vec<(Area, Roots)> {
        let given = match Namespace::of_top(nodes) {
            Namespace::Html => Given::Yes,
            drawing => Given::No(drawing),
        };
        let read = |node| Roots::read(std::slice::from_ref(node), given);
        let each = shown_by_blocks(nodes).into_iter();
        each.filter_map(|node| Some((area(node)?, read(node))))
            .collect()
    }

    /// Whether it may stand in a drawing and outside of one.
    pub fn is_of_both(&self) -> bool {
        self.kinds & SVG != 0 && self.kinds != SVG && self.root.is_some_and(foreign::is_shared)
    }

    fn read(nodes: &[Node], given: Given) -> Roots {
        let mut roots = Roots {
            kinds: ANY,
            root: None,
            bars: [None; AROUND.len()],
        };
        roots.narrow(nodes, given, &mut |_| {});
        let top = given.namespace();
        roots.bar(nodes, (top, true), false);
        roots
    }

    /// Why it cannot be shown there; nothing where it can. `what` is what people call it: "`<Card>`".
    pub fn misfit(&self, what: &str, spot: &Spot) -> Option<Misfit> {
        if self.kinds & spot.kind == 0 {
            let parent = spot.parent.as_ref();
            let tag = parent.map_or("", |parent| parent.tag);
            let root = match self.root {
                None => "text".to_owned(),
                Some(CUSTOM) => "a custom element".to_owned(),
                Some(tag) => format!("`<{tag}>`"),
            };
            let place = match tag {
                VIEW => OF_VIEW.to_owned(),
                tag => format!("directly in `<{tag}>`"),
            };
            return Some(Misfit {
                message: format!("{what} begins with {root}, which cannot stand {place}"),
                help: self.way_out(tag, spot.kind),
                shown_by: parent.map_or(String::new(), |parent| parent.shown_by.clone()),
            });
        }
        let pairs = self.bars.iter().zip(&spot.around);
        let barred = pairs
            .filter_map(|(bar, around)| Some((bar.as_ref()?, around.as_ref()?)))
            .next();
        barred.map(|(bar, around)| {
            let outer = around.tag;
            Misfit {
                message: match *bar {
                    RAW => format!(
                        "{what} holds raw HTML, in which a tag could end the `<{outer}>` around it"
                    ),
                    bar => format!(
                        "{what} holds `<{bar}>`, which cannot stand in the `<{outer}>` around it"
                    ),
                },
                help: format!("end `<{outer}>` before it, or make it another element"),
                shown_by: around.shown_by.clone(),
            }
        })
    }

    fn way_out(&self, parent: &str, kind: u32) -> String {
        let words = match (self.root.and_then(content::home), content::children(parent)) {
            (_, None) if kind == SVG => "HTML stands in a `<foreignObject>` of the drawing",
            (_, None) if kind == MATH => "HTML stands in an `<mtext>` of the formula",
            (Some(home), _) => home.words,
            (None, Some(allowed)) => return instead(parent, allowed),
            (None, None) if self.root == Some("image") => {
                "write `<img>`, or put it into an `<svg>`"
            }
            (None, None) if self.kinds == SVG => "it is a part of a drawing, and stands in `<svg>`",
            (None, None) if self.kinds == MATH => {
                "it is a part of a formula, and stands in `<math>`"
            }
            (None, None) if parent == VIEW => "put it into another element",
            (None, None) => return format!("put it outside of `<{parent}>`"),
        };
        words.to_owned()
    }

    /// Takes up what else is shown beside it.
    pub fn beside(&mut self, other: &Roots) {
        let both = self.kinds & other.kinds;
        if both != 0 && both != self.kinds {
            self.kinds = both;
            self.root = other.root;
        }
        self.within(other);
    }

    /// Takes up what else is shown somewhere in its elements.
    pub fn within(&mut self, other: &Roots) {
        for (bar, more) in self.bars.iter_mut().zip(other.bars) {
            *bar = bar.or(more);
        }
    }

    /// As tokens, for a declaration.
    pub fn encode(self) -> TokenStream {
        let (kinds, root, bars) = (self.kinds, self.root.unwrap_or_default(), words(self.bars));
        quote!({ #kinds #root #(#bars)* })
    }

    /// From what [`Roots::encode`] wrote.
    pub fn decode(tokens: TokenStream) -> Option<Roots> {
        let ([kinds], (root, bars)) = decoded(tokens)?;
        Some(Roots { kinds, root, bars })
    }

    /// Takes up every root; tells of each that leaves no parent at all.
    fn narrow<'t>(&mut self, nodes: &'t [Node], given: Given, refuse: &mut impl FnMut(&'t Node)) {
        for node in nodes {
            let (kinds, root) = match node {
                Node::Element(element) => {
                    let tag = term_in(element).unwrap_or(&element.name.text);
                    let own = parents_of(tag, given.namespace());
                    let both = given == Given::Yes && is_shared(element);
                    (own | if both { SVG } else { 0 }, Some(interned(tag)))
                }
                Node::Text(_) | Node::Expression(_) if !is_invisible(node) => {
                    (parents_of_text(), None)
                }
                _ => (ANY, None),
            };
            if self.kinds & kinds == 0 {
                refuse(node);
                continue;
            }
            if self.kinds & kinds != self.kinds {
                self.kinds &= kinds;
                self.root = root;
            }
            for body in node.bodies() {
                self.narrow(&body.nodes, given, refuse);
            }
        }
    }

    /// Takes up every element, however deep, that cannot stand in some element further out. Told are the vocabulary around,
    /// and whether this is the top.
    fn bar(&mut self, nodes: &[Node], (around, is_top): (Namespace, bool), is_shielded: bool) {
        for node in nodes {
            if let Node::Html(_) = node {
                for index in [LINK, BUTTON] {
                    self.bars[index].get_or_insert(RAW);
                }
            }
            if let Node::Element(element) = node {
                let tag = element.name.text.as_str();
                let own = around.of(tag, is_top);
                if own == Namespace::Html {
                    self.bar_by(element, is_shielded);
                }
                let is_shielded = is_shielded || vocabulary::is_scope(tag);
                self.bar(&element.children, (own.inside(element), false), is_shielded);
            }
            for body in node.bodies() {
                self.bar(&body.nodes, (around, is_top), is_shielded);
            }
        }
    }

    fn bar_by(&mut self, element: &Element, is_shielded: bool) {
        let tag = element.name.text.as_str();
        for (index, around) in AROUND.iter().enumerate() {
            let is_barred = match index {
                PARAGRAPH => !is_shielded && vocabulary::closes_paragraph(tag),
                LINK | BUTTON => around.contains(&tag) || is_interactive(element),
                _ => around.contains(&tag),
            };
            if is_barred {
                self.bars[index].get_or_insert(interned(tag));
            }
        }
    }
}

/// What is shown at the top, in blocks too.
fn shown_by_blocks(nodes: &[Node]) -> Vec<&Node> {
    let shown = nodes.iter().filter(|node| !is_invisible(node));
    let each = shown.map(|node| match node.bodies()[..] {
        [] => vec![node],
        ref bodies => bodies
            .iter()
            .flat_map(|body| shown_by_blocks(&body.nodes))
            .collect(),
    });
    each.flatten().collect()
}

/// A term in a `div`, which then groups terms of a `dl`.
fn term_in(element: &Element) -> Option<&str> {
    fn first(nodes: &[Node]) -> Option<&str> {
        nodes.iter().find_map(|node| match node {
            Node::Element(element) => {
                Some(element.name.text.as_str()).filter(|tag| matches!(*tag, "dt" | "dd"))
            }
            block => block.bodies().iter().find_map(|body| first(&body.nodes)),
        })
    }
    first(&element.children).filter(|_| element.name.text == "div")
}

/// A template is shown in one place, so all its roots must be able to stand there; a view's, in the page.
pub(super) fn roots_stand_in_one_place(template: &Template, diagnostics: &mut Diagnostics) {
    let mut roots = Roots::of(&[]);
    if template.is_view {
        roots.kinds = FLOW;
    }
    let mut refused = Vec::new();
    let given = Given::No(Namespace::of_top(&template.nodes));
    roots.narrow(&template.nodes, given, &mut |node| refused.push(node));
    let first = roots
        .root
        .map_or("text".to_owned(), |tag| format!("`<{tag}>`"));
    for node in refused {
        let (Some(area), second) = (area(node), shown(node)) else {
            continue;
        };
        let (message, help) = match template.is_view {
            true => {
                let own = Roots::read(std::slice::from_ref(node), given);
                (
                    format!("{second} cannot stand {OF_VIEW}"),
                    own.way_out(VIEW, FLOW),
                )
            }
            false => (
                format!(
                    "{second} cannot stand beside {first} at the top of one template: no element holds both"
                ),
                "write two templates, or put each into the element that it belongs to".to_owned(),
            ),
        };
        diagnostics.error(area, message).help(help);
    }
}

fn shown(node: &Node) -> String {
    match node {
        Node::Element(element) => format!("`<{}>`", element.name.text),
        _ => "text".to_owned(),
    }
}
