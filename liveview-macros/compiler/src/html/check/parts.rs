//! Laws about the parts of a whole: which must be there, how many, and in which order a browser or a reader looks at them.
//! What a component or a fragment may bring is never said to be missing.

use super::{Place, is_invisible, lints};
use crate::diagnostics::Diagnostics;
use crate::html::ast::{Element, Node};
use crate::html::vocabulary::content;

/// A `picture` chooses for its `img`: without one it shows nothing.
pub(super) fn pictures_have_an_image(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let may_hold_one = element
        .children
        .iter()
        .any(|node| may_bring(node, &["img"]));
    if element.name.text == "picture" && !may_hold_one {
        diagnostics
            .error(
                element.name.area,
                "`<picture>` shows nothing without an `<img>`",
            )
            .help("end it with the image that its sources are for: `<img src=\"…\" alt=\"…\" />`");
    }
}

/// A table has one head and one foot, a figure one caption, a picture one image: a second is none.
pub(super) fn some_parts_are_one(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let whole = element.name.text.as_str();
    if content::only_parts(whole).is_empty() {
        return;
    }
    for part in Part::all(element) {
        let tag = part.element.name.text.as_str();
        let Some((_, help)) = content::only_parts(whole)
            .iter()
            .find(|(one, _)| *one == tag)
        else {
            continue;
        };
        if part.before().any(|node| is_a(node, tag)) {
            diagnostics
                .error(
                    part.element.name.area,
                    format!("`<{whole}>` has one `<{tag}>`, and this is a second"),
                )
                .help(*help);
        }
    }
}

/// A second `legend` is no legend, and a `summary` behind the content opens nothing.
pub(super) fn some_elements_stand_first(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let whole = element.name.text.as_str();
    let Some(first) = content::first_part(whole) else {
        return;
    };
    for part in Part::all(element) {
        // Of a second one another law speaks.
        let is_second = part.before().any(|node| is_a(node, first));
        if part.element.name.text == first && !is_second && !part.is_first() {
            diagnostics
                .error(
                    part.element.name.area,
                    format!("`<{first}>` stands before everything else in `<{whole}>`"),
                )
                .help(format!("move it right behind `<{whole}>`"));
        }
    }
}

/// Sources that no browser looks at: behind the image, or beside an address of the player's own.
pub(super) fn sources_are_looked_at(
    element: &Element,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let whole = element.name.text.as_str();
    let is_player = matches!(whole, "audio" | "video");
    if whole == "source" {
        return sources_name_a_file(element, place, diagnostics);
    }
    if !is_player && whole != "picture" {
        return;
    }
    for part in Part::all(element) {
        if part.element.name.text != "source" {
            continue;
        }
        let area = part.element.name.area;
        if is_player && element.attribute("src").is_some() {
            diagnostics
                .error(area, format!("`<{whole}>` has a `src`, so no browser looks at this `<source>`"))
                .help(format!("leave out the `src` of `<{whole}>` and put a `<source>` in its stead, or leave this one out"));
        } else if !is_player && part.before().any(|node| is_a(node, "img")) {
            diagnostics
                .error(area, "no browser looks at a `<source>` behind the `<img>`")
                .help("move it before the `<img>`");
        }
    }
}

/// A picture reads `srcset` of its sources, a player `src`.
fn sources_name_a_file(element: &Element, place: &Place<'_, '_>, diagnostics: &mut Diagnostics) {
    let Some(whole @ ("picture" | "audio" | "video")) = place.parent() else {
        return;
    };
    let (read, unread) = match whole {
        "picture" => ("srcset", "src"),
        _ => ("src", "srcset"),
    };
    if let Some(attribute) = element.attribute(unread) {
        diagnostics
            .error(
                attribute.name.area,
                format!("`<{whole}>` reads no `{unread}` of its sources"),
            )
            .help(format!("write `{read}`"));
    } else if !lints::may_have(element, read) {
        diagnostics
            .error(
                element.name.area,
                format!("a `<source>` in `<{whole}>` needs `{read}`"),
            )
            .help(format!("say in `{read}=\"…\"` where the file is"));
    }
}

/// Elements that do nothing without an attribute.
pub(super) fn some_attributes_must_be_there(
    element: &Element,
    _place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let tag = element.name.text.as_str();
    for need in content::needs(tag) {
        if need
            .one_of
            .iter()
            .any(|name| lints::may_have(element, name))
        {
            continue;
        }
        let names: Vec<String> = need.one_of.iter().map(|name| format!("`{name}`")).collect();
        diagnostics
            .error(
                element.name.area,
                format!("`<{tag}>` needs {}: {}", names.join(" or "), need.reason),
            )
            .help(format!("give it `{}=\"…\"`", need.one_of[0]));
    }
}

/// A browser makes up for what the standard asks for here; who hears the page learns less.
pub(super) fn missing_part(
    element: &Element,
    place: &Place<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let tag = element.name.text.as_str();
    let groups_terms = tag == "div" && place.parent() == Some("dl");
    if tag == "details"
        && !element
            .children
            .iter()
            .any(|node| may_bring(node, &["summary"]))
    {
        diagnostics
            .warning(
                element.name.area,
                "missing_part",
                "`<details>` has no `<summary>`: a browser writes a word of its own for it",
            )
            .help("say what it opens: `<summary>…</summary>` right behind `<details>`");
    }
    if tag != "dl" && !groups_terms {
        return;
    }
    for part in Part::all(element) {
        let (lacks, help) = match part.element.name.text.as_str() {
            "dt" if !part.may_precede(&["dd"]) => (
                "this `<dt>` has no `<dd>`: nothing is said of the term",
                "put `<dd>…</dd>` behind it",
            ),
            "dd" if !part.may_follow(&["dt"]) => (
                "this `<dd>` has no `<dt>`: it is said of no term",
                "put `<dt>…</dt>` before it",
            ),
            _ => continue,
        };
        diagnostics
            .warning(part.element.name.area, "missing_part", lacks)
            .help(help);
    }
}

/// A browser shows a head at the top and a foot at the bottom wherever they are written; who hears the page does not.
pub(super) fn part_order(element: &Element, _place: &Place<'_, '_>, diagnostics: &mut Diagnostics) {
    let whole = element.name.text.as_str();
    let order = content::order(whole);
    if order.is_empty() && whole != "figure" {
        return;
    }
    for part in Part::all(element) {
        let tag = part.element.name.text.as_str();
        let area = part.element.name.area;
        if tag == "figcaption"
            && whole == "figure"
            && part.before().any(shows)
            && part.behind().any(shows)
        {
            diagnostics
                .warning(
                    area,
                    "part_order",
                    "`<figcaption>` stands in the middle of its `<figure>`",
                )
                .help("put it before everything else in `<figure>`, or behind it");
        }
        let Some(rank) = order.iter().position(|one| *one == tag) else {
            continue;
        };
        let later = part.before().find_map(|node| match node {
            Node::Element(one) => {
                let tag = one.name.text.as_str();
                order[rank + 1..].contains(&tag).then_some(tag)
            }
            _ => None,
        });
        if let Some(later) = later {
            diagnostics
                .warning(
                    area,
                    "part_order",
                    format!("`<{tag}>` stands behind `<{later}>`"),
                )
                .help(format!(
                    "in `<{whole}>` `<{tag}>` stands before `<{later}>`"
                ));
        }
    }
}

/// An element of a whole, blocks being no wall, and where it stands in it.
struct Part<'t> {
    element: &'t Element,
    /// Its list of nodes, those around it, outermost first, and where in each it stands.
    trail: Vec<Step<'t>>,
}

/// A list of nodes, and which of them is meant.
#[derive(Clone, Copy)]
struct Step<'t> {
    nodes: &'t [Node],
    index: usize,
}

impl<'t> Part<'t> {
    /// The elements that stand directly in this one.
    fn all(whole: &'t Element) -> Vec<Self> {
        let mut parts = Vec::new();
        gather(&whole.children, &mut Vec::new(), &mut parts);
        parts
    }

    /// What stands before it whenever it is shown, and blocks that may show something.
    fn before(&self) -> impl Iterator<Item = &'t Node> {
        self.trail.iter().flat_map(|step| &step.nodes[..step.index])
    }

    /// The same, behind it.
    fn behind(&self) -> impl Iterator<Item = &'t Node> {
        let behind = self.trail.iter().rev();
        behind.flat_map(|step| &step.nodes[step.index + 1..])
    }

    /// Whether one of these tags may stand before it.
    fn may_follow(&self, tags: &[&str]) -> bool {
        self.before().any(|node| may_bring(node, tags))
    }

    /// Whether one of these tags may stand behind it.
    fn may_precede(&self, tags: &[&str]) -> bool {
        self.behind().any(|node| may_bring(node, tags))
    }

    /// Whether nothing at all stands before it in its own list, and nothing that is surely shown in those around.
    fn is_first(&self) -> bool {
        let mut lists = self.trail.iter().rev();
        let own = lists
            .next()
            .map_or(&[][..], |step| &step.nodes[..step.index]);
        own.iter().all(is_invisible) && !self.before().any(shows)
    }
}

fn gather<'t>(nodes: &'t [Node], trail: &mut Vec<Step<'t>>, parts: &mut Vec<Part<'t>>) {
    for (index, node) in nodes.iter().enumerate() {
        trail.push(Step { nodes, index });
        if let Node::Element(element) = node {
            let trail = trail.clone();
            parts.push(Part { element, trail });
        }
        for body in node.bodies() {
            gather(&body.nodes, trail, parts);
        }
        trail.pop();
    }
}

/// Whether the node is an element of this tag.
fn is_a(node: &Node, tag: &str) -> bool {
    matches!(node, Node::Element(element) if element.name.text == tag)
}

/// Whether the node is surely seen, whatever run time decides.
fn shows(node: &Node) -> bool {
    match node {
        Node::Element(element) => !matches!(element.name.text.as_str(), "script" | "template"),
        Node::Text(_) => !is_invisible(node),
        _ => false,
    }
}

/// Whether the node is one of these elements, or may bring one.
fn may_bring(node: &Node, tags: &[&str]) -> bool {
    match node {
        Node::Element(element) => tags.contains(&element.name.text.as_str()),
        Node::Component(_) | Node::Render(_) | Node::Html(_) | Node::Refused(_) => true,
        _ => {
            let bodies = node.bodies().into_iter();
            bodies
                .flat_map(|body| &body.nodes)
                .any(|node| may_bring(node, tags))
        }
    }
}
