//! A place in a template, as the laws see it: what is around. Judges nothing.

use super::trail::{Passed, Step, Trail, VIEW};
use super::written::interned;
use super::{ANY, AROUND, FLOW, MATH, PARAGRAPH, SVG, kind_of};
use crate::html::namespace::Namespace;
use crate::html::vocabulary;

/// A place.
#[derive(Debug, Clone)]
pub struct Spot {
    /// The kinds of parents that the element around may be of.
    pub(super) kind: u32,
    namespace: Namespace,
    /// The element around, where it is known.
    pub(super) parent: Option<Around>,
    /// The elements further out that forbid something, by the bits of [`AROUND`].
    pub(super) around: [Option<Around>; AROUND.len()],
}

/// An element around a place.
#[derive(Debug, Clone)]
pub(super) struct Around {
    pub(super) tag: &'static str,
    /// The component that shows it; empty for one of the author's own.
    pub(super) shown_by: String,
}

impl Spot {
    /// The end of a way.
    pub fn at(trail: &Trail) -> Spot {
        let mut spot = Spot {
            kind: ANY,
            namespace: Namespace::Html,
            parent: None,
            around: [const { None }; AROUND.len()],
        };
        for step in trail.steps() {
            match step {
                Step::Element(passed) => spot.enter(passed),
                Step::Border(_) | Step::Unseen => spot.lose_sight(),
            }
        }
        spot
    }

    /// Whether elements of a drawing stand there.
    pub fn is_in_drawing(&self) -> bool {
        self.namespace == Namespace::Svg
    }

    /// The same place without the elements that the author wrote around it, which were looked at where they stand.
    #[must_use]
    pub fn beyond_own(mut self) -> Spot {
        for around in &mut self.around {
            around.take_if(|around| around.shown_by.is_empty());
        }
        self
    }

    fn enter(&mut self, passed: &Passed) {
        let tag = passed.tag.as_str();
        let own = self.namespace.of(tag, self.parent.is_none());
        self.namespace = own.between(tag, passed.holds_html);
        let (terms, groups_terms) = (kind_of("dl"), tag == "div");
        self.kind = match self.namespace {
            Namespace::Svg => SVG,
            Namespace::Math => MATH,
            // What groups the terms of a list holds terms.
            Namespace::Html if groups_terms && self.kind == terms => terms,
            Namespace::Html if groups_terms && self.kind == ANY => FLOW | terms,
            Namespace::Html if tag == "template" => ANY & !(SVG | MATH),
            Namespace::Html if tag == VIEW => FLOW,
            Namespace::Html => kind_of(tag),
        };
        if vocabulary::is_scope(tag) {
            self.around[PARAGRAPH] = None;
        }
        let here = Around {
            tag: interned(tag),
            shown_by: passed.shown_by.clone(),
        };
        if let Some(index) = AROUND.iter().position(|tags| tags.contains(&tag)) {
            self.around[index] = Some(here.clone());
        }
        self.parent = Some(here);
    }

    /// What a component puts between is not known; what forbids at any depth still does, but a paragraph may have ended.
    fn lose_sight(&mut self) {
        self.kind = ANY;
        self.parent = None;
        self.around[PARAGRAPH] = None;
    }
}
