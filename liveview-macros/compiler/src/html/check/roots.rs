//! What a template asks of the place where it is shown, and what a place offers: the laws across the borders of templates.
//! Both are small sets, which a component's declaration carries as tokens. Looks at no ancestor itself.

mod written;

use proc_macro2::TokenStream;
use quote::quote;

use self::written::{decoded, interned, words};
use super::nesting::is_interactive;
use super::places::instead;
use super::{area, is_invisible};
use crate::diagnostics::{Area, Diagnostics};
use crate::html::ast::{Element, Node, Template};
use crate::html::namespace::Namespace;
use crate::html::vocabulary::{self, content};

/// Kinds of parents, one bit each: the same may stand in all parents of a kind.
const KINDS: [&[&str]; 17] = [
    &["table"],
    &["thead", "tbody", "tfoot"],
    &["tr"],
    &["colgroup"],
    &["select"],
    &["optgroup"],
    &["datalist"],
    &["option", "textarea", "title"],
    &["ul", "ol", "menu"],
    &["dl"],
    &["ruby"],
    &["picture"],
    &["audio", "video"],
    &["fieldset"],
    &["figure"],
    &["details"],
    &["head"],
];
const SVG: u32 = 1 << 17;
const MATH: u32 = 1 << 18;
/// All other parents.
const FLOW: u32 = 1 << 19;
const ANY: u32 = u32::MAX;

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

/// Stands for the tags that no table has.
const CUSTOM: &str = "*";
/// Stands for raw HTML, in which any tag may be.
const RAW: &str = "@html";

/// Tags, by the bits of [`AROUND`].
type Tags = [Option<&'static str>; AROUND.len()];

/// A place in a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    kind: u32,
    namespace: Namespace,
    /// The element around, if the template says it.
    parent: Option<&'static str>,
    /// The elements further out that forbid something.
    around: Tags,
}

impl Default for Spot {
    /// The top of a template: nobody knows what is around.
    fn default() -> Self {
        Spot {
            kind: ANY,
            namespace: Namespace::Html,
            parent: None,
            around: [None; AROUND.len()],
        }
    }
}

impl Spot {
    /// The place between the tags of an element that stands here.
    #[must_use]
    pub fn inside(mut self, element: &Element) -> Spot {
        let tag = element.name.text.as_str();
        let own = self.namespace.of(tag, self.parent.is_none());
        self.namespace = own.inside(element);
        self.kind = match self.namespace {
            Namespace::Svg => SVG,
            Namespace::Math => MATH,
            // What groups the terms of a list holds terms.
            Namespace::Html if tag == "div" && self.kind == kind_of("dl") => self.kind,
            Namespace::Html if tag == "template" => ANY & !(SVG | MATH),
            Namespace::Html => kind_of(tag),
        };
        if vocabulary::is_scope(tag) {
            self.around[PARAGRAPH] = None;
        }
        if let Some(index) = AROUND.iter().position(|tags| tags.contains(&tag)) {
            self.around[index] = Some(interned(tag));
        }
        self.parent = Some(interned(tag));
        self
    }

    /// As tokens, for a declaration.
    pub fn encode(self) -> TokenStream {
        let namespace = self.namespace as u32;
        let (kind, parent, around) = (
            self.kind,
            self.parent.unwrap_or_default(),
            words(self.around),
        );
        quote!({ #kind #namespace #parent #(#around)* })
    }

    /// From what [`Spot::encode`] wrote.
    pub fn decode(tokens: TokenStream) -> Option<Spot> {
        let ([kind, namespace], tags) = decoded(tokens)?;
        Some(Spot {
            kind,
            namespace: match namespace {
                0 => Namespace::Html,
                1 => Namespace::Svg,
                _ => Namespace::Math,
            },
            parent: tags.0,
            around: tags.1,
        })
    }
}

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
}

impl Roots {
    /// What these nodes ask of what they are shown in.
    pub fn of(nodes: &[Node]) -> Roots {
        let mut roots = Roots {
            kinds: ANY,
            root: None,
            bars: [None; AROUND.len()],
        };
        roots.narrow(nodes, &mut |_| {});
        roots.bar(nodes, Spot::default(), false);
        roots
    }

    /// What each of these nodes asks that shows something, and where it stands in its template.
    pub fn of_each(nodes: &[Node]) -> Vec<(Area, Roots)> {
        let shown = nodes.iter().filter(|node| !is_invisible(node));
        shown
            .filter_map(|node| Some((area(node)?, Roots::of(std::slice::from_ref(node)))))
            .collect()
    }

    /// Why it cannot be shown there; nothing where it can. `what` is what people call it: "`<Card>`".
    pub fn misfit(&self, what: &str, spot: &Spot) -> Option<Misfit> {
        let parent = spot.parent.unwrap_or_default();
        if self.kinds & spot.kind == 0 {
            let root = match self.root {
                None => "text".to_owned(),
                Some(CUSTOM) => "a custom element".to_owned(),
                Some(tag) => format!("`<{tag}>`"),
            };
            return Some(Misfit {
                message: format!(
                    "{what} begins with {root}, which cannot stand directly in `<{parent}>`"
                ),
                help: self.way_out(parent),
            });
        }
        let pairs = self.bars.iter().zip(&spot.around);
        let barred = pairs
            .filter_map(|(bar, around)| Some((bar.as_ref()?, around.as_ref()?)))
            .next();
        barred.map(|(bar, around)| Misfit {
            message: match *bar {
                RAW => format!(
                    "{what} holds raw HTML, in which a tag could end the `<{around}>` around it"
                ),
                bar => format!(
                    "{what} holds `<{bar}>`, which cannot stand in the `<{around}>` around it"
                ),
            },
            help: format!("end `<{around}>` before it, or make it another element"),
        })
    }

    fn way_out(&self, parent: &str) -> String {
        match (self.root.and_then(content::home), content::children(parent)) {
            (Some(home), _) => home.words.to_owned(),
            (None, Some(allowed)) => instead(parent, allowed),
            (None, None) if self.kinds == SVG => {
                "it is a part of a drawing, and stands in `<svg>`".to_owned()
            }
            (None, None) if self.kinds == MATH => {
                "it is a part of a formula, and stands in `<math>`".to_owned()
            }
            (None, None) => format!("put it outside of `<{parent}>`"),
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
    fn narrow<'t>(&mut self, nodes: &'t [Node], refuse: &mut impl FnMut(&'t Node)) {
        for node in nodes {
            let (kinds, root) = match node {
                Node::Element(element) => {
                    let tag = term_in(element).unwrap_or(&element.name.text);
                    (parents_of(tag), Some(interned(tag)))
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
                self.narrow(&body.nodes, refuse);
            }
        }
    }

    /// Takes up every element, however deep, that cannot stand in some element further out.
    fn bar(&mut self, nodes: &[Node], spot: Spot, is_shielded: bool) {
        for node in nodes {
            if let Node::Html(_) = node {
                for index in [LINK, BUTTON] {
                    self.bars[index].get_or_insert(RAW);
                }
            }
            if let Node::Element(element) = node {
                let tag = element.name.text.as_str();
                let own = spot.namespace.of(tag, spot.parent.is_none());
                for (index, around) in AROUND.iter().enumerate() {
                    let is_barred = match index {
                        PARAGRAPH => !is_shielded && vocabulary::closes_paragraph(tag),
                        LINK | BUTTON => around.contains(&tag) || is_interactive(element),
                        _ => around.contains(&tag),
                    };
                    if is_barred && own == Namespace::Html {
                        self.bars[index].get_or_insert(interned(tag));
                    }
                }
                let is_shielded = is_shielded || vocabulary::is_scope(tag);
                self.bar(&element.children, spot.inside(element), is_shielded);
            }
            for body in node.bodies() {
                self.bar(&body.nodes, spot, is_shielded);
            }
        }
    }
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

/// The parents that this root may stand in.
fn parents_of(tag: &str) -> u32 {
    match Namespace::Html.of(tag, true) {
        Namespace::Svg if tag != "svg" => return SVG,
        Namespace::Math if tag != "math" => return MATH,
        _ => {}
    }
    if let Some(home) = content::home(tag) {
        return home
            .parents
            .iter()
            .fold(0, |kinds, parent| kinds | kind_of(parent));
    }
    let of_head = matches!(
        tag,
        "link" | "meta" | "noscript" | "script" | "style" | "template"
    );
    let stands_in = |parent: &str| match parent {
        "head" => of_head,
        parent => content::children(parent).is_none_or(|allowed| allowed.contains(&tag)),
    };
    let special = kinds_where(stands_in) | if tag == "svg" { SVG } else { 0 };
    FLOW | special
}

fn parents_of_text() -> u32 {
    FLOW | SVG | MATH | kinds_where(|parent| parent != "head" && !content::refuses_text(parent))
}

fn kinds_where(holds: impl Fn(&str) -> bool) -> u32 {
    let kinds = KINDS.iter().enumerate();
    kinds
        .filter(|(_, tags)| holds(tags[0]))
        .fold(0, |kinds, (index, _)| kinds | 1 << index)
}

fn kind_of(parent: &str) -> u32 {
    let kind = KINDS.iter().position(|tags| tags.contains(&parent));
    kind.map_or(FLOW, |index| 1 << index)
}

/// A template is shown in one place, so all its roots must be able to stand there.
pub(super) fn roots_stand_in_one_place(template: &Template, diagnostics: &mut Diagnostics) {
    let mut roots = Roots::of(&[]);
    let mut refused = Vec::new();
    roots.narrow(&template.nodes, &mut |node| refused.push(node));
    let first = roots
        .root
        .map_or("text".to_owned(), |tag| format!("`<{tag}>`"));
    for node in refused {
        let (Some(area), second) = (area(node), shown(node)) else {
            continue;
        };
        diagnostics
            .error(area, format!("{second} cannot stand beside {first} at the top of one template: no element holds both"))
            .help("write two templates, or put each into the element that it belongs to");
    }
}

fn shown(node: &Node) -> String {
    match node {
        Node::Element(element) => format!("`<{}>`", element.name.text),
        _ => "text".to_owned(),
    }
}
