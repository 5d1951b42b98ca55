//! A template at work: where each of its slots stands in the document. Finds places by the addresses alone; changes nothing that shows.

use crate::testing::dom::{Data, Dom, NodeId};

use super::template::{Kind, Place, Slot, Step, Templates};

/// One use of a template.
#[derive(Debug)]
pub(super) struct Instance {
    pub(super) alias: u64,
    pub(super) slots: Vec<Bound>,
    /// A patch did not fit; until the server has answered, nothing more is written here.
    pub(super) stale: bool,
}

/// A slot and its place.
#[derive(Debug)]
pub(super) enum Bound {
    /// A text, an attribute, a style, a class or a property of this node.
    Scalar(Kind, NodeId),
    /// The element, and the tokens last heard from the server.
    Classes(NodeId, Vec<String>),
    /// One of several fragments, or none.
    OneOf(Region, Shown),
    /// Rows.
    List(Region, Vec<Row>),
}

/// What a one-of shows.
#[derive(Debug)]
pub(super) enum Shown {
    /// What the page brought: the first patch will name it.
    Page,
    Nothing,
    Instance(Box<Instance>),
}

/// A row is one element. Rows that the page brought are bound when they are first written.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) root: NodeId,
    pub(super) instance: Option<Instance>,
}

/// Where an instance's top-level nodes stand.
#[derive(Debug, Clone, Copy)]
pub(super) enum Region {
    /// All children of an element.
    Content(NodeId),
    /// Between two markers.
    Between(NodeId, NodeId),
    /// One element, or what took its place.
    Only(NodeId),
}

/// A run of siblings: what stands before `end`, from `first` on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub(super) parent: NodeId,
    pub(super) first: Option<NodeId>,
    pub(super) end: Option<NodeId>,
}

impl Region {
    pub(super) fn span(self, dom: &Dom) -> Result<Span, String> {
        let standing = |node| {
            dom.parent(node)
                .ok_or_else(|| "the place is no longer in the document".to_owned())
        };
        match self {
            Self::Content(element) => Ok(Span {
                parent: element,
                first: dom.first(element),
                end: None,
            }),
            Self::Between(start, end) => {
                let parent = standing(start)?;
                if standing(end)? != parent {
                    return Err("the two markers of a range are no longer siblings".to_owned());
                }
                Ok(Span {
                    parent,
                    first: dom.next(start),
                    end: Some(end),
                })
            }
            Self::Only(element) => {
                let element = dom.current(element);
                Ok(Span {
                    parent: standing(element)?,
                    first: Some(element),
                    end: dom.next(element),
                })
            }
        }
    }
}

impl Span {
    pub(super) fn nodes(self, dom: &Dom) -> impl Iterator<Item = NodeId> {
        let first = self.first.filter(|&first| Some(first) != self.end);
        std::iter::successors(first, move |&node| {
            dom.next(node).filter(|&next| Some(next) != self.end)
        })
    }
}

/// A template's slot table, if it ever came.
pub(super) fn slots(templates: &Templates, alias: u64) -> Result<&[Slot], String> {
    let definition = templates
        .get(&alias)
        .ok_or_else(|| format!("alias {alias} was never defined"))?;
    let slots = definition.slots.as_deref();
    slots.ok_or_else(|| format!("the slot table of alias {alias} never came"))
}

/// Finds every slot of one template, without a look at what ranges show.
pub(super) fn find(
    dom: &mut Dom,
    region: Region,
    alias: u64,
    slots: &[Slot],
) -> Result<Instance, String> {
    let mut instance = Instance {
        alias,
        slots: Vec::with_capacity(slots.len()),
        stale: false,
    };
    for (number, slot) in slots.iter().enumerate() {
        let bound = bind_slot(dom, region, slot, &instance.slots);
        instance
            .slots
            .push(bound.map_err(|reason| format!("slot {number} ({slot:?}): {reason}"))?);
    }
    own_classes(&mut instance.slots, slots);
    Ok(instance)
}

/// The page shows a string of classes and those of `class:x` in one attribute: the latter have slots of their own.
fn own_classes(bound: &mut [Bound], slots: &[Slot]) {
    let single = bound
        .iter()
        .zip(slots)
        .filter(|(_, slot)| slot.kind == Kind::Class);
    let single: Vec<(NodeId, String)> = single
        .filter_map(|(bound, slot)| match bound {
            Bound::Scalar(_, node) => Some((*node, slot.name.clone())),
            _ => None,
        })
        .collect();
    for bound in bound {
        if let Bound::Classes(element, tokens) = bound {
            tokens.retain(|token| {
                !single
                    .iter()
                    .any(|(node, name)| node == element && name == token)
            });
        }
    }
}

fn bind_slot(
    dom: &mut Dom,
    region: Region,
    slot: &Slot,
    before: &[Bound],
) -> Result<Bound, String> {
    let mut span = region.span(dom)?;
    let mut element = None;
    for step in &slot.path {
        let found = child(dom, span, *step, before)?;
        span = Span {
            parent: found,
            first: dom.first(found),
            end: None,
        };
        element = Some(found);
    }
    if let (Some(element), Some(expected)) = (element, &slot.tag) {
        let tag = dom.tag(element);
        if tag != expected {
            return Err(format!("a `{expected}` should stand there, not a `{tag}`"));
        }
    }
    let range = match (slot.place, element) {
        (Place::Element, None) => return Err("its path is empty, so it has no element".to_owned()),
        (Place::Element, Some(element)) if slot.kind == Kind::Classes => {
            return Ok(Bound::Classes(element, server_classes(dom, element)));
        }
        (Place::Element, Some(element)) => return Ok(Bound::Scalar(slot.kind, element)),
        (Place::Behind(point), _) if slot.kind == Kind::Text => {
            return Ok(Bound::Scalar(
                slot.kind,
                text_behind(dom, span, point, before)?,
            ));
        }
        (Place::Behind(point), _) => range_behind(dom, span, point, before)?,
        (Place::Content, None) => region,
        (Place::Content, Some(element)) => Region::Content(element),
        (Place::Only, Some(element)) => Region::Only(element),
        (Place::Only, None) => {
            return Err("its path is empty, so it is no single element".to_owned());
        }
    };
    if slot.kind == Kind::List {
        let rows = range
            .span(dom)?
            .nodes(dom)
            .map(|root| row(dom, root))
            .collect::<Result<_, _>>()?;
        return Ok(Bound::List(range, rows));
    }
    Ok(Bound::OneOf(range, Shown::Page))
}

fn row(dom: &Dom, root: NodeId) -> Result<Row, String> {
    match dom.element(root) {
        Some(_) => Ok(Row {
            root,
            instance: None,
        }),
        None => Err(format!(
            "between the rows of a list stands {:?}",
            dom.data(root)
        )),
    }
}

fn server_classes(dom: &Dom, element: NodeId) -> Vec<String> {
    let Some(element) = dom.element(element) else {
        return Vec::new();
    };
    let spread = element.spread();
    let mut classes = element.classes();
    classes.retain(|token| !spread.contains(&format!(".{token}")));
    classes
}

/// The element so many steps behind the start of a span or behind a range in it.
fn child(dom: &Dom, span: Span, step: Step, before: &[Bound]) -> Result<NodeId, String> {
    let mut left = step.elements;
    let mut at = start(dom, span, step, before)?;
    while let Some(node) = at.filter(|&node| Some(node) != span.end) {
        match dom.data(node) {
            Data::Element(_) if left == 0 => return Ok(node),
            Data::Element(_) => left -= 1,
            Data::Comment(text) if text == "[" || text == "]" => {
                return Err(format!("a range stands before the element at {step:?}"));
            }
            _ => {}
        }
        at = dom.next(node);
    }
    Err(format!("no element stands at {step:?}"))
}

/// The first node behind a point that is given as a count of elements.
fn behind(dom: &Dom, span: Span, point: Step, before: &[Bound]) -> Result<Option<NodeId>, String> {
    let next = match point.elements {
        0 => start(dom, span, point, before)?,
        count => dom.next(child(
            dom,
            span,
            Step {
                elements: count - 1,
                ..point
            },
            before,
        )?),
    };
    Ok(next.filter(|&node| Some(node) != span.end))
}

fn start(dom: &Dom, span: Span, step: Step, before: &[Bound]) -> Result<Option<NodeId>, String> {
    let Some(range) = step.range else {
        return Ok(span.first);
    };
    match before.get(range) {
        Some(
            Bound::OneOf(Region::Between(_, end), _) | Bound::List(Region::Between(_, end), _),
        ) => {
            if dom.parent(*end) != Some(span.parent) {
                return Err(format!("range {range} ends in another parent"));
            }
            Ok(dom.next(*end))
        }
        _ => Err(format!("slot {range} is no range with an end")),
    }
}

/// The text node at a point; an empty text left none in the page, so it is made.
fn text_behind(dom: &mut Dom, span: Span, point: Step, before: &[Bound]) -> Result<NodeId, String> {
    let node = behind(dom, span, point, before)?;
    if let Some(node) = node
        && matches!(dom.data(node), Data::Text(_))
    {
        return Ok(node);
    }
    let text = dom.create(Data::Text(String::new()));
    dom.insert(span.parent, text, node.or(span.end));
    Ok(text)
}

/// The range that opens at a point, perhaps behind a text; its end is found by counting depth.
fn range_behind(dom: &Dom, span: Span, point: Step, before: &[Bound]) -> Result<Region, String> {
    let mut at = behind(dom, span, point, before)?;
    while let Some(node) = at.filter(|&node| matches!(dom.data(node), Data::Text(_))) {
        at = dom.next(node).filter(|&next| Some(next) != span.end);
    }
    let start = at
        .filter(|&node| is_marker(dom, node, "["))
        .ok_or("no range opens there")?;
    let mut depth = 0;
    let mut at = Some(start);
    while let Some(node) = at.filter(|&node| Some(node) != span.end) {
        if is_marker(dom, node, "[") {
            depth += 1;
        } else if is_marker(dom, node, "]") {
            depth -= 1;
            if depth == 0 {
                return Ok(Region::Between(start, node));
            }
        }
        at = dom.next(node);
    }
    Err("the range is never closed".to_owned())
}

fn is_marker(dom: &Dom, node: NodeId, text: &str) -> bool {
    matches!(dom.data(node), Data::Comment(found) if found == text)
}
