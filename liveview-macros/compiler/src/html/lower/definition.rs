//! A template as the runtime reads it: a few texts, their items parted by U+0000. The runtime's `Template` says how they read.

use std::fmt::Write;

use crate::html::plan::{Definition, Fragment, Kind, Place, Plan, Point, Slot, Step, Tree};

/// Writes down everything a browser could notice about a fragment.
pub(super) fn of(fragment: &Fragment, plan: &Plan) -> Definition {
    let letters: String = fragment.slots.iter().map(letter).collect();
    let addresses: Vec<String> = fragment
        .slots
        .iter()
        .map(|slot| address(slot, fragment))
        .collect();
    let mut tree = Vec::new();
    nodes(&fragment.tree, &mut tree);
    let mut definition = Definition {
        markup: fragment.statics.join("\0"),
        letters,
        addresses: addresses.join("\0"),
        tree: tree.join("\0"),
        fingerprint: 0,
    };
    definition.fingerprint = fingerprint(&definition, fragment, plan);
    definition
}

fn letter(slot: &Slot) -> char {
    match slot.kind {
        Kind::SoleText => 'T',
        Kind::Text => 't',
        Kind::Attribute => 'a',
        Kind::Attributes => 'A',
        Kind::Style => 's',
        Kind::Classes => 'c',
        Kind::Class => 'C',
        Kind::Property => 'p',
        Kind::OneOf => 'o',
        Kind::List if slot.row.is_some() => 'l',
        Kind::List => 'm',
        Kind::Component => 'k',
        Kind::Html => 'h',
    }
}

fn address(slot: &Slot, fragment: &Fragment) -> String {
    let mut text = String::new();
    for step in &slot.path {
        text.push('/');
        match *step {
            Step::Element(element) => point(Point::Start(element), &mut text),
            Step::After { range, element } => {
                let elements = element;
                point(Point::Range { range, elements }, &mut text);
            }
        }
    }
    if slot.path.is_empty() {
        text.push('/');
    }
    text.push(' ');
    match slot.place {
        Place::Element => text.push('='),
        Place::Content => text.push('*'),
        Place::Only => text.push('!'),
        Place::Behind(behind) => point(behind, &mut text),
    }
    let tag = tag(&fragment.tree, &fragment.slots, &slot.path);
    if tag.is_some() || !slot.name.is_empty() {
        text.push(' ');
        text.push_str(tag.unwrap_or("-"));
    }
    if !slot.name.is_empty() {
        text.push(' ');
        text.push_str(&slot.name);
    }
    text
}

fn point(point: Point, text: &mut String) {
    // A text grows without fail.
    let _ = match point {
        Point::Start(elements) => write!(text, "{elements}"),
        Point::Range { range, elements } => write!(text, "{range}+{elements}"),
    };
}

/// The tag at the end of a path. None for the fragment itself, and for an element that another fragment brings.
fn tag<'t>(siblings: &'t [Tree], slots: &[Slot], path: &[Step]) -> Option<&'t str> {
    let (step, rest) = path.split_first()?;
    let (from, count) = match *step {
        Step::Element(element) => (0, element),
        Step::After { range, element } => {
            let is_range = |node: &Tree| *node == Tree::Slot(range);
            (siblings.iter().position(is_range)? + 1, element)
        }
    };
    let is_element = |node: &&Tree| match node {
        Tree::Element { .. } => true,
        Tree::Slot(slot) => slots[usize::from(*slot)].place == Place::Only,
        Tree::Text(_) => false,
    };
    let mut elements = siblings[from..].iter().filter(is_element);
    match elements.nth(usize::from(count))? {
        Tree::Element { tag, .. } if rest.is_empty() => Some(tag),
        Tree::Element { children, .. } => self::tag(children, slots, rest),
        Tree::Text(_) | Tree::Slot(_) => None,
    }
}

fn nodes(tree: &[Tree], items: &mut Vec<String>) {
    for node in tree {
        match node {
            Tree::Text(text) => items.push(format!("\"{}", shown(text))),
            Tree::Slot(slot) => items.push(format!("#{slot}")),
            Tree::Element {
                tag,
                attributes,
                children,
            } => {
                items.push(format!("<{tag}"));
                for (name, value) in attributes {
                    items.push(format!(" {name}={}", shown(value)));
                }
                nodes(children, items);
                items.push(">".to_owned());
            }
        }
    }
}

/// U+0000 as it is shown: no HTML can hold it.
fn shown(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

/// The 64 bits by which server and browser name a template.
fn fingerprint(definition: &Definition, fragment: &Fragment, plan: &Plan) -> u64 {
    let Definition {
        markup,
        letters,
        addresses,
        tree,
        ..
    } = definition;
    let arity = fragment.arity;
    let mut text = format!("{FORMAT}\n{markup}\n{letters}\n{addresses}\n{tree}\n{arity:?}");
    for row in fragment.slots.iter().filter_map(|slot| slot.row) {
        let row = plan.fragments[row].definition.fingerprint;
        // A text grows without fail.
        let _ = write!(text, " {row}");
    }
    // A tape says nothing with 0.
    hash(text.as_bytes()).max(1)
}

/// 64 bits that tell texts apart.
pub fn hash(text: &[u8]) -> u64 {
    finish(fnv(text))
}

/// Changes when the meaning of a template's texts does.
const FORMAT: u64 = 2;

/// FNV-1a: a template's text is long, so a byte at a time is mixed well enough once finished.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

fn finish(mut hash: u64) -> u64 {
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}
