//! Kinds of places, as a set of bits, and which of them a root may stand in. Looks at no tree.

use crate::html::namespace::Namespace;
use crate::html::vocabulary::content;

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
pub(super) const SVG: u32 = 1 << 17;
pub(super) const MATH: u32 = 1 << 18;
/// All other parents.
pub(super) const FLOW: u32 = 1 << 19;
pub(super) const ANY: u32 = u32::MAX;

/// The parents that this root may stand in.
pub(super) fn parents_of(tag: &str, top: Namespace) -> u32 {
    match top.of(tag, true) {
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

pub(super) fn parents_of_text() -> u32 {
    FLOW | SVG | MATH | kinds_where(|parent| parent != "head" && !content::refuses_text(parent))
}

fn kinds_where(holds: impl Fn(&str) -> bool) -> u32 {
    let kinds = KINDS.iter().enumerate();
    kinds
        .filter(|(_, tags)| holds(tags[0]))
        .fold(0, |kinds, (index, _)| kinds | 1 << index)
}

pub(super) fn kind_of(parent: &str) -> u32 {
    let kind = KINDS.iter().position(|tags| tags.contains(&parent));
    kind.map_or(FLOW, |index| 1 << index)
}
