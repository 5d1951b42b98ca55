//! New nodes: a template's tree with values, put where it belongs. Checks that tree and addresses mean the same places.

use serde_json::Value;

use crate::testing::dom::{Data, Dom, Element, NodeId};

use super::instance::{Bound, Instance, Region, Row, Shown, find};
use super::template::{Definition, Kind, Place, Slot, Templates, Tree, array};
use super::write;

/// What building needs: where nodes go, and what they are made from.
pub(super) struct Workshop<'a> {
    pub(super) dom: &'a mut Dom,
    pub(super) templates: &'a Templates,
}

/// A spot among the children of a node.
#[derive(Clone, Copy)]
struct Spot {
    parent: NodeId,
    before: Option<NodeId>,
}

/// A template being built.
struct Job<'a> {
    region: Region,
    slots: &'a [Slot],
    values: &'a [Value],
    built: Vec<Option<Bound>>,
}

impl Workshop<'_> {
    /// Clears a region and fills it with a new instance, given as `[alias, …values]`.
    pub(super) fn fill(&mut self, region: Region, fragment: &[Value]) -> Result<Instance, String> {
        let [alias, values @ ..] = fragment else {
            return Err("a new instance without alias".to_owned());
        };
        let alias = alias
            .as_u64()
            .ok_or_else(|| format!("not an alias: {alias}"))?;
        let templates = self.templates;
        let Definition {
            slots: Some(slots),
            tree: Some(tree),
            ..
        } = known(templates, alias)?
        else {
            return Err(format!(
                "alias {alias} is to be built, but its slots or its tree never came"
            ));
        };
        if values.len() != slots.len() {
            return Err(format!(
                "alias {alias} has {} slots, but {} values came",
                slots.len(),
                values.len()
            ));
        }
        let (spot, placeholder) = self.clear(region)?;
        let mut job = Job {
            region,
            slots,
            values,
            built: slots.iter().map(|_| None).collect(),
        };
        for node in tree {
            self.node(&mut job, spot, node)
                .map_err(|reason| format!("alias {alias}: {reason}"))?;
        }
        if let Some(placeholder) = placeholder {
            self.take_place(placeholder, alias)?;
        }
        self.settle(job, alias)
    }

    /// Builds one more row before a spot in the list.
    pub(super) fn row(
        &mut self,
        parent: NodeId,
        before: Option<NodeId>,
        fragment: &[Value],
    ) -> Result<Row, String> {
        let placeholder = self.dom.create(Data::Comment("row".to_owned()));
        self.dom.insert(parent, placeholder, before);
        let instance = self.fill(Region::Only(placeholder), fragment)?;
        Ok(Row {
            root: placeholder,
            instance: Some(instance),
        })
    }

    /// Takes away what a range shows.
    pub(super) fn clear_range(&mut self, region: Region) -> Result<(), String> {
        match region {
            Region::Only(_) => {
                Err("a place that is always one element cannot show nothing".to_owned())
            }
            _ => self.clear(region).map(|_| ()),
        }
    }

    /// An element that is to be replaced stays until its successor stands, to keep the place.
    fn clear(&mut self, region: Region) -> Result<(Spot, Option<NodeId>), String> {
        let span = region.span(self.dom)?;
        if let Region::Only(_) = region {
            return Ok((
                Spot {
                    parent: span.parent,
                    before: span.first,
                },
                span.first,
            ));
        }
        let nodes: Vec<NodeId> = span.nodes(self.dom).collect();
        for node in nodes {
            self.dom.detach(node);
        }
        Ok((
            Spot {
                parent: span.parent,
                before: span.end,
            },
            None,
        ))
    }

    fn take_place(&mut self, placeholder: NodeId, alias: u64) -> Result<(), String> {
        let successor = self
            .dom
            .previous(placeholder)
            .filter(|&node| self.dom.element(node).is_some());
        let successor = successor
            .ok_or_else(|| format!("alias {alias} stands for one element, but is none"))?;
        self.dom.succeed(placeholder, successor);
        Ok(())
    }

    fn node(&mut self, job: &mut Job<'_>, spot: Spot, node: &Tree) -> Result<(), String> {
        match node {
            Tree::Text(text) => {
                let text = self.dom.create(Data::Text(text.clone()));
                self.dom.insert(spot.parent, text, spot.before);
                Ok(())
            }
            Tree::Slot(number) => self.slot(job, spot, *number),
            Tree::Element {
                tag,
                attributes,
                children,
            } => {
                let element = Element {
                    tag: tag.clone(),
                    attributes: attributes.clone(),
                    ..Element::default()
                };
                let element = self.dom.create(Data::Element(element));
                self.dom.insert(spot.parent, element, spot.before);
                let inside = Spot {
                    parent: element,
                    before: None,
                };
                children
                    .iter()
                    .try_for_each(|child| self.node(job, inside, child))
            }
        }
    }

    fn slot(&mut self, job: &mut Job<'_>, spot: Spot, number: usize) -> Result<(), String> {
        let Some(slot) = job.slots.get(number) else {
            return Err(format!("the tree names a slot {number}"));
        };
        let value = &job.values[number];
        let bound = match slot.kind {
            Kind::SoleText | Kind::Property => Bound::Scalar(slot.kind, spot.parent),
            Kind::Text => {
                let text = self.dom.create(Data::Text(String::new()));
                self.dom.insert(spot.parent, text, spot.before);
                Bound::Scalar(slot.kind, text)
            }
            Kind::OneOf | Kind::Component => {
                let region = self.range(job.region, spot, slot);
                Bound::OneOf(region, self.shown(region, value)?)
            }
            Kind::List => {
                let region = self.range(job.region, spot, slot);
                let mut rows = Vec::new();
                super::list::new(self, region, slot, value, &mut rows)?;
                Bound::List(region, rows)
            }
            _ => {
                return Err(format!(
                    "slot {number} is an attribute's, but the tree has it as a child"
                ));
            }
        };
        match job.built[number].replace(bound) {
            None => Ok(()),
            Some(_) => Err(format!("the tree has slot {number} twice")),
        }
    }

    fn range(&mut self, whole: Region, spot: Spot, slot: &Slot) -> Region {
        let mut comment = |text: &str| {
            let comment = self.dom.create(Data::Comment(text.to_owned()));
            self.dom.insert(spot.parent, comment, spot.before);
            comment
        };
        match slot.place {
            Place::Content if slot.path.is_empty() => whole,
            Place::Content => Region::Content(spot.parent),
            Place::Only => Region::Only(comment("only")),
            Place::Behind(_) | Place::Element => Region::Between(comment("["), comment("]")),
        }
    }

    fn shown(&mut self, region: Region, value: &Value) -> Result<Shown, String> {
        match value {
            Value::Number(_) if value.as_u64() == Some(0) => match region {
                Region::Only(_) => {
                    Err("a place that is always one element cannot show nothing".to_owned())
                }
                _ => Ok(Shown::Nothing),
            },
            _ => match array(value, "a new fragment")? {
                [one, fragment @ ..] if one.as_u64() == Some(1) => {
                    Ok(Shown::Instance(Box::new(self.fill(region, fragment)?)))
                }
                _ => Err(format!(
                    "a new fragment should be [1, alias, …], not {value}"
                )),
            },
        }
    }

    /// Finds all slots by their addresses, holds them against what the tree built, and writes the scalar values.
    fn settle(&mut self, job: Job<'_>, alias: u64) -> Result<Instance, String> {
        let mut instance = find(self.dom, job.region, alias, job.slots)?;
        for (number, (found, built)) in instance.slots.iter_mut().zip(job.built).enumerate() {
            if let Some(built) = built {
                if place(self.dom, found) != place(self.dom, &built) {
                    return Err(format!(
                        "alias {alias}: tree and address of slot {number} differ: {built:?}, {found:?}"
                    ));
                }
                *found = built;
            } else if matches!(found, Bound::OneOf(..) | Bound::List(..)) {
                return Err(format!("alias {alias}: the tree lacks slot {number}"));
            }
            write::scalar(self.dom, &job.slots[number], found, &job.values[number])?;
        }
        Ok(instance)
    }
}

/// What must be equal between a place found and a place built.
fn place(dom: &Dom, bound: &Bound) -> [Option<NodeId>; 2] {
    match bound {
        Bound::Scalar(_, node) | Bound::Classes(node, _) => [Some(*node), None],
        Bound::OneOf(region, _) | Bound::List(region, _) => match *region {
            Region::Content(element) => [Some(element), None],
            Region::Between(start, end) => [Some(start), Some(end)],
            Region::Only(element) => [Some(dom.current(element)), None],
        },
    }
}

pub(super) fn known(templates: &Templates, alias: u64) -> Result<&Definition, String> {
    templates
        .get(&alias)
        .ok_or_else(|| format!("alias {alias} was never defined"))
}
