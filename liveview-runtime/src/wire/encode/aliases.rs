//! Which templates a client has been told of, and by which short numbers. One table a view session.

use super::definitions;
use crate::rendered::outline::Outline;
use crate::rendered::template::Template;

/// The aliases of one view session, in order of first naming.
///
/// A view has tens of templates: a scan of a few words each is shorter than any map.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Aliases {
    told: Vec<Told>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Told {
    fingerprint: u64,
    has_slots: bool,
    has_tree: bool,
}

impl Aliases {
    /// The template's alias; a new one if it was never named.
    pub(super) fn name(&mut self, template: &Template) -> usize {
        let is_it = |told: &Told| told.fingerprint == template.fingerprint;
        self.told.iter().position(is_it).unwrap_or_else(|| {
            self.told.push(Told {
                fingerprint: template.fingerprint,
                has_slots: false,
                has_tree: false,
            });
            self.told.len() - 1
        })
    }

    /// The template's alias, with its slot table in `out` if the client lacks it.
    pub(super) fn define_slots(&mut self, template: &Template, out: &mut String) -> usize {
        let alias = self.name(template);
        if !self.told[alias].has_slots {
            self.told[alias].has_slots = true;
            definitions::open(out, alias, template);
            definitions::slots(out, template, self);
            definitions::end(out);
        }
        alias
    }

    /// Puts the slot table of a page's root in `out`, with what stands in the page's ranges.
    pub(super) fn define_root(&mut self, root: &Template, outline: &Outline, out: &mut String) {
        let alias = self.name(root);
        self.told[alias].has_slots = true;
        definitions::open(out, alias, root);
        definitions::slots(out, root, self);
        if !outline.ranges.is_empty() {
            out.push_str(",0,");
            definitions::outline(out, outline, self);
        }
        definitions::end(out);
    }

    /// The template's alias, with whatever the client lacks to build an instance in `out`.
    pub(super) fn define(&mut self, template: &Template, out: &mut String) -> usize {
        let alias = self.name(template);
        let Told {
            has_slots,
            has_tree,
            ..
        } = self.told[alias];
        if !has_tree {
            self.told[alias].has_slots = true;
            self.told[alias].has_tree = true;
            definitions::open(out, alias, template);
            if has_slots {
                out.push('0');
            } else {
                definitions::slots(out, template, self);
            }
            definitions::tree(out, template);
            definitions::end(out);
        }
        alias
    }

    /// Says every definition again when it is next needed; the aliases stay.
    pub(super) fn forget_definitions(&mut self) {
        for told in &mut self.told {
            told.has_slots = false;
            told.has_tree = false;
        }
    }

    /// The bytes this table holds.
    pub fn bytes(&self) -> usize {
        self.told.capacity() * size_of::<Told>()
    }
}
