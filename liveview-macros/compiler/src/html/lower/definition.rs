//! A template as the runtime reads it: a few texts, their items parted by U+0000. The runtime's `Template` says how they read.

use std::fmt::Write;

use crate::html::namespace::Namespace;
use crate::html::plan::{Definition, Fragment, Kind, Place, Plan, Point, Slot, Step, Tree};
use crate::html::vocabulary::foreign;

/// Writes down everything a browser could notice about a fragment.
pub(super) fn of(fragment: &Fragment, plan: &Plan) -> Definition {
    let mut definition = described(&fragment.tree, fragment);
    let fingerprint_of = |row: &Fragment| row.definition.fingerprint;
    definition.fingerprint = fingerprint(&definition, fragment, plan, fingerprint_of);
    definition
}

/// All but the fingerprint, of a fragment that shows this tree.
fn described(shown: &[Tree], fragment: &Fragment) -> Definition {
    let letters: String = fragment.slots.iter().map(letter).collect();
    let addresses: Vec<String> = fragment
        .slots
        .iter()
        .map(|slot| address(slot, shown, fragment))
        .collect();
    let mut tree = Vec::new();
    nodes(shown, &mut tree);
    Definition {
        markup: fragment.statics.join("\0"),
        letters,
        addresses: addresses.join("\0"),
        tree: tree.join("\0"),
        fingerprint: 0,
    }
}

/// The same of a fragment whose top stands in a drawing; nothing where that is no other.
pub(super) fn drawn(fragment: &Fragment, plan: &Plan) -> Option<Definition> {
    let tree = drawn_tree(&fragment.tree);
    let rows = fragment.slots.iter().filter_map(|slot| slot.row);
    let mut rows = rows.map(|row| &plan.fragments[row]);
    if tree == fragment.tree && rows.all(|row| row.drawn.is_none()) {
        return None;
    }
    let mut definition = described(&tree, fragment);
    let fingerprint_of = |row: &Fragment| match &row.drawn {
        Some((_, drawn)) => drawn.fingerprint,
        None => row.definition.fingerprint,
    };
    definition.fingerprint = fingerprint(&definition, fragment, plan, fingerprint_of);
    Some(definition)
}

/// What stands at the top, and in links there, as elements of SVG.
fn drawn_tree(tree: &[Tree]) -> Vec<Tree> {
    let drawn = |node: &Tree| match node {
        Tree::Element {
            tag,
            attributes,
            children,
        } if foreign::is_shared(tag) => Tree::Element {
            tag: format!("{}{tag}", Namespace::Svg.prefix()),
            attributes: attributes.clone(),
            children: match tag.as_str() {
                "a" => drawn_tree(children),
                _ => children.clone(),
            },
        },
        node => node.clone(),
    };
    tree.iter().map(drawn).collect()
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

fn address(slot: &Slot, shown: &[Tree], fragment: &Fragment) -> String {
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
    let tag = tag(shown, &fragment.slots, &slot.path);
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
fn fingerprint(
    definition: &Definition,
    fragment: &Fragment,
    plan: &Plan,
    row: impl Fn(&Fragment) -> u64,
) -> u64 {
    let Definition {
        markup,
        letters,
        addresses,
        tree,
        ..
    } = definition;
    let arity = fragment.arity;
    let mut text = format!("{FORMAT}\n{markup}\n{letters}\n{addresses}\n{tree}\n{arity:?}");
    for number in fragment.slots.iter().filter_map(|slot| slot.row) {
        // A text grows without fail.
        let _ = write!(text, " {}", row(&plan.fragments[number]));
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
