//! Places where a template can be shown: elements within elements. Judges nothing; the compiler says what fits where.

use liveview_compiler::html::ast::{Node, Template};
use liveview_compiler::html::check::roots::{Roots, Spot, Trail};

use crate::grow::{Chance, accepted, calls, parsed};
use crate::tree;

/// Chains of tags, outermost first.
const CHAINS: [&str; 38] = [
    "div",
    "table",
    "table tbody",
    "table tfoot",
    "table tbody tr",
    "table tbody tr td",
    "table colgroup",
    "table caption",
    "select",
    "select optgroup",
    "select option",
    "datalist",
    "ul",
    "menu",
    "ul li",
    "dl",
    "dl div",
    "dl dd",
    "ruby",
    "picture",
    "video",
    "fieldset",
    "figure",
    "details",
    "svg",
    "svg g",
    "svg foreignObject",
    "math",
    "math mtext",
    "p",
    "p span",
    "p object",
    "a b",
    "button span",
    "form div",
    "label",
    "h2 i",
    "template",
];

/// A place that a template fits.
pub(crate) struct Place {
    chain: Vec<&'static str>,
}

impl Place {
    /// One of the places where the template may be shown, or none.
    pub(crate) fn of(source: &str, template: &Template, chance: &mut Chance) -> Option<Place> {
        let roots = Roots::of(&template.nodes);
        let fits = |chain: &&&str| roots.misfit("this", &spot(chain)).is_none();
        let fitting: Vec<&&str> = CHAINS.iter().filter(fits).collect();
        // Most fit a `div`; the others are worth more.
        let chain = match fitting[..] {
            [] => return None,
            _ => chance.of(&fitting),
        };
        let within = |chain: &'static str| Place {
            chain: chain.split(' ').collect(),
        };
        // What components begin with, the template alone does not tell.
        let mut places = [chain, "div"].into_iter().map(within);
        places.find(|place| !calls(source) || place.holds(source))
    }

    /// Whether the compiler accepts the template there; in a drawing it would be another, whose elements the drawing decides.
    fn holds(&self, source: &str) -> bool {
        let is_foreign = matches!(self.chain[0], "svg" | "math");
        !is_foreign && accepted(&self.html(source)).is_some()
    }

    /// The page of a template in its place.
    pub(crate) fn html(&self, inner: &str) -> String {
        let mut html = inner.to_owned();
        for tag in self.chain.iter().rev() {
            html = format!("<{tag}>{html}</{tag}>");
        }
        html
    }

    /// What should be found of it.
    pub(crate) fn nodes(&self, inner: Vec<tree::Node>) -> Vec<tree::Node> {
        let prefix = match self.chain[0] {
            "svg" => "svg:",
            "math" => "math:",
            _ => "",
        };
        let around = |nodes, tag: &&str| {
            vec![tree::Node::Element {
                tag: format!("{prefix}{tag}"),
                attributes: Vec::new(),
                children: nodes,
            }]
        };
        self.chain.iter().rev().fold(inner, around)
    }
}

/// The compiler's word for the place within these elements.
fn spot(chain: &str) -> Spot {
    let open: String = chain.split(' ').map(|tag| format!("<{tag}>")).collect();
    let close: String = chain
        .split(' ')
        .rev()
        .map(|tag| format!("</{tag}>"))
        .collect();
    let template = parsed(&format!("{open}{close}"));
    let mut nodes = &template.nodes;
    let mut trail = Trail::default();
    while let Some(Node::Element(element)) = nodes.first() {
        trail.enter(element);
        nodes = &element.children;
    }
    Spot::at(&trail)
}
